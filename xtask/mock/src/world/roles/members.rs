//! Who has a role, and which roles somebody has. A group's roles are those of its members too.

use serde_json::{Value, json};

use super::{Role, Roles};
use crate::call::Call;
use crate::world::list::Page;
use crate::world::outcome::{Outcome, items, required};
use crate::world::users::{User, shown};
use crate::world::{World, clock};

impl Roles {
    /// Whether a user has a role now, also by belonging to what has it.
    pub(crate) fn has(world: &World, role: &Role, user_id: &str) -> bool {
        let now = clock::now_in_milliseconds();
        let mut assignments = role.assignments.iter().filter(|assignment| assignment.holds_at(now));
        assignments.any(|assignment| assignment.target.users(world).iter().any(|id| id == user_id))
    }
}

/// `list-role-members`, in the order in which the users were created.
pub(super) fn users(world: &mut World, call: &Call<'_>) -> Outcome {
    let page = Page::read(Some(&call.query))?;
    let role = world.roles.get(call.query_text("namespace"), required(call.query_text("code"), "code")?)?;
    let users: Vec<&User> = world.users.iter().filter(|user| Roles::has(world, role, user.id())).collect();
    Ok(page.of(&users, |user| shown(user, Some(&call.query))))
}

/// `list-role-departments`. Of a department this part knows the id only.
pub(super) fn departments(world: &mut World, call: &Call<'_>) -> Outcome {
    let page = Page::read(Some(&call.query))?;
    let role = world.roles.get(call.query_text("namespace"), required(call.query_text("code"), "code")?)?;
    let targets = role.assignments.iter().map(|assignment| &assignment.target);
    let departments: Vec<_> = targets.filter(|target| target.kind == "DEPARTMENT").collect();
    Ok(page.of(&departments, |target| json!({"id": target.id})))
}

/// `get-user-roles`: all of them at once, of one namespace or of all.
pub(super) fn roles_of_user(world: &mut World, call: &Call<'_>) -> Outcome {
    let user = world.users.named_by_query(call)?;
    let namespace = call.query_text("namespace");
    let roles = world.roles.all.iter().filter(|role| namespace.is_none_or(|namespace| role.namespace == namespace));
    let list: Vec<Value> = roles.filter(|role| Roles::has(world, role, user.id())).map(Role::shown).collect();
    Ok(json!({"totalCount": list.len(), "list": list}))
}

/// `has-any-role`. A role that does not exist is one that nobody has.
pub(super) fn has_any(world: &mut World, call: &Call<'_>) -> Outcome {
    let identifier = required(call.body_text("/userId"), "userId")?;
    let user = world.users.identified(identifier, call.body_text("/options/userIdType"))?;
    let has = |item: &Value| {
        let role = item["code"].as_str().and_then(|code| world.roles.get(item["namespace"].as_str(), code).ok());
        role.is_some_and(|role| Roles::has(world, role, user.id()))
    };
    Ok(json!({"hasAnyRole": items(&call.body["roles"]).iter().any(has)}))
}
