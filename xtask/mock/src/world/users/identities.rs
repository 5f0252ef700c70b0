//! The identities that users have at external identity sources.

use serde_json::{Value, json};

use super::{User, unknown};
use crate::answer::Failure;
use crate::call::Call;
use crate::world::World;
use crate::world::outcome::{Outcome, items, required, success};

/// `get-user-identities`.
pub(super) fn list(world: &mut World, call: &Call<'_>) -> Outcome {
    Ok(of(world.users.named_by_query(call)?).into())
}

/// `link-identity`. An identity belongs to one user.
pub(super) fn link(world: &mut World, call: &Call<'_>) -> Outcome {
    let user_id = required(call.body_text("/userId"), "userId")?;
    let source = required(call.body_text("/extIdpId"), "extIdpId")?;
    let id_there = required(call.body_text("/userIdInIdp"), "userIdInIdp")?;
    world.users.identified(user_id, None)?;
    if world.users.identified(&format!("{source}:{id_there}"), Some("identity")).is_ok() {
        return Err(Failure::plain(409, format!("the identity {id_there} of {source} is linked already")));
    }
    // Of the identity source the mock knows nothing else.
    let identity = json!({
        "identityId": world.next_id(),
        "extIdpId": source,
        "provider": "oidc",
        "type": call.body_text("/type").unwrap_or("generic"),
        "userIdInIdp": id_there,
        "userInfoInIdp": {},
        "originConnIds": [],
    });
    let user = world.users.get_mut(user_id).ok_or_else(|| unknown(user_id))?;
    let mut identities = of(user);
    identities.push(identity);
    user.profile.insert("identities".to_owned(), identities.into());
    success()
}

/// `unlink-identity`: all identities of one source, or those of one type.
pub(super) fn unlink(world: &mut World, call: &Call<'_>) -> Outcome {
    let user_id = required(call.body_text("/userId"), "userId")?;
    let source = required(call.body_text("/extIdpId"), "extIdpId")?;
    let kind = call.body_text("/type");
    let user = world.users.get_mut(user_id).ok_or_else(|| unknown(user_id))?;
    let mut identities = of(user);
    identities.retain(|it| it["extIdpId"] != source || kind.is_some_and(|kind| it["type"] != kind));
    user.profile.insert("identities".to_owned(), identities.into());
    success()
}

fn of(user: &User) -> Vec<Value> {
    user.profile.get("identities").map(items).unwrap_or_default().to_vec()
}
