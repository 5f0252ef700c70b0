//! Subjects of permissions: which users a user, role, group, department or organization stands for.

use super::World;
use super::directory::not_found;
use crate::answer::Failure;
use crate::call::{Call, Caller};

/// The ids of the users that a subject stands for. `target_type` is a word of the API; `target_identifier` is the id of a
/// user or department, or the code of an organization, group or role.
pub(crate) fn members_of(world: &World, target_type: &str, target_identifier: &str) -> Vec<String> {
    match target_type {
        "USER" => world.users.get(target_identifier).map(|user| user.id().to_owned()).into_iter().collect(),
        "DEPARTMENT" | "ORG" => match department(world, target_identifier) {
            Some(department) => world.departments.users_below(&world.users, &department),
            None => Vec::new(),
        },
        "GROUP" => world.groups.members(target_identifier).to_vec(),
        "ROLE" => world.roles.users(world, target_identifier),
        _ => Vec::new(),
    }
}

/// Refuses a user, department or organization that is not there. Groups and roles are taken at their word.
pub(crate) fn check(world: &World, target_type: &str, target_identifier: &str) -> Result<(), Failure> {
    match target_type {
        "USER" => user(world, target_identifier, None).map(|_| ()),
        "DEPARTMENT" | "ORG" => {
            let missing = || not_found("department or organization", target_identifier);
            department(world, target_identifier).map(|_| ()).ok_or_else(missing)
        }
        _ => Ok(()),
    }
}

/// What people call a subject.
pub(crate) fn name(world: &World, target_type: &str, target_identifier: &str) -> Option<String> {
    if target_type == "USER" {
        let user = world.users.get(target_identifier)?;
        return ["name", "username", "email", "phone"].iter().find_map(|it| user.text(it)).map(str::to_owned);
    }
    let department = world.departments.get(&department(world, target_identifier)?)?;
    department.text("name").map(str::to_owned)
}

/// The id of the user that an identifier of this kind (`userIdType`) means.
///
/// # Errors
///
/// Status 404 with code 2004 when there is none.
pub(crate) fn user(world: &World, identifier: &str, kind: Option<&str>) -> Result<String, Failure> {
    let found = match kind.unwrap_or("user_id") {
        "user_id" => world.users.get(identifier),
        "external_id" => world.users.find("externalId", identifier),
        kind @ ("phone" | "email" | "username") => world.users.find(kind, identifier),
        _ => None,
    };
    let missing = || Failure::new(404, 2004, format!("there is no user {identifier}"));
    found.map(|user| user.id().to_owned()).ok_or_else(missing)
}

/// The signed-in user who calls.
///
/// # Errors
///
/// Status 401 with code 2020 when nobody is signed in.
pub(crate) fn signed_in(world: &World, call: &Call<'_>) -> Result<String, Failure> {
    match &call.caller {
        Caller::User { user_id, .. } => user(world, user_id, None),
        _ => Err(Failure::new(401, 2020, "nobody is signed in")),
    }
}

/// The department of an id, or the root of the organization of a code.
fn department(world: &World, identifier: &str) -> Option<String> {
    let organization = || world.organizations.find(identifier).map(|organization| organization.root.clone());
    world.departments.get(identifier).map(|department| department.id.clone()).or_else(organization)
}
