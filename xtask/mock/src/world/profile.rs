//! The profile of the user who calls, and what leads to changes of it.

mod change;
mod contact;
mod deletion;
mod reset;
mod security;

pub(super) use change::Change;

use http::Method;
use serde_json::{Value, json};

use super::accounts::{caller, caller_mut, refusal, settle};
use super::users::User;
use super::{Handler, World};
use crate::answer::Failure;
use crate::call::{Call, Reply};

pub(super) fn handler(method: &Method, path: &str) -> Option<Handler> {
    let handler: Handler = match (method.as_str(), path) {
        ("GET", "/api/v3/get-profile") => |world, call| settle(get_profile(world, call)),
        ("POST", "/api/v3/update-profile") => |world, call| settle(update_profile(world, call)),
        _ => return more(method, path),
    };
    Some(handler)
}

fn more(method: &Method, path: &str) -> Option<Handler> {
    contact::handler(method, path)
        .or_else(|| change::handler(method, path))
        .or_else(|| security::handler(method, path))
        .or_else(|| reset::handler(method, path))
        .or_else(|| deletion::handler(method, path))
}

fn get_profile(world: &World, call: &Call<'_>) -> Result<Reply, Failure> {
    let user = caller(world, call)?;
    let with = |name: &str| call.query.get(name).is_some_and(|value| value == true);
    let mut profile = shown(user, with("withCustomData"));
    for (flag, property) in [("withIdentities", "identities"), ("withDepartmentIds", "departmentIds")] {
        if with(flag) {
            profile.as_object_mut().map(|profile| profile.entry(property).or_insert_with(|| json!([])));
        } else {
            profile.as_object_mut().map(|profile| profile.remove(property));
        }
    }
    Ok(Reply::Data(profile))
}

/// What of a body belongs to other operations, or to nobody but the service.
const NOT_THE_USERS: [&str; 7] =
    ["userId", "email", "emailVerified", "phone", "phoneCountryCode", "phoneVerified", "customData"];

fn update_profile(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    let user = caller(world, call)?;
    let owner = call.body_text("/username").and_then(|name| world.users.find("username", name));
    if owner.is_some_and(|owner| owner.id() != user.id()) {
        return Err(refusal::taken("username"));
    }
    let user = caller_mut(world, call)?;
    for (property, value) in call.body.as_object().into_iter().flatten() {
        if !NOT_THE_USERS.contains(&property.as_str()) {
            user.profile.insert(property.clone(), value.clone());
        }
    }
    let custom = call.body.get("customData").and_then(Value::as_object);
    user.custom_data.extend(custom.cloned().unwrap_or_default());
    Ok(Reply::Data(shown(user, custom.is_some())))
}

/// A profile as the API shows it.
pub(super) fn shown(user: &User, with_custom_data: bool) -> Value {
    let mut profile = user.profile.clone();
    if with_custom_data {
        profile.insert("customData".to_owned(), json!(user.custom_data));
    }
    Value::Object(profile)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test")]

    use serde_json::json;

    use crate::world::accounts::testing::Service;

    #[test]
    fn a_profile_is_for_the_user_who_is_signed_in() {
        assert_eq!(Service::new().get("get-profile", json!({})).unwrap_err().api_code, Some(2020));
        let profile = Service::as_ada().get("get-profile", json!({})).unwrap();
        assert_eq!(profile["username"], "ada");
        assert_eq!(profile.get("customData"), None);
    }

    #[test]
    fn a_change_is_kept_and_the_time_of_it_noted() {
        let mut service = Service::as_ada();
        let body = json!({"nickname": "Enchantress", "customData": {"engine": "analytical"}});
        assert_eq!(service.post("update-profile", body).unwrap()["nickname"], "Enchantress");
        let profile = service.get("get-profile", json!({"withCustomData": true, "withIdentities": true})).unwrap();
        assert_eq!(
            (&profile["nickname"], &profile["updatedAt"]),
            (&json!("Enchantress"), &json!("2023-11-14T22:13:20.000Z"))
        );
        assert_eq!((&profile["customData"], &profile["identities"]), (&json!({"engine": "analytical"}), &json!([])));
    }

    #[test]
    fn a_username_of_another_user_is_refused() {
        let mut service = Service::as_ada();
        let payload = json!({"username": "grace", "password": "Cobol1959!"});
        service.post("signup", json!({"connection": "PASSWORD", "passwordPayload": payload})).unwrap();
        assert_eq!(service.status("update-profile", json!({"username": "grace"})), 409);
        assert!(service.post("update-profile", json!({"username": "ada"})).is_ok());
    }
}
