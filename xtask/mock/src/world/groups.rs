//! Groups of users.

mod manage;
mod members;

use http::Method;
use serde_json::{Map, Value, json};

use super::outcome::reply;
use super::users::{Users, whole};
use super::{Handler, World};
use crate::answer::Failure;

/// Groups in the order in which they were created.
#[derive(Clone, Debug, Default)]
pub(crate) struct Groups {
    all: Vec<Group>,
}

/// A group.
#[derive(Clone, Debug)]
pub(crate) struct Group {
    id: String,
    code: String,
    name: String,
    description: String,
    /// What kind of group it is, such as `dynamic`.
    kind: String,
    pub(crate) custom_data: Map<String, Value>,
    /// The ids of its members, in the order in which they came.
    members: Vec<String>,
}

impl Groups {
    pub(crate) fn get(&self, code: &str) -> Result<&Group, Failure> {
        self.all.iter().find(|group| group.code == code).ok_or_else(|| unknown(code))
    }

    pub(crate) fn get_mut(&mut self, code: &str) -> Result<&mut Group, Failure> {
        self.all.iter_mut().find(|group| group.code == code).ok_or_else(|| unknown(code))
    }

    /// The ids of a group's members; nobody when there is no such group.
    pub(crate) fn members(&self, code: &str) -> &[String] {
        self.get(code).map(|group| group.members.as_slice()).unwrap_or_default()
    }

    /// Takes a user out of every group.
    pub(crate) fn remove_member(&mut self, user_id: &str) {
        for group in &mut self.all {
            group.members.retain(|member| member != user_id);
        }
    }
}

impl Group {
    /// The group as answers show it (`GroupDto`).
    fn shown(&self, users: &Users) -> Value {
        let members: Vec<Value> = self.members.iter().filter_map(|id| users.get(id)).map(whole).collect();
        json!({
            "id": self.id,
            "code": self.code,
            "name": self.name,
            "description": self.description,
            "type": self.kind,
            "metadataSource": [],
            "members": members,
        })
    }
}

/// The handler of an operation on groups, where it has one.
pub(super) fn handler(method: &Method, path: &str) -> Option<Handler> {
    Some(match (method.as_str(), path) {
        ("POST", "/api/v3/create-group") => |world, call| reply(manage::create(world, &call.body)),
        ("POST", "/api/v3/create-groups-batch") => |world, call| reply(manage::create_several(world, call)),
        ("POST", "/api/v3/create-or-update-group") => |world, call| reply(manage::create_or_update(world, call)),
        ("GET", "/api/v3/get-group") => |world, call| reply(manage::get(world, call)),
        ("GET", "/api/v3/list-groups") => |world, call| reply(manage::list(world, call)),
        ("GET", "/api/v3/get-all-groups") => |world, call| reply(manage::all(world, call)),
        ("POST", "/api/v3/update-group") => |world, call| reply(manage::update(world, &call.body)),
        ("POST", "/api/v3/delete-groups-batch") => |world, call| reply(manage::delete(world, call)),
        ("POST", "/api/v3/add-group-members") => |world, call| reply(members::add(world, call)),
        ("POST", "/api/v3/remove-group-members") => |world, call| reply(members::remove(world, call)),
        ("GET", "/api/v3/list-group-members") => |world, call| reply(members::list(world, call)),
        ("GET", "/api/v3/get-user-groups") => |world, call| reply(members::of_user(world, call)),
        _ => return None,
    })
}

fn unknown(code: &str) -> Failure {
    Failure::plain(404, format!("there is no group {code}"))
}

/// A code that another group has is refused.
fn refuse_taken(world: &World, code: &str) -> Result<(), Failure> {
    match world.groups.get(code) {
        Ok(_) => Err(Failure::plain(409, format!("there is another group with the code {code}"))),
        Err(_) => Ok(()),
    }
}
