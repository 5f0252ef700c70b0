//! Roles, and who has them.

mod assign;
mod assignment;
mod manage;
mod members;

pub(crate) use assignment::Target;

use http::Method;
use serde_json::{Map, Value, json};

use super::outcome::reply;
use super::{Handler, World, clock};
use crate::answer::Failure;
use assignment::Assignment;

/// The permission namespace of a request that names none.
const DEFAULT_NAMESPACE: &str = "default";

/// Roles in the order in which they were created.
#[derive(Clone, Debug, Default)]
pub(crate) struct Roles {
    all: Vec<Role>,
}

/// A role. Its code is its own within its permission namespace.
#[derive(Clone, Debug)]
pub(crate) struct Role {
    id: String,
    code: String,
    namespace: String,
    name: String,
    description: String,
    /// `ENABLE` or `DISABLE`.
    status: String,
    /// In milliseconds since 1970; never when there is none.
    disable_time: Option<i64>,
    enable_permission_apply: bool,
    pub(crate) custom_data: Map<String, Value>,
    assignments: Vec<Assignment>,
}

impl Roles {
    pub(crate) fn get(&self, namespace: Option<&str>, code: &str) -> Result<&Role, Failure> {
        self.all.iter().find(|role| role.is(namespace, code)).ok_or_else(|| unknown(namespace, code))
    }

    pub(crate) fn get_mut(&mut self, namespace: Option<&str>, code: &str) -> Result<&mut Role, Failure> {
        self.all.iter_mut().find(|role| role.is(namespace, code)).ok_or_else(|| unknown(namespace, code))
    }

    /// Takes every role from a user, a group, a department or a role.
    pub(crate) fn remove_target(&mut self, kind: &str, id: &str) {
        for role in &mut self.all {
            role.assignments.retain(|assignment| !assignment.target.is(kind, id));
        }
    }

    /// Keeps the roles of what has a new code.
    pub(crate) fn rename_target(&mut self, kind: &str, id: &str, new_id: &str) {
        for assignment in self.all.iter_mut().flat_map(|role| &mut role.assignments) {
            if assignment.target.is(kind, id) {
                new_id.clone_into(&mut assignment.target.id);
            }
        }
    }
}

impl Roles {
    /// The ids of the users who have a role of this code now, in whichever namespace.
    pub(crate) fn users(&self, world: &World, code: &str) -> Vec<String> {
        let now = clock::now_in_milliseconds();
        let assignments = self.all.iter().filter(|role| role.code == code).flat_map(|role| &role.assignments);
        assignments.filter(|it| it.holds_at(now)).flat_map(|it| it.target.users(world)).collect()
    }
}

impl Role {
    fn is(&self, namespace: Option<&str>, code: &str) -> bool {
        self.code == code && self.namespace == namespace.unwrap_or(DEFAULT_NAMESPACE)
    }

    /// The role as answers show it (`RoleDto`).
    fn shown(&self) -> Value {
        let mut shown = json!({
            "id": self.id,
            "code": self.code,
            "name": self.name,
            "description": self.description,
            "namespace": self.namespace,
            // The namespaces are no matter of this part; the code names one well enough.
            "namespaceName": self.namespace,
            "status": self.status,
            "enablePermissionApply": self.enable_permission_apply,
        });
        if let Some(time) = self.disable_time {
            shown["disableTime"] = time.into();
        }
        shown
    }
}

/// The handler of an operation on roles, where it has one.
pub(super) fn handler(method: &Method, path: &str) -> Option<Handler> {
    Some(match (method.as_str(), path) {
        ("POST", "/api/v3/create-role") => |world, call| reply(manage::create(world, &call.body)),
        ("POST", "/api/v3/create-roles-batch") => |world, call| reply(manage::create_several(world, call)),
        ("GET", "/api/v3/get-role") => |world, call| reply(manage::get(world, call)),
        ("GET", "/api/v3/list-roles") => |world, call| reply(manage::list(world, call)),
        ("POST", "/api/v3/update-role") => |world, call| reply(manage::update(world, call)),
        ("POST", "/api/v3/delete-roles-batch") => |world, call| reply(manage::delete(world, call)),
        ("POST", "/api/v3/multiple-namespace-delete-roles-batch") => {
            |world, call| reply(manage::delete_in_namespaces(world, call))
        }
        ("POST", "/api/v3/check-role-params") => |world, call| reply(manage::check(world, call)),
        // No two roles of the mock exclude each other.
        ("POST", "/api/v3/check-role-mutual-exclusion") => |_, _| reply(Ok(json!({"existMutuallyExclusive": false}))),
        ("POST", "/api/v3/assign-role") => |world, call| reply(assign::one(world, call)),
        ("POST", "/api/v3/assign-role-batch") => |world, call| reply(assign::several(world, call)),
        ("POST", "/api/v3/revoke-role") => |world, call| reply(assign::revoke(world, call)),
        ("POST", "/api/v3/revoke-role-batch") => |world, call| reply(assign::revoke_several(world, call)),
        ("GET", "/api/v3/list-role-assignments") => |world, call| reply(assign::list(world, call)),
        ("GET", "/api/v3/list-role-members") => |world, call| reply(members::users(world, call)),
        ("GET", "/api/v3/list-role-departments") => |world, call| reply(members::departments(world, call)),
        ("GET", "/api/v3/get-user-roles") => |world, call| reply(members::roles_of_user(world, call)),
        ("POST", "/api/v3/has-any-role") => |world, call| reply(members::has_any(world, call)),
        _ => return None,
    })
}

fn unknown(namespace: Option<&str>, code: &str) -> Failure {
    let namespace = namespace.unwrap_or(DEFAULT_NAMESPACE);
    Failure::plain(404, format!("there is no role {code} in the namespace {namespace}"))
}
