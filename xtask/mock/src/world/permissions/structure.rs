//! The structure of a data resource, with the actions that a user may do on it.

use serde_json::{Value, json};

use super::checks::{namespace, user};
use super::decision::{self, Policies};
use super::{DataResource, Place, place};
use crate::answer::Failure;
use crate::call::{Call, Reply};
use crate::world::directory::not_found;
use crate::world::{World, given};

/// `get-user-resource-struct`, `get-external-user-resource-struct`, `get-user-auth-resource-struct`.
pub(super) fn of_user(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    let policies = decision::policies(world, &user(world, call)?);
    let code = match given::optional(call, "resource") {
        Some(code) => code,
        None => given::text(call, "resourceCode")?,
    };
    let place = place::find(world, namespace(world, call)?, code);
    let found = place.and_then(|place| Some((world.permissions.resources.get(&place.resource)?, place)));
    let (resource, place) = found.ok_or_else(|| not_found("data resource", code))?;
    let actions = decision::actions(&policies, resource, &place);
    let structure = resource.structure();
    let (name, shown) = match resource.text("type") {
        "STRING" => ("strResourceAuthAction", json!({"value": structure, "actions": actions})),
        "ARRAY" => ("arrResourceAuthAction", json!({"values": structure, "actions": actions})),
        _ => {
            let nodes = nodes(&policies, resource, &place, structure);
            ("treeResourceAuthAction", json!({"nodeAuthActionList": nodes}))
        }
    };
    Ok(Reply::Data(json!({
        "namespaceCode": world.namespaces.text(resource.namespace, "code"),
        "resourceCode": resource.text("resourceCode"),
        "resourceType": resource.text("type"),
        name: shown,
    })))
}

/// Nodes with their actions; those without any are shown too, since others may be below them.
fn nodes(policies: &Policies<'_>, resource: &DataResource, above: &Place, list: &Value) -> Vec<Value> {
    let shown = |node: &Value| {
        let mut place = above.clone();
        place.nodes.push(node.get("code").and_then(Value::as_str).unwrap_or_default().to_owned());
        let mut shown = given::properties(node, &["code", "name", "value"]);
        shown.insert("actions".to_owned(), json!(decision::actions(policies, resource, &place)));
        let below = nodes(policies, resource, &place, node.get("children").unwrap_or(&Value::Null));
        shown.insert("children".to_owned(), below.into());
        Value::Object(shown)
    };
    given::elements(list).iter().map(shown).collect()
}
