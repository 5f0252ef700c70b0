//! Reading departments.

use serde_json::{Value, json};

use super::{Department, find};
use crate::answer::Failure;
use crate::call::{Call, Reply};
use crate::world::directory::not_found;
use crate::world::{World, given, page};

/// `get-department`, `get-department-by-id`.
pub(super) fn one(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    let department = find::find(world, call)?;
    Ok(Reply::Data(shown(world, department, given::flag(call, "withCustomData"))))
}

/// `get-parent-department`: a root has none.
pub(super) fn parent(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    let department = find::find(world, call)?;
    let parent = department.parent.as_deref().ok_or_else(|| not_found("department above", &department.id))?;
    reply(world, parent, given::flag(call, "withCustomData"))
}

/// `list-children-departments`: those right below.
pub(super) fn children(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    let above = find::find(world, call)?;
    let status = given::value(call, "status");
    let (no_virtual, only_virtual) = (given::flag(call, "excludeVirtualNode"), given::flag(call, "onlyVirtualNode"));
    let children = world.departments.children(&above.id).filter(|child| {
        let is_virtual = child.properties.get("isVirtualNode") == Some(&Value::Bool(true));
        // A department is enabled unless somebody disabled it.
        let is_in_state = |wanted| child.properties.get("status").unwrap_or(&Value::Bool(true)) == wanted;
        status.is_none_or(is_in_state) && !(is_virtual && no_virtual) && (is_virtual || !only_virtual)
    });
    Ok(Reply::Data(page::whole(all_shown(world, children, call))))
}

/// `get-all-departments`: all below one, which is the root unless the request names another.
pub(super) fn all(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    let top = match given::value(call, "departmentId") {
        Some(_) => find::find(world, call)?.id.clone(),
        None => crate::world::organizations::root_of(world, given::text(call, "organizationCode")?)?,
    };
    let below = world.departments.below(&top);
    let found = below.into_iter().filter(|department| department.id != top);
    Ok(Reply::Data(page::whole(all_shown(world, found, call))))
}

/// `search-departments`: by a part of the name or of the code.
pub(super) fn search(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    let keywords = given::text(call, "keywords")?;
    let departments = find::of_organization(world, call)?;
    let found = departments.filter(|it| given::mentions(&it.properties, &["name", "code"], keywords));
    Ok(Reply::Data(all_shown(world, found, call).into()))
}

/// A department as the payload of a reply.
pub(super) fn reply(world: &World, id: &str, with_custom_data: bool) -> Result<Reply, Failure> {
    let department = world.departments.get(id).ok_or_else(|| not_found("department", id))?;
    Ok(Reply::Data(shown(world, department, with_custom_data)))
}

/// A department as the API shows it.
pub(super) fn shown(world: &World, department: &Department, with_custom_data: bool) -> Value {
    let mut shown = department.properties.clone();
    if !with_custom_data {
        shown.remove("customData");
    }
    let organization = world.organizations.of_root(&department.root);
    let parent = department.parent.as_deref().and_then(|id| world.departments.get(id));
    let parent_code = parent.and_then(|parent| parent.text("code")).unwrap_or_default();
    let known = json!({
        "organizationCode": organization.map(|organization| &organization.code),
        "departmentId": department.id,
        "createdAt": department.created_at,
        "updatedAt": department.updated_at,
        "parentDepartmentId": department.parent.as_deref().unwrap_or_default(),
        "parentDepartmentCode": parent_code,
        "membersCount": world.departments.users_below(&world.users, &department.id).len(),
        "hasChildren": world.departments.children(&department.id).next().is_some(),
    });
    shown.extend(known.as_object().cloned().unwrap_or_default());
    Value::Object(shown)
}

fn all_shown<'a>(world: &World, departments: impl Iterator<Item = &'a Department>, call: &Call<'_>) -> Vec<Value> {
    let with_custom_data = given::flag(call, "withCustomData");
    departments.map(|department| shown(world, department, with_custom_data)).collect()
}
