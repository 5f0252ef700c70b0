//! Users that administrators create.

use serde_json::{Map, Value, json};

use super::{User, batch, password, profile, whole};
use crate::answer::Failure;
use crate::call::Call;
use crate::world::outcome::{Outcome, given, items};
use crate::world::{World, clock};

/// `create-user`.
pub(super) fn one(world: &mut World, call: &Call<'_>) -> Outcome {
    create(world, &call.body, &call.body["options"])
}

/// `create-users-batch`: all of them or none.
pub(super) fn several(world: &mut World, call: &Call<'_>) -> Outcome {
    batch::all_or_none(world, call, create)
}

fn create(world: &mut World, request: &Value, options: &Value) -> Outcome {
    let stated = profile::stated(request);
    world.users.refuse_taken(&stated, None)?;
    let password = password::chosen(world, request, options)?;
    let identities = identities(world, request)?;
    let now = clock::now();
    let mut profile = fresh(&world.next_id(), &now);
    if password.is_some() {
        profile.insert("passwordLastSetAt".to_owned(), now.into());
        profile.insert("resetPasswordOnNextLogin".to_owned(), (options["resetPasswordOnFirstLogin"] == true).into());
    }
    if !identities.is_empty() {
        profile.insert("identities".to_owned(), identities.into());
    }
    profile.extend(stated);
    let custom_data = request["customData"].as_object().cloned().unwrap_or_default();
    let user = User { profile, password, custom_data };
    let shown = whole(&user);
    world.users.insert(user);
    Ok(shown)
}

/// What every new user has, whatever else is said.
fn fresh(id: &str, now: &str) -> Map<String, Value> {
    let fresh = json!({
        "userId": id,
        "createdAt": now,
        "updatedAt": now,
        "statusChangedAt": now,
        "status": "Activated",
        "workStatus": "Active",
        "gender": "U",
        "emailVerified": false,
        "phoneVerified": false,
        "userSourceType": "adminCreated",
        "loginsCount": 0,
        "resetPasswordOnNextLogin": false,
    });
    given(&fresh)
}

/// The identities of a request, each with an id of its own.
fn identities(world: &mut World, request: &Value) -> Result<Vec<Value>, Failure> {
    let mut identities = items(&request["identities"]).to_vec();
    for identity in &mut identities {
        let Some(properties) = identity.as_object_mut() else {
            return Err(Failure::plain(400, "an identity is an object"));
        };
        properties.insert("identityId".to_owned(), world.next_id().into());
    }
    Ok(identities)
}
