//! The departments of a user.

use serde_json::{Value, json};

use super::{Department, Membership};
use crate::answer::Failure;
use crate::call::{Call, Reply};
use crate::world::directory::{not_found, success};
use crate::world::{World, given, page, subjects};

/// `get-user-departments`.
pub(super) fn list(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    let user_id = subjects::user(world, given::text(call, "userId")?, given::optional(call, "userIdType"))?;
    departments(world, call, &user_id)
}

/// `get-my-department-list`: those of the signed-in user.
pub(super) fn mine(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    let user_id = subjects::signed_in(world, call)?;
    departments(world, call, &user_id)
}

/// `set-user-departments`: the given ones, and no others.
pub(super) fn set(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    let kind = call.body_text("/options/userIdType");
    let user_id = subjects::user(world, given::text(call, "userId")?, kind)?;
    let departments = given::value(call, "departments").map(given::elements).unwrap_or_default();
    let id = |department: &Value| department.get("departmentId").and_then(Value::as_str).unwrap_or_default().to_owned();
    let wanted: Vec<String> = departments.iter().map(id).collect();
    if let Some(missing) = wanted.iter().find(|id| world.departments.get(id).is_none()) {
        return Err(not_found("department", missing));
    }
    let others: Vec<String> =
        world.departments.iter().map(|it| it.id.clone()).filter(|id| !wanted.contains(id)).collect();
    for id in others {
        world.departments.leave(&id, &user_id);
        lead(world, &id, &user_id, false);
    }
    for (id, department) in wanted.iter().zip(departments) {
        let flag = |name: &str| department.get(name).and_then(Value::as_bool);
        world.departments.join(id, &user_id, Some(flag("isMainDepartment").unwrap_or_default()));
        lead(world, id, &user_id, flag("isLeader").unwrap_or_default());
    }
    Ok(success())
}

/// Makes a user a leader of a department, or no longer one.
fn lead(world: &mut World, id: &str, user_id: &str, is_leader: bool) {
    let Some(department) = world.departments.get(id) else { return };
    if is_led_by(department, user_id) == is_leader {
        return;
    }
    let leaders = department.properties.get("leaderUserIds").map(given::elements).unwrap_or_default();
    let mut leaders: Vec<Value> = leaders.iter().filter(|leader| *leader != user_id).cloned().collect();
    if is_leader {
        leaders.push(user_id.into());
    }
    world.departments.change(id, |department| {
        department.properties.insert("leaderUserIds".to_owned(), leaders.into());
    });
}

fn is_led_by(department: &Department, user_id: &str) -> bool {
    let leaders = department.properties.get("leaderUserIds").map(given::elements).unwrap_or_default();
    leaders.iter().any(|leader| leader == user_id)
}

fn departments(world: &World, call: &Call<'_>, user_id: &str) -> Result<Reply, Failure> {
    let all = world.departments.iter();
    let mut found: Vec<(&Department, &Membership)> =
        all.filter_map(|department| Some((department, department.members.get(user_id)?))).collect();
    match given::optional(call, "sortBy").unwrap_or("JoinDepartmentAt") {
        "JoinDepartmentAt" => found.sort_by_key(|(_, membership)| membership.order),
        "DepartmentName" => found.sort_by_key(|(department, _)| department.text("name")),
        "DepartmemtCode" => found.sort_by_key(|(department, _)| department.text("code")),
        // They stand in the order in which they were created.
        _ => (),
    }
    if given::optional(call, "orderBy") != Some("Asc") {
        found.reverse();
    }
    let list = found.into_iter().map(|(department, membership)| shown(world, call, user_id, department, membership));
    Ok(Reply::Data(page::paged(list.collect(), call)?))
}

/// A user's department as the API shows it.
fn shown(world: &World, call: &Call<'_>, user_id: &str, department: &Department, membership: &Membership) -> Value {
    let text = |name: &str| department.text(name).unwrap_or_default();
    let mut shown = json!({
        "organizationCode": world.organizations.of_root(&department.root).map(|organization| &organization.code),
        "departmentId": department.id,
        "isRoot": department.parent.is_none(),
        "createdAt": department.created_at,
        "name": text("name"),
        "description": text("description"),
        "isLeader": is_led_by(department, user_id),
        "code": text("code"),
        "isMainDepartment": membership.is_main,
        "joinedAt": membership.joined_at,
        "isVirtualNode": department.properties.get("isVirtualNode") == Some(&Value::Bool(true)),
    });
    let mut wanted = vec!["openDepartmentId"];
    if given::flag(call, "withCustomData") {
        wanted.push("customData");
    }
    for name in wanted {
        if let Some(value) = department.properties.get(name) {
            shown[name] = value.clone();
        }
    }
    if given::flag(call, "withDepartmentPaths") {
        let path = path(world, department);
        let texts = |name: &str| path.iter().map(|it| json!(it.text(name).unwrap_or_default())).collect::<Value>();
        shown["departmentIdPath"] = path.iter().map(|it| json!(it.id)).collect();
        shown["departmentCodePath"] = texts("code");
        shown["departmentNamePath"] = texts("name");
    }
    shown
}

/// The way from the root down to a department.
fn path<'a>(world: &'a World, department: &'a Department) -> Vec<&'a Department> {
    let above = |it: &&'a Department| it.parent.as_deref().and_then(|id| world.departments.get(id));
    let mut path: Vec<&Department> = std::iter::successors(Some(department), above).collect();
    path.reverse();
    path
}
