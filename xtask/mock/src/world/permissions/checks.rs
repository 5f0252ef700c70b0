//! Whether a user may do an action at the places of a request. A place that is not there allows nothing.

use serde_json::{Value, json};

use super::{decision, place};
use crate::answer::Failure;
use crate::call::{Call, Caller, Reply};
use crate::world::{World, given, namespaces, subjects};

/// `check-permission`, `check-external-user-permission`.
pub(super) fn check(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    checked(world, call, None)
}

/// `check-permission-string-resource`.
pub(super) fn check_string(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    checked(world, call, Some("STRING"))
}

/// `check-permission-array-resource`.
pub(super) fn check_array(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    checked(world, call, Some("ARRAY"))
}

/// `check-permission-tree-resource`.
pub(super) fn check_tree(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    checked(world, call, Some("TREE"))
}

/// `check-user-same-level-permission`: nodes right below a place.
pub(super) fn check_same_level(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    let policies = decision::policies(world, &user(world, call)?);
    let namespace = namespace(world, call)?;
    let (action, above) = (given::text(call, "action")?, given::text(call, "resource")?);
    let results = given::texts(call, "resourceNodeCodes").into_iter().map(|code| {
        let place = place::find(world, namespace, &format!("{above}/{code}"));
        let enabled = place.is_some_and(|place| decision::allow(&policies, &place, action));
        json!({"action": action, "resourceNodeCode": code, "enabled": enabled})
    });
    Ok(Reply::Data(json!({"checkLevelResultList": results.collect::<Value>()})))
}

/// The user whom a request is about: the signed-in one, or the one whom an administrator names.
pub(super) fn user(world: &World, call: &Call<'_>) -> Result<String, Failure> {
    match (&call.caller, given::optional(call, "userId"), given::optional(call, "externalId")) {
        (Caller::User { .. }, ..) | (_, None, None) => subjects::signed_in(world, call),
        (_, Some(user_id), _) => subjects::user(world, user_id, None),
        (_, None, Some(external_id)) => subjects::user(world, external_id, Some("external_id")),
    }
}

/// The namespace that a request names. Those of signed-in users name none, and mean all.
pub(super) fn namespace(world: &World, call: &Call<'_>) -> Result<Option<u64>, Failure> {
    let code = given::optional(call, "namespaceCode");
    code.map(|_| namespaces::named(world, call, "namespaceCode")).transpose()
}

/// The code of the namespace of a place; of the one that was asked for, if there is no such place.
pub(super) fn namespace_code<'a>(world: &'a World, asked: Option<u64>, place: Option<&place::Place>) -> &'a str {
    let resource = place.and_then(|place| world.permissions.resources.get(&place.resource));
    let number = resource.map(|resource| resource.namespace).or(asked);
    number.map_or(namespaces::DEFAULT, |number| world.namespaces.text(number, "code"))
}

fn checked(world: &World, call: &Call<'_>, kind: Option<&str>) -> Result<Reply, Failure> {
    let policies = decision::policies(world, &user(world, call)?);
    let namespace = namespace(world, call)?;
    let action = given::text(call, "action")?;
    let results = given::texts(call, "resources").into_iter().map(|path| {
        let place = place::find(world, namespace, path).filter(|place| {
            let resource = world.permissions.resources.get(&place.resource);
            kind.is_none_or(|kind| resource.is_some_and(|resource| resource.text("type") == kind))
        });
        let enabled = place.as_ref().is_some_and(|place| decision::allow(&policies, place, action));
        let code = namespace_code(world, namespace, place.as_ref());
        json!({"namespaceCode": code, "action": action, "resource": path, "enabled": enabled})
    });
    Ok(Reply::Data(json!({"checkResultList": results.collect::<Value>()})))
}
