//! What a request says of a user's profile.

use serde_json::{Map, Value};

use super::Users;
use crate::answer::Failure;
use crate::world::outcome::given;

/// Properties of a request that are no part of the profile: who is meant, how, and what is kept elsewhere or not at all.
const NOT_IN_PROFILE: [&str; 9] =
    ["userId", "options", "password", "salt", "otp", "tenantIds", "customData", "metadata", "identities"];

/// Properties that no two users have in common.
const UNIQUE: [&str; 4] = ["username", "email", "phone", "externalId"];

/// The properties of the profile that a request gives.
pub(super) fn stated(request: &Value) -> Map<String, Value> {
    let mut stated = given(request);
    stated.retain(|name, _| !NOT_IN_PROFILE.contains(&name.as_str()));
    // A creation and an update have different words for it.
    if let Some(metadata) = request.get("metadata").filter(|value| !value.is_null()) {
        stated.insert("metadataSource".to_owned(), metadata.clone());
    }
    stated
}

impl Users {
    /// Refuses a profile with what another user has already. An empty text is nobody's.
    pub(super) fn refuse_taken(&self, profile: &Map<String, Value>, own_id: Option<&str>) -> Result<(), Failure> {
        for property in UNIQUE {
            let Some(text) = profile.get(property).and_then(Value::as_str).filter(|text| !text.is_empty()) else {
                continue;
            };
            if self.iter().any(|user| user.has(property, text) && Some(user.id()) != own_id) {
                return Err(Failure::plain(409, format!("there is another user with the {property} {text}")));
            }
        }
        Ok(())
    }
}
