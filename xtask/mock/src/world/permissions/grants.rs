//! Whom data policies are granted to.

use serde_json::{Value, json};

use super::{Target, policies};
use crate::answer::Failure;
use crate::call::{Call, Reply};
use crate::world::directory::{done, not_found};
use crate::world::{World, clock, given, page, subjects};

/// `authorize-data-policies`: every policy to every subject or, when something is not there, nothing.
pub(super) fn grant(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    let ids = given::texts(call, "policyIds");
    if let Some(missing) = ids.iter().find(|id| !world.permissions.policies.contains_key(**id)) {
        return Err(not_found("data policy", missing));
    }
    let targets = given::value(call, "targetList").map(given::elements).unwrap_or_default();
    let targets = targets.iter().map(|it| target(world, it)).collect::<Result<Vec<_>, _>>()?;
    for id in ids {
        let Some(policy) = world.permissions.policies.get_mut(id) else { continue };
        for target in &targets {
            policy.targets.retain(|other| (&other.kind, &other.identifier) != (&target.kind, &target.identifier));
            policy.targets.push(target.clone());
        }
    }
    Ok(done())
}

/// `revoke-data-policy`.
pub(super) fn revoke(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    let id = policies::named(world, call)?;
    let (kind, identifier) = (given::text(call, "targetType")?, given::text(call, "targetIdentifier")?);
    let targets = world.permissions.policies.get_mut(&id).map(|policy| &mut policy.targets);
    let place = targets.as_ref().and_then(|it| it.iter().position(|it| it.kind == kind && it.identifier == identifier));
    match (targets, place) {
        (Some(targets), Some(place)) => drop(targets.remove(place)),
        _ => return Err(not_found("grant of the data policy to", identifier)),
    }
    Ok(done())
}

/// `list-data-policy-targets`: those with the query in their name, of all kinds or of some.
pub(super) fn list(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    let id = policies::named(world, call)?;
    let query = given::optional(call, "query").unwrap_or_default().to_lowercase();
    let kinds = given::texts(call, "targetType");
    let targets = world.permissions.policies.get(&id).map(|policy| &policy.targets).into_iter().flatten();
    let found = targets.filter(|target| {
        (kinds.is_empty() || kinds.contains(&target.kind.as_str())) && target.name.to_lowercase().contains(&query)
    });
    let list = found.map(|target| {
        json!({
            "targetIdentifier": target.identifier,
            "targetType": target.kind,
            "targetName": target.name,
            "authorizationTime": target.since,
        })
    });
    Ok(Reply::Data(page::paged(list.collect(), call)?))
}

/// A subject as a request gives it. Its name is looked up, unless it is given.
fn target(world: &World, given: &Value) -> Result<Target, Failure> {
    let text = |name: &str| given.get(name).and_then(Value::as_str);
    let (kind, identifier) = (text("type").unwrap_or_default(), text("id").unwrap_or_default());
    subjects::check(world, kind, identifier)?;
    let name = text("name").map(str::to_owned).or_else(|| subjects::name(world, kind, identifier));
    Ok(Target {
        kind: kind.to_owned(),
        identifier: identifier.to_owned(),
        name: name.unwrap_or_else(|| identifier.to_owned()),
        since: clock::now(),
    })
}
