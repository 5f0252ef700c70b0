//! Users who leave.

use serde_json::Value;

use super::{User, unknown};
use crate::answer::Failure;
use crate::call::Call;
use crate::world::outcome::{Outcome, required, success, texts};
use crate::world::{World, clock};

impl World {
    /// Takes a user away, with memberships and tokens.
    pub(crate) fn remove_user(&mut self, id: &str) -> Option<User> {
        self.end_memberships(id);
        self.users.remove(id)
    }

    /// What a user has belonged to, and every token, is over.
    fn end_memberships(&mut self, id: &str) {
        self.groups.remove_member(id);
        self.roles.remove_target("USER", id);
        self.tokens.revoke_all_of(id);
    }
}

/// `delete-users-batch`: all of them or none.
pub(super) fn delete(world: &mut World, call: &Call<'_>) -> Outcome {
    for id in identified(world, call, call.body_text("/options/userIdType"))? {
        world.remove_user(&id);
    }
    success()
}

/// `resign-user`.
pub(super) fn resign(world: &mut World, call: &Call<'_>) -> Outcome {
    let identifier = required(call.body_text("/userId"), "userId")?;
    let id = world.users.identified(identifier, call.body_text("/userIdType"))?.id().to_owned();
    leave(world, &id)?;
    success()
}

/// `resign-user-batch`: all of them or none.
pub(super) fn resign_several(world: &mut World, call: &Call<'_>) -> Outcome {
    for id in identified(world, call, call.body_text("/userIdType"))? {
        leave(world, &id)?;
    }
    success()
}

/// The ids of the body's `userIds`.
fn identified(world: &World, call: &Call<'_>, kind: Option<&str>) -> Result<Vec<String>, Failure> {
    texts(&call.body["userIds"])
        .map(|identifier| world.users.identified(identifier, kind).map(|user| user.id().to_owned()))
        .collect()
}

fn leave(world: &mut World, id: &str) -> Result<(), Failure> {
    world.end_memberships(id);
    let user = world.users.get_mut(id).ok_or_else(|| unknown(id))?;
    let now = clock::now();
    let changes = [("status", "Resigned"), ("workStatus", "Closed"), ("statusChangedAt", &now), ("updatedAt", &now)];
    user.profile.extend(changes.map(|(property, text)| (property.to_owned(), Value::from(text))));
    user.profile.remove("departmentIds");
    Ok(())
}
