//! What subjects may do with resources, as it follows from the authorizations.

use serde_json::{Value, json};

use super::authorize::EVERY;
use super::{Resource, Subject};
use crate::answer::Failure;
use crate::call::{Call, Reply};
use crate::world::{World, given, namespaces, page, subjects};

/// `is-action-allowed`: a resource that is not there allows nothing.
pub(super) fn is_allowed(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    let user_id = subjects::user(world, given::text(call, "userId")?, None)?;
    let namespace = namespaces::named(world, call, "namespace")?;
    let action = given::text(call, "action")?;
    let resource = world.resources.find(namespace, given::text(call, "resource")?);
    let actions = match resource.and_then(|id| world.resources.by_id.get(&id)) {
        Some(resource) => actions(resource, |subject| stands_for(world, subject, &user_id)),
        None => Vec::new(),
    };
    Ok(Reply::Data(json!({"allowed": actions.iter().any(|it| it == action || it == EVERY)})))
}

/// `get-authorized-resources`: what a subject was authorized for itself. Nothing is ever denied here, so `withDenied` adds nothing.
pub(super) fn of_subject(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    let (kind, identifier) = (given::text(call, "targetType")?, given::text(call, "targetIdentifier")?);
    subjects::check(world, kind, identifier)?;
    let list = list(world, call, |subject| subject.kind == kind && subject.identifier == identifier)?;
    Ok(Reply::Data(page::whole(list)))
}

/// `get-user-authorized-resources`: what a user may use directly, or as one of those whom another subject stands for.
pub(super) fn of_user(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    let user_id = subjects::user(world, given::text(call, "userId")?, given::optional(call, "userIdType"))?;
    Ok(Reply::Data(page::whole(list(world, call, |subject| stands_for(world, subject, &user_id))?)))
}

/// `get-my-authorized-resources`: the same for the signed-in user.
pub(super) fn mine(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    let user_id = subjects::signed_in(world, call)?;
    Ok(Reply::Data(page::whole(list(world, call, |subject| stands_for(world, subject, &user_id))?)))
}

/// `get-role-authorized-resources`.
pub(super) fn of_role(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    let code = given::text(call, "code")?;
    Ok(Reply::Data(page::whole(list(world, call, |subject| subject.kind == "ROLE" && subject.identifier == code)?)))
}

/// `get-group-authorized-resources`: a list without the number of all.
pub(super) fn of_group(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    let code = given::text(call, "code")?;
    Ok(Reply::Data(list(world, call, |subject| subject.kind == "GROUP" && subject.identifier == code)?.into()))
}

fn stands_for(world: &World, subject: &Subject, user_id: &str) -> bool {
    subjects::members_of(world, &subject.kind, &subject.identifier).iter().any(|member| member == user_id)
}

/// The actions that any of these subjects is authorized for, each once.
fn actions(resource: &Resource, is_meant: impl Fn(&Subject) -> bool) -> Vec<String> {
    let granted = resource.grants.iter().filter(|(subject, _)| is_meant(subject)).flat_map(|(_, actions)| actions);
    let mut actions: Vec<String> = Vec::new();
    for action in granted {
        if !actions.contains(action) {
            actions.push(action.clone());
        }
    }
    actions
}

/// The resources for which any of these subjects is authorized.
fn list(world: &World, call: &Call<'_>, is_meant: impl Fn(&Subject) -> bool) -> Result<Vec<Value>, Failure> {
    let namespace = namespaces::named(world, call, "namespace")?;
    let kind = given::optional(call, "resourceType");
    let beginnings = given::texts(call, "resourceList");
    let found = world.resources.by_id.values().filter(|resource| {
        let code = resource.text("code");
        resource.namespace == namespace
            && kind.is_none_or(|kind| resource.text("type") == kind)
            && (beginnings.is_empty() || beginnings.iter().any(|beginning| code.starts_with(beginning)))
    });
    let with_actions = found.map(|resource| (resource, actions(resource, &is_meant)));
    Ok(with_actions.filter(|(_, actions)| !actions.is_empty()).map(|(it, actions)| shown(it, &actions)).collect())
}

fn shown(resource: &Resource, actions: &[String]) -> Value {
    let mut shown = json!({
        "resourceCode": resource.text("code"),
        "resourceType": resource.text("type"),
        "apiIdentifier": resource.text("apiIdentifier"),
        "actions": actions,
        "effect": "ALLOW",
    });
    if let Some(description) = resource.properties.get("description") {
        shown["description"] = description.clone();
    }
    shown
}
