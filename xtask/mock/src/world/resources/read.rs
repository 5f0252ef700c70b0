//! Reading resources.

use serde_json::{Map, Value, json};

use super::{Resource, named};
use crate::answer::Failure;
use crate::call::{Call, Reply};
use crate::world::directory::not_found;
use crate::world::{World, given, namespaces, page};

/// `get-resource`.
pub(super) fn one(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    let id = named(world, call, "code")?;
    reply(world, &id)
}

/// `get-resources-batch`: those that there are.
pub(super) fn several(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    let namespace = namespaces::named(world, call, "namespace")?;
    let codes = given::texts(call, "codeList").into_iter();
    let found = codes.filter_map(|code| world.resources.by_id.get(&world.resources.find(namespace, code)?));
    Ok(Reply::Data(found.map(|resource| Value::Object(shown(world, resource))).collect()))
}

/// `list-resources`: those of a namespace, and of a kind where the request names one.
pub(super) fn list(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    let namespace = namespaces::named(world, call, "namespace")?;
    let kind = given::value(call, "type");
    let found = world.resources.by_id.values().filter(|resource| {
        resource.namespace == namespace && kind.is_none_or(|kind| resource.properties.get("type") == Some(kind))
    });
    Ok(Reply::Data(page::paged(found.map(|resource| shown(world, resource).into()).collect(), call)?))
}

/// `list-common-resource`: those with the keyword, in all namespaces or in some; their codes stand in one text, with commas.
pub(super) fn list_common(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    let codes: Option<Vec<&str>> =
        given::optional(call, "namespaceCodeList").map(|codes| codes.split(',').map(str::trim).collect());
    let keyword = given::optional(call, "keyword").unwrap_or_default();
    let found = world.resources.by_id.iter().filter(|(_, resource)| {
        codes.as_ref().is_none_or(|codes| codes.contains(&world.namespaces.text(resource.namespace, "code")))
            && given::mentions(&resource.properties, &["code", "name"], keyword)
    });
    let list = found.map(|(id, resource)| {
        let more = json!({
            "id": id,
            "namespaceId": resource.namespace,
            "namespaceName": world.namespaces.text(resource.namespace, "name"),
            "userPoolId": world.settings.user_pool_id,
            "createdAt": resource.created_at,
            "updatedAt": resource.updated_at,
        });
        let mut shown = shown(world, resource);
        shown.extend(more.as_object().cloned().unwrap_or_default());
        Value::Object(shown)
    });
    Ok(Reply::Data(page::paged(list.collect(), call)?))
}

/// A resource as the payload of a reply.
pub(super) fn reply(world: &World, id: &str) -> Result<Reply, Failure> {
    let resource = world.resources.by_id.get(id).ok_or_else(|| not_found("resource", id))?;
    Ok(Reply::Data(shown(world, resource).into()))
}

/// A resource as the API shows it.
fn shown(world: &World, resource: &Resource) -> Map<String, Value> {
    let mut shown = resource.properties.clone();
    shown.insert("namespace".to_owned(), json!(world.namespaces.text(resource.namespace, "code")));
    shown
}
