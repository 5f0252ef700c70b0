//! Users who are signed out by an administrator.

use crate::call::Call;
use crate::world::World;
use crate::world::outcome::{Outcome, required, success, texts};

/// `kick-users`. All tokens belong to one application, so signing out of another leaves them alone.
pub(super) fn kick(world: &mut World, call: &Call<'_>) -> Outcome {
    let identifier = required(call.body_text("/userId"), "userId")?;
    let user = world.users.identified(identifier, call.body_text("/options/userIdType"))?;
    if texts(&call.body["appIds"]).any(|id| id == world.settings.app_id) {
        world.tokens.revoke_all_of(user.id());
    }
    success()
}
