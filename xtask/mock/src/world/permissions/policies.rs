//! Reading data policies.

use serde_json::{Map, Value, json};

use super::Policy;
use crate::answer::Failure;
use crate::call::{Call, Reply};
use crate::world::directory::not_found;
use crate::world::{World, given, page};

impl Policy {
    /// Whether it says anything of a resource.
    pub(super) fn is_about(&self, resource: &str) -> bool {
        let mut permissions = self.statements.iter().flat_map(|statement| &statement.permissions);
        permissions.any(|permission| permission.place.resource == resource)
    }
}

/// `get-data-policy`.
pub(super) fn one(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    let id = named(world, call)?;
    Ok(Reply::Data(shown(world, &id)))
}

/// `list-data-policies`: with the resources that they are about, and the subjects that they are granted to.
pub(super) fn list(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    let list = found(world, call).map(|(id, policy)| {
        let resources = world.permissions.resources.iter().filter(|(resource, _)| policy.is_about(resource));
        let resources = resources.map(|(id, it)| json!({"resourceId": id, "resourceName": it.text("resourceName")}));
        let targets = policy.targets.iter();
        let mut shown = simple(id, policy);
        shown.insert("resourceList".to_owned(), resources.collect());
        let targets = targets.map(|it| json!({"id": it.identifier, "type": it.kind, "name": it.name}));
        shown.insert("targetList".to_owned(), targets.collect());
        shown.insert("updatedAt".to_owned(), json!(policy.updated_at));
        Value::Object(shown)
    });
    Ok(Reply::Data(page::paged(list.collect(), call)?))
}

/// `list-simple-data-policies`.
pub(super) fn list_simple(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    let list = found(world, call).map(|(id, policy)| simple(id, policy).into());
    Ok(Reply::Data(page::paged(list.collect(), call)?))
}

/// `check-data-policy-exists`: whether the name is still free.
pub(super) fn is_free(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    let name = given::value(call, "policyName");
    let is_taken = world.permissions.policies.values().any(|policy| policy.properties.get("policyName") == name);
    Ok(Reply::Data(json!({"isValid": !is_taken})))
}

/// The id of the policy that a request names.
pub(super) fn named(world: &World, call: &Call<'_>) -> Result<String, Failure> {
    let id = given::text(call, "policyId")?;
    let found = world.permissions.policies.get_key_value(id);
    found.map(|(id, _)| id.clone()).ok_or_else(|| not_found("data policy", id))
}

/// A policy as the API shows it.
pub(super) fn shown(world: &World, id: &str) -> Value {
    let Some(policy) = world.permissions.policies.get(id) else { return Value::Null };
    let mut shown = simple(id, policy);
    shown.insert("createdAt".to_owned(), json!(policy.created_at));
    shown.insert("updatedAt".to_owned(), json!(policy.updated_at));
    Value::Object(shown)
}

fn simple(id: &str, policy: &Policy) -> Map<String, Value> {
    let mut shown = policy.properties.clone();
    shown.insert("policyId".to_owned(), json!(id));
    shown
}

fn found<'a>(world: &'a World, call: &'a Call<'_>) -> impl Iterator<Item = (&'a String, &'a Policy)> {
    let query = given::optional(call, "query").unwrap_or_default();
    let all = world.permissions.policies.iter();
    all.filter(move |(_, policy)| given::mentions(&policy.properties, &["policyName"], query))
}
