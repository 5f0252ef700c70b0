//! New passwords of users who forgot theirs. They are not signed in, so the passcode says who they are.

use http::Method;
use serde_json::json;

use super::security::set_password;
use crate::answer::Failure;
use crate::call::{Call, Reply};
use crate::world::accounts::{Address, Kind, caller, password, refusal, settle, success};
use crate::world::passcodes::{prove, required};
use crate::world::{Handler, World};

pub(super) fn handler(method: &Method, path: &str) -> Option<Handler> {
    let handler: Handler = match (method.as_str(), path) {
        ("POST", "/api/v3/verify-reset-password-request") => |world, call| settle(verify(world, call)),
        ("POST", "/api/v3/reset-password") => |world, call| settle(reset(world, call)),
        _ => return None,
    };
    Some(handler)
}

fn verify(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    let Some((address, passcode)) = sent_to(world, call)? else { return Ok(Reply::Sample) };
    let user_id = address.owner(&world.users).ok_or_else(refusal::unknown_user)?.id().to_owned();
    prove(world, &address, &["CHANNEL_RESET_PASSWORD"], passcode)?;
    let accounts = &mut world.accounts;
    let token = accounts.resets.issue(user_id, &mut accounts.random, accounts.clock.now());
    Ok(Reply::Data(json!({"passwordResetToken": token, "tokenExpiresIn": accounts.resets.seconds()})))
}

/// The address of a request and its passcode, if the mock knows the way of verifying. The email address may be left
/// out by a user who is signed in.
pub(super) fn sent_to<'a>(world: &World, call: &'a Call<'_>) -> Result<Option<(Address, &'a str)>, Failure> {
    let (address, payload) = match call.body_text("/verifyMethod") {
        Some("PHONE_PASSCODE") => {
            let number = required(call, "/phonePassCodePayload/phoneNumber")?;
            let country_code = call.body_text("/phonePassCodePayload/phoneCountryCode");
            (Address::phone(number, country_code), "/phonePassCodePayload")
        }
        Some("EMAIL_PASSCODE") => {
            let given = Address::in_body(call, "/emailPassCodePayload");
            let known = || caller(world, call).ok().and_then(|user| Address::of(user, Kind::Email));
            let address = given.or_else(known).ok_or_else(|| refusal::missing("/emailPassCodePayload/email"))?;
            (address, "/emailPassCodePayload")
        }
        _ => return Ok(None),
    };
    Ok(Some((address, required(call, &format!("{payload}/passCode"))?)))
}

fn reset(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    let new = password(call, "/password", "/passwordEncryptType")?;
    let now = world.accounts.clock.now();
    let user_id = world.accounts.resets.redeem(required(call, "/passwordResetToken")?, now, |_| true);
    let user_id = user_id.ok_or_else(|| refusal::wrong_token("passwordResetToken"))?;
    let user = world.users.get_mut(&user_id).ok_or_else(refusal::unknown_user)?;
    set_password(user, new, now);
    Ok(success())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test")]

    use serde_json::{Value, json};

    use crate::world::accounts::testing::Service;

    fn by_phone(passcode: &str) -> Value {
        let payload = json!({"phoneNumber": "18800000001", "passCode": passcode});
        json!({"verifyMethod": "PHONE_PASSCODE", "phonePassCodePayload": payload})
    }

    #[test]
    fn who_forgot_the_password_gets_a_new_one_without_signing_in() {
        let mut service = Service::new();
        let passcode = service.sms("18800000001", "CHANNEL_RESET_PASSWORD");
        let request = service.post("verify-reset-password-request", by_phone(&passcode)).unwrap();
        let body = json!({"passwordResetToken": request["passwordResetToken"], "password": "Note G 1843"});
        service.post("reset-password", body.clone()).unwrap();
        assert_eq!(service.user("username", "ada").password.as_deref(), Some("Note G 1843"));
        assert_eq!(service.status("reset-password", body), 400);
    }

    #[test]
    fn an_email_address_does_as_well_as_a_phone_number() {
        let mut service = Service::new();
        let passcode = service.email("ada@example.com", "CHANNEL_RESET_PASSWORD");
        let payload = json!({"email": "ada@example.com", "passCode": passcode});
        let body = json!({"verifyMethod": "EMAIL_PASSCODE", "emailPassCodePayload": payload});
        assert!(service.post("verify-reset-password-request", body).unwrap()["passwordResetToken"].is_string());
    }

    #[test]
    fn a_wrong_passcode_and_an_unknown_user_are_refused() {
        let mut service = Service::new();
        assert_eq!(service.status("verify-reset-password-request", by_phone("wrong")), 400);
        let payload = json!({"email": "bob@example.com", "passCode": "1"});
        let body = json!({"verifyMethod": "EMAIL_PASSCODE", "emailPassCodePayload": payload});
        assert_eq!(service.code("verify-reset-password-request", body), Some(2004));
    }
}
