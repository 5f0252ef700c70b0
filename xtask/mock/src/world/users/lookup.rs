//! Users by their identifiers.

use serde_json::{Value, json};

use super::shown;
use crate::answer::Failure;
use crate::call::Call;
use crate::world::World;
use crate::world::outcome::{Outcome, required, texts};

/// `get-user`.
pub(super) fn one(world: &mut World, call: &Call<'_>) -> Outcome {
    let user = world.users.named_by_query(call)?;
    Ok(shown(user, Some(&call.query)))
}

/// `get-user-batch`: those that there are, in the order of the identifiers.
pub(super) fn several(world: &mut World, call: &Call<'_>) -> Outcome {
    let identifiers = required(call.query.get("userIds"), "userIds")?;
    let kind = call.query_text("userIdType");
    let found = texts(identifiers).filter_map(|identifier| world.users.identified(identifier, kind).ok());
    Ok(found.map(|user| shown(user, Some(&call.query))).collect())
}

/// `is-user-exists`: whether a user has any of the names that are given.
pub(super) fn exists(world: &mut World, call: &Call<'_>) -> Outcome {
    let given: Vec<(&str, &str)> = ["username", "email", "phone", "externalId"]
        .into_iter()
        .filter_map(|property| Some((property, call.body.get(property).and_then(Value::as_str)?)))
        .collect();
    if given.is_empty() {
        return Err(Failure::plain(400, "one of username, email, phone and externalId has to be given"));
    }
    let exists = given.into_iter().any(|(property, text)| world.users.find(property, text).is_some());
    Ok(json!({"exists": exists}))
}
