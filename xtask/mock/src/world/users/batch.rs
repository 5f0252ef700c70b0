//! Work on several users in one request.

use serde_json::Value;

use crate::call::Call;
use crate::world::World;
use crate::world::outcome::{Outcome, items};

/// Does one thing after another with the body's `list`. When one fails, no user has changed.
pub(super) fn all_or_none(
    world: &mut World,
    call: &Call<'_>,
    one: fn(&mut World, &Value, &Value) -> Outcome,
) -> Outcome {
    let before = world.users.clone();
    let outcome: Outcome =
        items(&call.body["list"]).iter().map(|item| one(world, item, &call.body["options"])).collect();
    if outcome.is_err() {
        world.users = before;
    }
    outcome
}
