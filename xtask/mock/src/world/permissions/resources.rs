//! Data resources: created, read, changed, deleted.

use serde_json::{Value, json};

use super::{DataResource, place};
use crate::answer::Failure;
use crate::call::{Call, Reply};
use crate::world::directory::{conflict, done, not_found};
use crate::world::{World, clock, given, namespaces, page};

const GIVEN: [&str; 7] =
    ["resourceName", "resourceCode", "type", "struct", "actions", "description", "extendFieldList"];

/// `create-data-resource`.
pub(super) fn create(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    add(world, call, given::text(call, "type")?)
}

/// `create-string-data-resource`.
pub(super) fn create_string(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    add(world, call, "STRING")
}

/// `create-array-data-resource`.
pub(super) fn create_array(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    add(world, call, "ARRAY")
}

/// `create-tree-data-resource`.
pub(super) fn create_tree(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    add(world, call, "TREE")
}

/// `get-data-resource`.
pub(super) fn one(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    let id = named(world, call)?;
    Ok(Reply::Data(shown(world, &id)))
}

/// `list-data-resources`: those with the query in their name or code, in all namespaces or in some.
pub(super) fn list(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    let query = given::optional(call, "query").unwrap_or_default();
    let codes = given::texts(call, "namespaceCodes");
    let found = world.permissions.resources.iter().filter(|(_, resource)| {
        let namespace = world.namespaces.text(resource.namespace, "code");
        (codes.is_empty() || codes.contains(&namespace))
            && given::mentions(&resource.properties, &["resourceName", "resourceCode"], query)
    });
    let list = found.map(|(id, resource)| {
        let is_granted = |policy: &&super::Policy| !policy.targets.is_empty() && policy.is_about(id);
        let mut shown = given::properties(&Value::Object(resource.properties.clone()), &["description"]);
        let known = json!({
            "resourceName": resource.text("resourceName"),
            "resourceCode": resource.text("resourceCode"),
            "type": resource.text("type"),
            "namespaceCode": world.namespaces.text(resource.namespace, "code"),
            "namespaceName": world.namespaces.text(resource.namespace, "name"),
            "authorizationNum": world.permissions.policies.values().filter(is_granted).count(),
            "updatedAt": resource.updated_at,
        });
        shown.extend(known.as_object().cloned().unwrap_or_default());
        Value::Object(shown)
    });
    Ok(Reply::Data(page::paged(list.collect(), call)?))
}

/// `update-data-resource`: what is not given stays as it is.
pub(super) fn update(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    let id = named(world, call)?;
    let found = world.permissions.resources.get(&id).cloned();
    let mut resource = found.ok_or_else(|| not_found("data resource", &id))?;
    let changes = given::properties(&call.body, &["resourceName", "struct", "actions", "description"]);
    if let Some(name) = changes.get("resourceName").and_then(Value::as_str) {
        check_free(world, resource.namespace, "resourceName", name, Some(&id))?;
    }
    resource.properties.extend(changes);
    resource.updated_at = clock::now();
    check_structure(&resource)?;
    world.permissions.resources.insert(id.clone(), resource);
    Ok(Reply::Data(shown(world, &id)))
}

/// `delete-data-resource`: what policies say of it is without effect from then on.
pub(super) fn delete(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    let id = named(world, call)?;
    world.permissions.resources.shift_remove(&id);
    Ok(done())
}

/// `check-data-resource-exists`: whether name and code are still free.
pub(super) fn is_free(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    let namespace = namespaces::named(world, call, "namespaceCode")?;
    let is_free = ["resourceName", "resourceCode"].iter().all(|property| {
        let wanted = given::optional(call, property);
        wanted.is_none_or(|wanted| check_free(world, namespace, property, wanted, None).is_ok())
    });
    Ok(Reply::Data(json!({"isValid": is_free})))
}

fn add(world: &mut World, call: &Call<'_>, kind: &str) -> Result<Reply, Failure> {
    let namespace = namespaces::named(world, call, "namespaceCode")?;
    for property in ["resourceCode", "resourceName"] {
        check_free(world, namespace, property, given::text(call, property)?, None)?;
    }
    let mut properties = given::properties(&call.body, &GIVEN);
    properties.insert("type".to_owned(), json!(kind));
    let resource = DataResource { namespace, properties, updated_at: clock::now() };
    check_structure(&resource)?;
    let id = world.next_id();
    world.permissions.resources.insert(id.clone(), resource);
    Ok(Reply::Data(shown(world, &id)))
}

fn named(world: &World, call: &Call<'_>) -> Result<String, Failure> {
    let namespace = namespaces::named(world, call, "namespaceCode")?;
    let code = given::text(call, "resourceCode")?;
    world.permissions.find(namespace, code).ok_or_else(|| not_found("data resource", code))
}

fn check_free(
    world: &World,
    namespace: u64,
    property: &str,
    wanted: &str,
    itself: Option<&str>,
) -> Result<(), Failure> {
    let mut others = world.permissions.resources.iter().filter(|(id, _)| Some(id.as_str()) != itself);
    let is_taken = others.any(|(_, it)| it.namespace == namespace && it.text(property) == wanted);
    if is_taken { Err(conflict("data resource", wanted)) } else { Ok(()) }
}

/// The structure is what the type says, and sibling nodes of a tree have different codes.
fn check_structure(resource: &DataResource) -> Result<(), Failure> {
    let (kind, structure) = (resource.text("type"), resource.structure());
    let elements = given::elements(structure);
    let fits = match kind {
        "STRING" => structure.is_string(),
        "ARRAY" => structure.is_array() && elements.iter().all(Value::is_string),
        _ => structure.is_array() && elements.iter().all(Value::is_object),
    };
    if !fits {
        return Err(Failure::plain(400, format!("the struct is not what a data resource of the type {kind} has")));
    }
    let nodes = place::nodes_of(resource);
    let is_twice = |(index, node): (usize, &place::Node<'_>)| nodes.iter().take(index).any(|it| it.codes == node.codes);
    if nodes.iter().enumerate().any(is_twice) {
        return Err(Failure::plain(400, "nodes of the tree that have the same parent have the same code"));
    }
    Ok(())
}

fn shown(world: &World, id: &str) -> Value {
    let Some(resource) = world.permissions.resources.get(id) else { return Value::Null };
    let mut shown = resource.properties.clone();
    shown.insert("namespaceCode".to_owned(), json!(world.namespaces.text(resource.namespace, "code")));
    Value::Object(shown)
}
