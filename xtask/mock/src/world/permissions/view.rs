//! `list-permission-view/data`: users, data resources, and the policies that bring them together.

use serde_json::{Map, Value, json};

use super::{Policy, decision};
use crate::answer::Failure;
use crate::call::{Call, Reply};
use crate::world::users::User;
use crate::world::{World, given, page};

/// `list-permission-view/data`: by which policies each user has to do with each data resource. The departments, groups and
/// roles that a policy comes by are not told apart.
pub(super) fn list(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    let keyword = given::optional(call, "keyword").unwrap_or_default();
    let users = world.users.iter();
    let found = users.filter(|user| keyword.is_empty() || given::mentions(&user.profile, &["username"], keyword));
    Ok(Reply::Data(page::paged(found.flat_map(|user| rows(world, user)).collect(), call)?))
}

/// One row for each data resource that the user's policies are about.
fn rows(world: &World, user: &User) -> Vec<Value> {
    let holding = decision::policies(world, user.id());
    let rows = world.permissions.resources.iter().filter_map(|(id, resource)| {
        let about: Vec<Value> =
            holding.iter().filter(|(_, policy)| policy.is_about(id)).map(|(id, policy)| named(id, policy)).collect();
        if about.is_empty() {
            return None;
        }
        let mut row: Map<String, Value> =
            given::properties(&Value::Object(user.profile.clone()), &["userId", "username"]);
        let known = json!({
            "namespaceId": resource.namespace.to_string(),
            "namespaceCode": world.namespaces.text(resource.namespace, "code"),
            "namespaceName": world.namespaces.text(resource.namespace, "name"),
            "dataResourceId": id,
            "dataResourceCode": resource.text("resourceCode"),
            "dataResourceName": resource.text("resourceName"),
            "dataPolicyList": about,
            "roleList": [],
            "groupList": [],
            "nodeList": [],
        });
        row.extend(known.as_object().cloned().unwrap_or_default());
        Some(Value::Object(row))
    });
    rows.collect()
}

fn named(id: &str, policy: &Policy) -> Value {
    json!({"dataPolicyId": id, "dataPolicyName": policy.properties.get("policyName")})
}
