//! Creating, changing, moving and deleting departments.

use serde_json::{Map, Value};

use super::{Department, find, read};
use crate::answer::Failure;
use crate::call::{Call, Reply};
use crate::world::directory::{conflict, success};
use crate::world::{World, given};

/// What a request can give, and a reply gives back.
const GIVEN: [&str; 9] = [
    "openDepartmentId",
    "name",
    "description",
    "code",
    "isVirtualNode",
    "i18n",
    "customData",
    "postIdList",
    "leaderUserIds",
];

/// `create-department`.
pub(super) fn create(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    given::text(call, "name")?;
    let parent = find::parent(world, call)?.clone();
    let properties = given::properties(&call.body, &GIVEN);
    check_free(world, &parent.root, &properties, None)?;
    let mut department = Department::new(world, Some(&parent));
    department.properties = properties;
    let id = department.id.clone();
    world.departments.insert(department);
    read::reply(world, &id, true)
}

/// `update-department`: what is not given stays as it is; another department above moves it with all below it.
pub(super) fn update(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    let department = find::find(world, call)?.clone();
    let mut changes = given::properties(&call.body, &GIVEN);
    changes.extend(given::properties(&call.body, &["status"]));
    check_free(world, &department.root, &changes, Some(&department.id))?;
    let parent = match given::value(call, "parentDepartmentId") {
        Some(_) => Some(new_parent(world, call, &department)?),
        None => department.parent,
    };
    world.departments.change(&department.id, |department| {
        department.properties.extend(changes);
        department.parent = parent;
    });
    read::reply(world, &department.id, true)
}

/// `update-department-status`. The document describes the answer as a free object, without an envelope.
pub(super) fn set_status(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    let id = find::find(world, call)?.id.clone();
    let status = given::properties(&call.body, &["status"]);
    world.departments.change(&id, |department| department.properties.extend(status));
    match read::reply(world, &id, false)? {
        Reply::Data(department) => Ok(Reply::Whole(department)),
        other => Ok(other),
    }
}

/// `delete-department`: with all below it. The root goes with its organization only.
pub(super) fn delete(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    let department = find::find(world, call)?;
    if department.parent.is_none() {
        return Err(Failure::plain(400, "the root department goes with its organization only"));
    }
    let id = department.id.clone();
    world.departments.remove_with_all_below(&id);
    Ok(success())
}

fn new_parent(world: &World, call: &Call<'_>, department: &Department) -> Result<String, Failure> {
    let parent = find::parent(world, call)?;
    if department.parent.is_none() {
        return Err(Failure::plain(400, "the root department stays on top"));
    }
    if world.departments.below(&department.id).iter().any(|below| below.id == parent.id) {
        return Err(Failure::plain(400, "a department cannot be moved below itself"));
    }
    Ok(parent.id.clone())
}

/// Codes and own identifiers are unique in an organization.
fn check_free(world: &World, root: &str, given: &Map<String, Value>, itself: Option<&str>) -> Result<(), Failure> {
    for name in ["code", "openDepartmentId"] {
        let Some(wanted) = given.get(name).and_then(Value::as_str) else { continue };
        let others = world.departments.iter().filter(|it| it.root == root && Some(it.id.as_str()) != itself);
        if others.into_iter().any(|other| other.text(name) == Some(wanted)) {
            return Err(conflict("department", wanted));
        }
    }
    Ok(())
}
