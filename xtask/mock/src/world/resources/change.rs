//! Creating, changing and deleting resources.

use indexmap::IndexMap;
use serde_json::{Map, Value, json};

use super::{Resource, named, read};
use crate::answer::Failure;
use crate::call::{Call, Reply};
use crate::world::directory::{conflict, not_found, success};
use crate::world::{World, clock, given, namespaces};

const GIVEN: [&str; 6] = ["code", "name", "description", "type", "actions", "apiIdentifier"];

/// `create-resource`.
pub(super) fn create(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    given::text(call, "code")?;
    let namespace = namespaces::named(world, call, "namespace")?;
    let properties = given::properties(&call.body, &GIVEN);
    check_free(world, namespace, &properties, &[])?;
    let id = add(world, namespace, properties);
    read::reply(world, &id)
}

/// `create-resources-batch`: all of them or, when one cannot be, none.
pub(super) fn create_several(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    let namespace = namespaces::named(world, call, "namespace")?;
    let list = given::value(call, "list").map(given::elements).unwrap_or_default();
    let list: Vec<Map<String, Value>> = list.iter().map(|resource| given::properties(resource, &GIVEN)).collect();
    for (index, resource) in list.iter().enumerate() {
        check_free(world, namespace, resource, list.get(..index).unwrap_or_default())?;
    }
    for resource in list {
        add(world, namespace, resource);
    }
    Ok(success())
}

/// `update-resource`: what is not given stays as it is.
pub(super) fn update(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    let id = named(world, call, "code")?;
    change(world, &id, given::properties(&call.body, &GIVEN));
    read::reply(world, &id)
}

/// `associate-tenant-resource`: notes whether the resource belongs to a tenant.
pub(super) fn associate(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    let id = named(world, call, "code")?;
    let linked = json!({"linkedToTenant": given::flag(call, "association")});
    change(world, &id, given::properties(&linked, &["linkedToTenant"]));
    Ok(success())
}

/// `delete-resource`: with all authorizations for it.
pub(super) fn delete(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    let id = named(world, call, "code")?;
    world.resources.by_id.shift_remove(&id);
    Ok(success())
}

/// `delete-resources-batch` by code or id, `delete-common-resources-batch` by id: all of them or, when one is not there, none.
pub(super) fn delete_several(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    let namespace = namespaces::named(world, call, "namespace")?;
    let mut gone = Vec::new();
    for code in given::texts(call, "codeList") {
        gone.push(world.resources.find(namespace, code).ok_or_else(|| not_found("resource", code))?);
    }
    for id in given::texts(call, "ids") {
        let id = world
            .resources
            .by_id
            .get_key_value(id)
            .map(|(id, _)| id.clone())
            .ok_or_else(|| not_found("resource", id))?;
        gone.push(id);
    }
    world.resources.by_id.retain(|id, _| !gone.contains(id));
    Ok(success())
}

fn add(world: &mut World, namespace: u64, properties: Map<String, Value>) -> String {
    let id = world.next_id();
    let now = clock::now();
    let grants = IndexMap::new();
    let resource = Resource { namespace, properties, grants, created_at: now.clone(), updated_at: now };
    world.resources.by_id.insert(id.clone(), resource);
    id
}

fn change(world: &mut World, id: &str, changes: Map<String, Value>) {
    if let Some(resource) = world.resources.by_id.get_mut(id) {
        resource.properties.extend(changes);
        resource.updated_at = clock::now();
    }
}

/// Codes are unique in a namespace, and among those that come with it.
fn check_free(
    world: &World,
    namespace: u64,
    resource: &Map<String, Value>,
    before: &[Map<String, Value>],
) -> Result<(), Failure> {
    let code = resource.get("code");
    let text = code.and_then(Value::as_str).unwrap_or_default();
    let is_taken = world.resources.find(namespace, text).is_some() || before.iter().any(|it| it.get("code") == code);
    if is_taken { Err(conflict("resource", text)) } else { Ok(()) }
}
