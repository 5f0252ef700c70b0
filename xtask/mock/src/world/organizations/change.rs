//! Creating, changing and deleting organizations.

use serde_json::json;

use super::{Organization, read};
use crate::answer::Failure;
use crate::call::{Call, Reply};
use crate::world::departments::Department;
use crate::world::directory::{conflict, not_found, success};
use crate::world::{World, given};

/// What the root department holds of an organization, beside the name.
const OF_THE_ROOT: [&str; 4] = ["description", "openDepartmentId", "postIdList", "leaderUserIds"];
/// What the organization holds itself.
const ITS_OWN: [&str; 2] = ["i18n", "tenantId"];

/// `create-organization`: with a root department and nothing else.
pub(super) fn create(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    let code = given::text(call, "organizationCode")?;
    let name = given::text(call, "organizationName")?;
    check_free(world, code)?;
    let mut root = Department::new(world, None);
    root.properties = given::properties(&call.body, &OF_THE_ROOT);
    root.properties.insert("name".to_owned(), json!(name));
    let properties = given::properties(&call.body, &ITS_OWN);
    let organization = Organization { code: code.to_owned(), root: root.id.clone(), properties };
    world.departments.insert(root);
    let reply = read::shown(world, &organization, call);
    world.organizations.by_root.insert(organization.root.clone(), organization);
    Ok(Reply::Data(reply))
}

/// `update-organization`: what is not given stays as it is.
pub(super) fn update(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    let mut organization = find(world, call)?;
    if let Some(code) = given::optional(call, "organizationNewCode").filter(|code| *code != organization.code) {
        check_free(world, code)?;
        organization.code = code.to_owned();
    }
    organization.properties.extend(given::properties(&call.body, &ITS_OWN));
    let mut changes = given::properties(&call.body, &OF_THE_ROOT);
    if let Some(name) = given::value(call, "organizationName") {
        changes.insert("name".to_owned(), name.clone());
    }
    world.departments.change(&organization.root, |root| root.properties.extend(changes));
    let reply = read::shown(world, &organization, call);
    world.organizations.by_root.insert(organization.root.clone(), organization);
    Ok(Reply::Data(reply))
}

/// `update-organization-status`.
pub(super) fn set_status(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    let root = given::text(call, "rootNodeId")?;
    let found = world.organizations.by_root.get_mut(root);
    let organization = found.ok_or_else(|| not_found("organization with the root department", root))?;
    organization.properties.extend(given::properties(&call.body, &["status"]));
    Ok(success())
}

/// `delete-organization`: with all its departments.
pub(super) fn delete(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    let organization = find(world, call)?;
    world.departments.remove_with_all_below(&organization.root);
    world.organizations.by_root.shift_remove(&organization.root);
    Ok(success())
}

fn find(world: &World, call: &Call<'_>) -> Result<Organization, Failure> {
    let code = given::text(call, "organizationCode")?;
    world.organizations.find(code).cloned().ok_or_else(|| not_found("organization", code))
}

fn check_free(world: &World, code: &str) -> Result<(), Failure> {
    world.organizations.find(code).map_or(Ok(()), |_| Err(conflict("organization", code)))
}
