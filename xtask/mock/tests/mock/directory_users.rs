//! Users, groups, roles and applications keep what they are given, over HTTP.
#[path = "directory_users/applications.rs"]
mod applications;
#[path = "directory_users/groups.rs"]
mod groups;
#[path = "directory_users/roles.rs"]
mod roles;
#[path = "directory_users/service.rs"]
mod service;
#[path = "directory_users/users.rs"]
mod users;
