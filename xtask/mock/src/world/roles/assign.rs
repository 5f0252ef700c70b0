//! Roles are assigned and revoked.

use serde_json::{Value, json};

use super::{Assignment, Role, Target};
use crate::answer::Failure;
use crate::call::Call;
use crate::world::list::{Page, mentions};
use crate::world::outcome::{Outcome, items, required, success, texts};
use crate::world::{World, clock};

/// `assign-role`, to all targets or to none. Assigning it again sets the times anew.
pub(super) fn one(world: &mut World, call: &Call<'_>) -> Outcome {
    let targets = targets(call)?;
    assign(world, &call.body, &targets)
}

/// `assign-role-batch`: all roles or none.
pub(super) fn several(world: &mut World, call: &Call<'_>) -> Outcome {
    let targets = targets(call)?;
    let before = world.roles.clone();
    for role in items(&call.body["roles"]) {
        if let Err(failure) = assign(world, role, &targets) {
            world.roles = before;
            return Err(failure);
        }
    }
    success()
}

/// `revoke-role`. Who does not have it need not lose it.
pub(super) fn revoke(world: &mut World, call: &Call<'_>) -> Outcome {
    let targets = targets(call)?;
    named(world, &call.body)?.assignments.retain(|it| !targets.contains(&it.target));
    success()
}

/// `revoke-role-batch`: all roles or none.
pub(super) fn revoke_several(world: &mut World, call: &Call<'_>) -> Outcome {
    let targets = targets(call)?;
    for role in items(&call.body["roles"]) {
        named(world, role)?;
    }
    for role in items(&call.body["roles"]) {
        named(world, role)?.assignments.retain(|it| !targets.contains(&it.target));
    }
    success()
}

/// `list-role-assignments`, to users and departments.
pub(super) fn list(world: &mut World, call: &Call<'_>) -> Outcome {
    let page = Page::read(Some(&call.query))?;
    let code = required(call.query_text("roleCode"), "roleCode")?;
    let role = world.roles.get(call.query_text("namespaceCode"), code)?;
    let kinds: Vec<&str> = call.query.get("targetType").map(texts).into_iter().flatten().collect();
    let query = call.query_text("query").unwrap_or_default();
    let now = clock::now_in_milliseconds();
    let assignments: Vec<&Assignment> = role
        .assignments
        .iter()
        .filter(|_| mentions([Some(role.code.as_str()), Some(&role.name)], query))
        .filter(|assignment| kinds.is_empty() || kinds.contains(&kind_in_lists(&assignment.target)))
        .collect();
    let mut answer = page.of(&assignments, |it| shown(role, it, &world.settings.user_pool_id, now));
    // This one list calls its entries `data`.
    if let Some(list) = answer.as_object_mut().and_then(|answer| answer.remove("list")) {
        answer["data"] = list;
    }
    Ok(answer)
}

fn targets(call: &Call<'_>) -> Result<Vec<Target>, Failure> {
    items(&call.body["targets"]).iter().map(Target::read).collect()
}

/// The role that `{code, namespace}` names.
fn named<'a>(world: &'a mut World, request: &Value) -> Result<&'a mut Role, Failure> {
    let code = required(request["code"].as_str(), "code")?;
    world.roles.get_mut(request["namespace"].as_str(), code)
}

fn assign(world: &mut World, request: &Value, targets: &[Target]) -> Outcome {
    for target in targets {
        target.refuse_unknown(world)?;
    }
    let now = clock::now();
    let role = named(world, request)?;
    for target in targets {
        let before = role.assignments.iter().position(|it| it.target == *target);
        let assignment = Assignment {
            target: target.clone(),
            enable_time: request["enableTime"].as_i64(),
            end_time: request["endTime"].as_i64(),
            created_at: now.clone(),
            updated_at: now.clone(),
        };
        match before.and_then(|index| role.assignments.get_mut(index)) {
            Some(own) => *own = Assignment { created_at: own.created_at.clone(), ..assignment },
            None => role.assignments.push(assignment),
        }
    }
    success()
}

/// Lists of assignments call a department `ORG`.
fn kind_in_lists(target: &Target) -> &str {
    if target.kind == "DEPARTMENT" { "ORG" } else { &target.kind }
}

/// The assignment as answers show it (`RolePermissionListDto`).
fn shown(role: &Role, assignment: &Assignment, user_pool_id: &str, now: i64) -> Value {
    let mut shown = json!({
        "roleId": role.id,
        "roleCode": role.code,
        "roleName": role.name,
        "description": role.description,
        "status": if assignment.holds_at(now) { "ENABLE" } else { "DISABLE" },
        "userPoolId": user_pool_id,
        "createdAt": assignment.created_at,
        "updatedAt": assignment.updated_at,
    });
    for (property, time) in [("enableTime", assignment.enable_time), ("endTime", assignment.end_time)] {
        if let Some(time) = time {
            shown[property] = time.into();
        }
    }
    shown
}
