//! Users by the identifiers that a request may use (`userIdType`).

use serde_json::Value;

use super::{User, Users};
use crate::answer::Failure;
use crate::call::Call;
use crate::world::outcome::{items, required};

/// What the service says when there is no such user.
pub(crate) fn unknown(identifier: &str) -> Failure {
    Failure::new(404, 2004, format!("there is no user {identifier}"))
}

impl Users {
    /// The user that an identifier of this kind names; without a kind it is the user's id.
    pub(crate) fn identified(&self, identifier: &str, kind: Option<&str>) -> Result<&User, Failure> {
        let found = match kind.unwrap_or("user_id") {
            "user_id" => self.get(identifier),
            "external_id" => self.find("externalId", identifier),
            property @ ("phone" | "email" | "username") => self.find(property, identifier),
            "identity" => self.with_identity(identifier),
            "custom_field" => self.with_custom_field(identifier),
            // The mock synchronizes with nobody.
            _ => None,
        };
        found.ok_or_else(|| unknown(identifier))
    }

    /// The user of the query parameters `userId` and `userIdType`.
    pub(crate) fn named_by_query(&self, call: &Call<'_>) -> Result<&User, Failure> {
        self.identified(required(call.query_text("userId"), "userId")?, call.query_text("userIdType"))
    }

    /// An identity is written as the identity source's id, a colon and the id that the user has there.
    fn with_identity(&self, identifier: &str) -> Option<&User> {
        let (source, id) = identifier.split_once(':')?;
        self.iter().find(|user| {
            let identities = user.profile.get("identities").map(items).unwrap_or_default();
            identities.iter().any(|it| it["extIdpId"] == source && it["userIdInIdp"] == id)
        })
    }

    /// A custom field is written as its key, a colon and the value.
    fn with_custom_field(&self, identifier: &str) -> Option<&User> {
        let (key, wanted) = identifier.split_once(':')?;
        let written = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        self.iter().find(|user| user.custom_data.get(key).map(written).as_deref() == Some(wanted))
    }
}
