//! Reading organizations.

use serde_json::{Value, json};

use super::Organization;
use crate::answer::Failure;
use crate::call::{Call, Reply};
use crate::world::directory::not_found;
use crate::world::{World, given, page};

/// `get-organization`.
pub(super) fn one(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    let code = given::text(call, "organizationCode")?;
    let organization = world.organizations.find(code).ok_or_else(|| not_found("organization", code))?;
    Ok(Reply::Data(shown(world, organization, call)))
}

/// `get-organization-batch`: those that there are, in the order in which they are asked for.
pub(super) fn several(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    let codes = given::texts(call, "organizationCodeList");
    let found = codes.into_iter().filter_map(|code| world.organizations.find(code));
    Ok(Reply::Data(found.map(|organization| shown(world, organization, call)).collect()))
}

/// `list-organizations`.
pub(super) fn list(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    let found: Vec<Value> = chosen(world, call).map(|organization| shown(world, organization, call)).collect();
    let data = if given::flag(call, "fetchAll") { page::whole(found) } else { page::paged(found, call)? };
    Ok(Reply::Data(data))
}

/// `search-organizations`: by a part of the name or of the code.
pub(super) fn search(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    let keywords = given::text(call, "keywords")?;
    let shown = chosen(world, call).map(|organization| shown(world, organization, call));
    let is_meant = |organization: &Value| {
        let names = ["organizationName", "organizationCode"];
        organization.as_object().is_some_and(|it| given::mentions(it, &names, keywords))
    };
    Ok(Reply::Data(page::paged(shown.filter(is_meant).collect(), call)?))
}

/// The organizations of the tenant and in the state that a request names.
fn chosen<'a>(world: &'a World, call: &'a Call<'_>) -> impl Iterator<Item = &'a Organization> {
    let tenant = given::value(call, "tenantId");
    // The state is written as a text, and asked for as a flag.
    let status = given::value(call, "status").and_then(Value::as_bool);
    world.organizations.by_root.values().filter(move |organization| {
        let is = |name: &str| organization.properties.get(name);
        let is_on = is("status").and_then(Value::as_str) != Some("false");
        tenant.is_none_or(|tenant| is("tenantId") == Some(tenant)) && status.is_none_or(|wanted| wanted == is_on)
    })
}

/// An organization as the API shows it, with what the request wants to see.
pub(super) fn shown(world: &World, organization: &Organization, call: &Call<'_>) -> Value {
    let mut shown = organization.properties.clone();
    if let Some(root) = world.departments.get(&organization.root) {
        let common = ["description", "openDepartmentId", "leaderUserIds"];
        let held = common.iter().filter_map(|name| Some(((*name).to_owned(), root.properties.get(*name)?.clone())));
        shown.extend(held);
        shown.insert("organizationName".to_owned(), json!(root.text("name")));
        shown.insert("createdAt".to_owned(), json!(root.created_at));
        shown.insert("updatedAt".to_owned(), json!(root.updated_at));
        let is_asked_for = |flag: &str| given::flag(call, flag);
        for (flag, name) in [("withCustomData", "customData"), ("withPost", "postIdList")] {
            if let Some(value) = root.properties.get(name).filter(|_| is_asked_for(flag)) {
                shown.insert(name.to_owned(), value.clone());
            }
        }
    }
    shown.insert("organizationCode".to_owned(), json!(organization.code));
    shown.insert("departmentId".to_owned(), json!(organization.root));
    shown.insert("hasChildren".to_owned(), json!(world.departments.children(&organization.root).next().is_some()));
    let members = world.departments.users_below(&world.users, &organization.root);
    shown.insert("membersCount".to_owned(), json!(members.len()));
    shown.insert("isVirtualNode".to_owned(), json!(false));
    Value::Object(shown)
}
