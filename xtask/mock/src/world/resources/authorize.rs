//! Who is authorized for which actions on a resource.

use serde_json::{Value, json};

use super::{Subject, named};
use crate::answer::Failure;
use crate::call::{Call, Reply};
use crate::world::directory::{not_found, success};
use crate::world::{World, given, namespaces, page, subjects};

/// The action that stands for all.
pub(super) const EVERY: &str = "*";

/// One subject's new actions on one resource.
struct Grant {
    resource: String,
    subject: Subject,
    actions: Vec<String>,
}

/// `authorize-resources`: the actions take the place of those that a subject had on the resource; no actions take them away.
/// All of it is done or, when something is not there, nothing.
pub(super) fn grant(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    for Grant { resource, subject, actions } in grants(world, call)? {
        let Some(resource) = world.resources.by_id.get_mut(&resource) else { continue };
        if actions.is_empty() {
            resource.grants.shift_remove(&subject);
        } else {
            resource.grants.insert(subject, actions);
        }
    }
    Ok(success())
}

/// `get-resource-authorized-targets`.
pub(super) fn targets(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    let id = named(world, call, "resource")?;
    let kind = given::optional(call, "targetType");
    let grants = world.resources.by_id.get(&id).map(|resource| &resource.grants).into_iter().flatten();
    let found = grants.filter(|(subject, _)| kind.is_none_or(|kind| subject.kind == kind));
    let list = found.map(|(subject, actions)| {
        json!({"targetType": subject.kind, "targetIdentifier": subject.identifier, "actions": actions})
    });
    Ok(Reply::Data(page::paged(list.collect(), call)?))
}

fn grants(world: &World, call: &Call<'_>) -> Result<Vec<Grant>, Failure> {
    let namespace = namespaces::named(world, call, "namespace")?;
    let list = |item: &'_ Value, name: &str| item.get(name).cloned().unwrap_or_default();
    let mut grants = Vec::new();
    for item in given::value(call, "list").map(given::elements).unwrap_or_default() {
        let kind = item.get("targetType").and_then(Value::as_str).unwrap_or_default();
        for identifier in given::texts_of(&list(item, "targetIdentifiers")) {
            subjects::check(world, kind, identifier)?;
            for wanted in given::elements(&list(item, "resources")) {
                let (resource, actions) = wanted_actions(world, namespace, wanted)?;
                let subject = Subject { kind: kind.to_owned(), identifier: identifier.to_owned() };
                grants.push(Grant { resource, subject, actions });
            }
        }
    }
    Ok(grants)
}

/// The id of a resource and the actions on it, all of which it declares. One that declares none takes any.
fn wanted_actions(world: &World, namespace: u64, wanted: &Value) -> Result<(String, Vec<String>), Failure> {
    let text = |name: &str| wanted.get(name).and_then(Value::as_str).unwrap_or_default();
    let (code, kind) = (text("code"), text("resourceType"));
    let found = world.resources.find(namespace, code).and_then(|id| Some((world.resources.by_id.get(&id)?, id)));
    let (resource, id) = found.ok_or_else(|| not_found("resource", code))?;
    if resource.text("type") != kind {
        return Err(Failure::plain(400, format!("the resource {code} is not of the type {kind}")));
    }
    let actions = wanted.get("actions").map(given::texts_of).unwrap_or_default();
    let declared = resource.actions();
    let is_declared = |action: &&str| *action == EVERY || declared.is_empty() || declared.contains(action);
    if let Some(unknown) = actions.iter().find(|action| !is_declared(action)) {
        return Err(Failure::plain(400, format!("the resource {code} has no action {unknown}")));
    }
    Ok((id, actions.into_iter().map(str::to_owned).collect()))
}
