//! The secrets of applications.

use serde_json::json;

use crate::call::Call;
use crate::world::World;
use crate::world::outcome::{Outcome, required};

/// `get-application-secret`.
pub(super) fn get(world: &mut World, call: &Call<'_>) -> Outcome {
    let application = world.applications.get(required(call.query_text("appId"), "appId")?)?;
    Ok(json!({"secret": application.secret}))
}

/// `refresh-application-secret`.
pub(super) fn refresh(world: &mut World, call: &Call<'_>) -> Outcome {
    let id = required(call.body_text("/appId"), "appId")?;
    let secret = world.next_id();
    world.applications.get_mut(id)?.secret.clone_from(&secret);
    // Sign-in looks at the settings for the application that it belongs to.
    if id == world.settings.app_id {
        world.settings.app_secret.clone_from(&secret);
    }
    Ok(json!({"secret": secret}))
}
