//! What the mock remembers, in memory: users and what they belong to, tokens, passcodes.
//!
//! Every part holds its records and the handlers of the operations on them.

pub(crate) mod accounts;
pub(crate) mod applications;
mod clock;
mod custom_data;
mod departments;
mod directory;
mod given;
pub(crate) mod groups;
mod list;
mod mfa;
mod namespaces;
mod organizations;
mod outcome;
mod page;
pub(crate) mod passcodes;
mod permissions;
mod profile;
mod resources;
pub(crate) mod roles;
mod sign_in;
mod sign_up;
mod subjects;
pub(crate) mod users;

use std::sync::Arc;

use http::Method;

use crate::call::{Call, Reply};
use crate::credentials::{Settings, Tokens};
use crate::openid::Sessions;
use accounts::Accounts;
use applications::Applications;
use departments::Departments;
use groups::Groups;
use namespaces::Namespaces;
use organizations::Organizations;
use passcodes::Messages;
use permissions::Permissions;
use resources::Resources;
use roles::Roles;
use users::Users;

/// The whole state. A reset makes a new one.
#[derive(Debug)]
pub(crate) struct World {
    /// The names and secrets that the mock knows.
    pub(crate) settings: Settings,
    /// Issues and checks tokens.
    pub(crate) tokens: Arc<Tokens>,
    /// The users of the pool.
    pub(crate) users: Users,
    /// The groups of users.
    pub(crate) groups: Groups,
    /// The roles, and who has them.
    pub(crate) roles: Roles,
    /// The applications of the pool.
    pub(crate) applications: Applications,
    /// The organizations of the pool.
    pub(crate) organizations: Organizations,
    /// Their departments.
    pub(crate) departments: Departments,
    /// Permission namespaces.
    pub(crate) namespaces: Namespaces,
    /// Resources, with who is authorized for them.
    pub(crate) resources: Resources,
    /// Data resources and data policies.
    pub(crate) permissions: Permissions,
    /// What belongs to accounts beside the users: factors, sign-ins, tokens for changes.
    pub(crate) accounts: Accounts,
    /// The passcodes that were sent.
    pub(crate) messages: Messages,
    /// The authorizations of OpenID Connect that are under way.
    pub(crate) sessions: Sessions,
    /// Counts what was created, so that ids are the same in every run.
    created: u64,
}

/// What an operation with a state of its own does.
pub(crate) type Handler = fn(&mut World, &Call<'_>) -> Reply;

impl World {
    /// The state that a mock begins with: one user and one application.
    pub(crate) fn new(settings: Settings, tokens: Arc<Tokens>) -> Self {
        let mut world = World {
            users: Users::default(),
            groups: Groups::default(),
            roles: Roles::default(),
            applications: Applications::new(&settings),
            organizations: Organizations::default(),
            departments: Departments::default(),
            namespaces: Namespaces::default(),
            resources: Resources::default(),
            permissions: Permissions::default(),
            accounts: Accounts::new(settings.seed),
            messages: Messages::default(),
            sessions: Sessions::default(),
            settings,
            tokens,
            // The ids of the settings come before the first one that is made.
            created: 0x100,
        };
        let id = world.next_id();
        world.users.insert(users::ada(&id));
        world
    }

    /// A new id of 24 hexadecimal digits, as the service has them.
    pub(crate) fn next_id(&mut self) -> String {
        self.created += 1;
        format!("6a{:022x}", self.created)
    }
}

/// The handler of an operation, where it has one.
pub(crate) fn handler(method: &Method, path: &str) -> Option<Handler> {
    users::handler(method, path)
        .or_else(|| groups::handler(method, path))
        .or_else(|| roles::handler(method, path))
        .or_else(|| applications::handler(method, path))
        .or_else(|| custom_data::handler(method, path))
        .or_else(|| directory::handler(method, path))
        .or_else(|| accounts::handler(method, path))
}
