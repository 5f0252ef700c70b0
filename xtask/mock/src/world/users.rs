//! The users of the pool.

mod batch;
mod create;
mod identifier;
mod identities;
mod list;
mod lookup;
mod password;
mod profile;
mod remove;
mod seed;
mod sessions;
mod shown;
mod update;

pub(crate) use identifier::unknown;
pub(crate) use seed::ada;
pub(crate) use shown::{shown, whole};

use http::Method;
use indexmap::IndexMap;
use serde_json::{Map, Value};

use super::Handler;
use super::outcome::reply;

/// Users by id, in the order in which they were created.
#[derive(Clone, Debug, Default)]
pub(crate) struct Users {
    by_id: IndexMap<String, User>,
}

/// A user.
#[derive(Clone)]
pub(crate) struct User {
    /// The properties of `UserDto`, by their names in the API; `userId` is always there.
    pub(crate) profile: Map<String, Value>,
    /// The password, if there is one.
    pub(crate) password: Option<String>,
    /// Custom data (`customData`), beside the profile.
    pub(crate) custom_data: Map<String, Value>,
}

impl std::fmt::Debug for User {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("User").field("user_id", &self.profile.get("userId")).finish_non_exhaustive()
    }
}

impl User {
    /// A text of the profile.
    pub(crate) fn text(&self, property: &str) -> Option<&str> {
        self.profile.get(property).and_then(Value::as_str)
    }

    /// The user's id.
    pub(crate) fn id(&self) -> &str {
        self.text("userId").unwrap_or_default()
    }

    /// A field as filters and sorting name it: `id`, a property of the profile, or a key of the custom data.
    pub(crate) fn field(&self, name: &str) -> Option<&Value> {
        let name = if name == "id" { "userId" } else { name };
        self.profile.get(name).or_else(|| self.custom_data.get(name))
    }

    /// Whether a property has this text; the case of email addresses does not matter.
    pub(crate) fn has(&self, property: &str, text: &str) -> bool {
        let own = self.text(property);
        if property == "email" { own.is_some_and(|own| own.eq_ignore_ascii_case(text)) } else { own == Some(text) }
    }
}

impl Users {
    /// Adds a user, or puts one in the place of another with the same id.
    pub(crate) fn insert(&mut self, user: User) {
        self.by_id.insert(user.id().to_owned(), user);
    }

    pub(crate) fn get(&self, id: &str) -> Option<&User> {
        self.by_id.get(id)
    }

    pub(crate) fn get_mut(&mut self, id: &str) -> Option<&mut User> {
        self.by_id.get_mut(id)
    }

    /// Takes a user away, but not from groups and roles: that is `World::remove_user`.
    pub(crate) fn remove(&mut self, id: &str) -> Option<User> {
        self.by_id.shift_remove(id)
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &User> {
        self.by_id.values()
    }

    /// The user whose profile has this text, such as an `email`.
    pub(crate) fn find(&self, property: &str, text: &str) -> Option<&User> {
        self.iter().find(|user| user.has(property, text))
    }
}

/// The handler of an operation on users, where it has one.
pub(super) fn handler(method: &Method, path: &str) -> Option<Handler> {
    Some(match (method.as_str(), path) {
        ("POST", "/api/v3/create-user") => |world, call| reply(create::one(world, call)),
        ("POST", "/api/v3/create-users-batch") => |world, call| reply(create::several(world, call)),
        ("GET", "/api/v3/get-user") => |world, call| reply(lookup::one(world, call)),
        ("GET", "/api/v3/get-user-batch") => |world, call| reply(lookup::several(world, call)),
        ("POST", "/api/v3/is-user-exists") => |world, call| reply(lookup::exists(world, call)),
        ("POST", "/api/v3/list-users") => |world, call| reply(list::searched(world, call)),
        ("GET", "/api/v3/list-users") => |world, call| reply(list::filtered(world, call)),
        ("GET", "/api/v3/list-archived-users") => |world, call| reply(list::archived(world, call)),
        ("POST", "/api/v3/update-user") => |world, call| reply(update::one(world, call)),
        ("POST", "/api/v3/update-user-batch") => |world, call| reply(update::several(world, call)),
        ("POST", "/api/v3/delete-users-batch") => |world, call| reply(remove::delete(world, call)),
        ("POST", "/api/v3/resign-user") => |world, call| reply(remove::resign(world, call)),
        ("POST", "/api/v3/resign-user-batch") => |world, call| reply(remove::resign_several(world, call)),
        ("POST", "/api/v3/kick-users") => |world, call| reply(sessions::kick(world, call)),
        ("GET", "/api/v3/get-user-identities") => |world, call| reply(identities::list(world, call)),
        ("POST", "/api/v3/link-identity") => |world, call| reply(identities::link(world, call)),
        ("POST", "/api/v3/unlink-identity") => |world, call| reply(identities::unlink(world, call)),
        _ => return None,
    })
}
