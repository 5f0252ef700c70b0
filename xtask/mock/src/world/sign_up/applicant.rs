//! Somebody who is about to become a user.

use jiff::Timestamp;
use jiff::civil::Date;
use serde_json::{Map, Value, json};

use crate::answer::Failure;
use crate::world::World;
use crate::world::accounts::{Address, refusal, stamp, strength};
use crate::world::users::User;

/// What a new user is made of.
#[derive(Default)]
pub(in crate::world) struct Applicant {
    pub(in crate::world) username: Option<String>,
    /// Each with whether its owner has proven that messages arrive.
    pub(in crate::world) addresses: Vec<(Address, bool)>,
    pub(in crate::world) password: Option<String>,
    /// The profile as it came. Its addresses count only where they are among `addresses`.
    pub(in crate::world) profile: Map<String, Value>,
    pub(in crate::world) custom_data: Map<String, Value>,
}

impl Applicant {
    /// Makes the user, and returns the new id.
    ///
    /// # Errors
    ///
    /// When another user has the same username or address, or the profile cannot be kept.
    pub(in crate::world) fn join(mut self, world: &mut World) -> Result<String, Failure> {
        if self.username.as_ref().is_some_and(|name| world.users.find("username", name).is_some()) {
            return Err(refusal::taken("username"));
        }
        for (address, _) in &self.addresses {
            address.free(&world.users)?;
        }
        if let Some(birthdate) = self.profile.get_mut("birthdate") {
            *birthdate = date_time(birthdate)?;
        }
        for property in ["userId", "email", "phone", "phoneCountryCode"] {
            self.profile.remove(property);
        }
        if let Some(Value::Object(custom)) = self.profile.remove("customData") {
            self.custom_data.extend(custom);
        }
        let (id, now) = (world.next_id(), stamp(world.accounts.clock.now()));
        let mut user = User { profile: beginning(&id, &now), password: self.password, custom_data: self.custom_data };
        user.profile.extend(self.profile);
        if let Some(name) = self.username {
            user.profile.insert("username".to_owned(), name.into());
        }
        for (address, is_verified) in &self.addresses {
            address.give(&mut user, *is_verified);
        }
        if let Some(level) = user.password.as_deref().map(strength) {
            user.profile.insert("passwordLastSetAt".to_owned(), now.into());
            user.profile.insert("passwordSecurityLevel".to_owned(), level.into());
        }
        world.users.insert(user);
        Ok(id)
    }
}

/// What every profile begins with.
fn beginning(id: &str, now: &str) -> Map<String, Value> {
    let beginning = json!({
        "userId": id,
        "createdAt": now,
        "updatedAt": now,
        "status": "Activated",
        "workStatus": "Active",
        "gender": "U",
        "emailVerified": false,
        "phoneVerified": false,
        "userSourceType": "register",
        "loginsCount": 0,
    });
    beginning.as_object().cloned().unwrap_or_default()
}

/// The document takes any text for a date of birth here, but answers with a date and a time.
fn date_time(text: &Value) -> Result<Value, Failure> {
    let text = text.as_str().unwrap_or_default();
    if text.parse::<Timestamp>().is_ok() {
        return Ok(text.into());
    }
    let date = ["%Y-%m-%d", "%Y.%m.%d", "%Y/%m/%d"].iter().find_map(|format| Date::strptime(format, text).ok());
    let date = date.ok_or_else(|| Failure::plain(400, "/profile/birthdate is not a date"))?;
    Ok(format!("{date}T00:00:00.000Z").into())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test")]

    use super::*;

    #[test]
    fn a_date_of_birth_becomes_a_date_and_a_time() {
        for text in ["1815-12-10", "1815.12.10", "1815/12/10", "1815-12-10T00:00:00.000Z"] {
            assert_eq!(date_time(&text.into()).unwrap(), "1815-12-10T00:00:00.000Z");
        }
        assert_eq!(date_time(&"2020.2.2".into()).unwrap(), "2020-02-02T00:00:00.000Z");
        assert!(date_time(&"long ago".into()).is_err());
    }
}
