//! The mock server over HTTP: what it refuses, what it answers, what it remembers.

#![allow(missing_docs, clippy::unwrap_used, clippy::panic, reason = "a test")]

mod accounts;
mod administrator;
mod credentials;
mod directory_organizations;
mod directory_users;
mod documentation;
mod judge;
mod openid;
mod permissions;
mod rules;
mod samples;
mod server;
