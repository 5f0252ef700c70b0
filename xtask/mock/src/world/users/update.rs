//! Users that administrators change.

use std::slice;

use serde_json::Value;

use super::{batch, password, profile, unknown, whole};
use crate::call::Call;
use crate::world::outcome::{Outcome, items, required};
use crate::world::{World, clock};

/// `update-user`.
pub(super) fn one(world: &mut World, call: &Call<'_>) -> Outcome {
    let user = update(world, &call.body, &call.body["options"])?;
    sign_out(world, slice::from_ref(&user));
    Ok(user)
}

/// `update-user-batch`: all of them or none.
pub(super) fn several(world: &mut World, call: &Call<'_>) -> Outcome {
    let users = batch::all_or_none(world, call, update)?;
    sign_out(world, items(&users));
    Ok(users)
}

/// Those who may not sign in any more are signed out; only after all went well, because tokens do not come back.
fn sign_out(world: &World, users: &[Value]) {
    for user in users.iter().filter(|user| user["status"] != "Activated") {
        world.tokens.revoke_all_of(user["userId"].as_str().unwrap_or_default());
    }
}

/// What is not given stays as it is; of the custom data too.
fn update(world: &mut World, request: &Value, options: &Value) -> Outcome {
    let identifier = required(request["userId"].as_str(), "userId")?;
    let id = world.users.identified(identifier, options["userIdType"].as_str())?.id().to_owned();
    let mut stated = profile::stated(request);
    world.users.refuse_taken(&stated, Some(&id))?;
    let password = password::chosen(world, request, options)?;
    let user = world.users.get_mut(&id).ok_or_else(|| unknown(identifier))?;
    let now = clock::now();
    let resets = ["resetPasswordOnFirstLogin", "resetPasswordOnNextLogin"].iter().any(|name| options[*name] == true);
    if resets || password.is_some() {
        stated.insert("resetPasswordOnNextLogin".to_owned(), resets.into());
    }
    if password.is_some() {
        user.password = password;
        stated.insert("passwordLastSetAt".to_owned(), now.clone().into());
    }
    if stated.get("status").is_some_and(|status| user.profile.get("status") != Some(status)) {
        stated.insert("statusChangedAt".to_owned(), now.clone().into());
    }
    stated.insert("updatedAt".to_owned(), now.into());
    user.profile.extend(stated);
    user.custom_data.extend(request["customData"].as_object().cloned().unwrap_or_default());
    Ok(whole(user))
}
