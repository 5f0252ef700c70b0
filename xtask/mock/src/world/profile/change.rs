//! A new email address or phone number in the place of the old one: passcodes give a token, and the token the change.

use http::Method;
use serde_json::json;

use crate::answer::Failure;
use crate::call::{Call, Reply};
use crate::world::accounts::{Address, Kind, caller, caller_mut, refusal, settle, success};
use crate::world::passcodes::{prove, required};
use crate::world::{Handler, World};

/// A change that its user has proven to be allowed to make.
#[derive(Debug)]
pub(crate) struct Change {
    user_id: String,
    to: Address,
}

/// The purposes that a passcode to the old, and to the new address may have been sent for.
struct Purposes {
    old: &'static [&'static str],
    new: &'static [&'static str],
}

const EMAIL: Purposes = Purposes {
    old: &["CHANNEL_UPDATE_EMAIL", "CHANNEL_UNBIND_EMAIL"],
    new: &["CHANNEL_UPDATE_EMAIL", "CHANNEL_BIND_EMAIL"],
};

const PHONE: Purposes = Purposes { old: &["CHANNEL_UNBIND_PHONE"], new: &["CHANNEL_BIND_PHONE"] };

pub(super) fn handler(method: &Method, path: &str) -> Option<Handler> {
    let handler: Handler = match (method.as_str(), path) {
        ("POST", "/api/v3/verify-update-email-request") => |world, call| settle(verify_email(world, call)),
        ("POST", "/api/v3/verify-update-phone-request") => |world, call| settle(verify_phone(world, call)),
        ("POST", "/api/v3/update-email") => |world, call| settle(update(world, call, Kind::Email)),
        ("POST", "/api/v3/update-phone") => |world, call| settle(update(world, call, Kind::Phone)),
        _ => return None,
    };
    Some(handler)
}

fn verify_email(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    let at = |name: &str| call.body_text(&format!("/emailPassCodePayload/{name}"));
    let to = Address::email(required(call, "/emailPassCodePayload/newEmail")?);
    let old = at("oldEmail").map(Address::email);
    let passcodes = (at("oldEmailPassCode"), required(call, "/emailPassCodePayload/newEmailPassCode")?);
    verify(world, call, (old, to), passcodes, &EMAIL)
}

fn verify_phone(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    let at = |name: &str| call.body_text(&format!("/phonePassCodePayload/{name}"));
    let to = Address::phone(required(call, "/phonePassCodePayload/newPhoneNumber")?, at("newPhoneCountryCode"));
    let old = at("oldPhoneNumber").map(|number| Address::phone(number, at("oldPhoneCountryCode")));
    let passcodes = (at("oldPhonePassCode"), required(call, "/phonePassCodePayload/newPhonePassCode")?);
    verify(world, call, (old, to), passcodes, &PHONE)
}

/// Old things come before new ones in both pairs. Users who have no address yet need none of the old.
fn verify(
    world: &mut World,
    call: &Call<'_>,
    (old, to): (Option<Address>, Address),
    (old_passcode, new_passcode): (Option<&str>, &str),
    purposes: &Purposes,
) -> Result<Reply, Failure> {
    let user = caller(world, call)?;
    let (user_id, present) = (user.id().to_owned(), Address::of(user, to.kind()));
    to.free(&world.users)?;
    if let Some(present) = present {
        if old.is_some_and(|old| old != present) {
            return Err(refusal::out_of_place(&format!("this is not the old {} of the user", to.kind().name())));
        }
        let passcode = old_passcode.ok_or_else(|| refusal::missing("the passcode of the old address"))?;
        prove(world, &present, purposes.old, passcode)?;
    }
    prove(world, &to, purposes.new, new_passcode)?;
    let name = token_name(to.kind());
    let accounts = &mut world.accounts;
    let token = accounts.changes.issue(Change { user_id, to }, &mut accounts.random, accounts.clock.now());
    Ok(Reply::Data(json!({name: token, "tokenExpiresIn": accounts.changes.seconds()})))
}

fn update(world: &mut World, call: &Call<'_>, kind: Kind) -> Result<Reply, Failure> {
    let user_id = caller(world, call)?.id().to_owned();
    let token = required(call, &format!("/{}", token_name(kind)))?;
    let now = world.accounts.clock.now();
    let fits = |change: &Change| change.user_id == user_id && change.to.kind() == kind;
    let change = world.accounts.changes.redeem(token, now, fits);
    let change = change.ok_or_else(|| refusal::wrong_token(token_name(kind)))?;
    // Somebody else may have been faster.
    change.to.free(&world.users)?;
    change.to.give(caller_mut(world, call)?, true);
    Ok(success())
}

fn token_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Email => "updateEmailToken",
        Kind::Phone => "updatePhoneToken",
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test")]

    use serde_json::{Value, json};

    use crate::world::accounts::testing::Service;

    fn email_request(service: &mut Service) -> Value {
        let old = service.email("ada@example.com", "CHANNEL_UPDATE_EMAIL");
        let new = service.email("lovelace@example.com", "CHANNEL_UPDATE_EMAIL");
        json!({"verifyMethod": "EMAIL_PASSCODE", "emailPassCodePayload": {
            "newEmail": "lovelace@example.com", "newEmailPassCode": new,
            "oldEmail": "ada@example.com", "oldEmailPassCode": old,
        }})
    }

    #[test]
    fn passcodes_of_both_addresses_change_the_email_address() {
        let mut service = Service::as_ada();
        let body = email_request(&mut service);
        let request = service.post("verify-update-email-request", body).unwrap();
        let body = json!({"updateEmailToken": request["updateEmailToken"]});
        assert_eq!(service.post("update-email", body.clone()).unwrap(), json!({"success": true}));
        assert_eq!(service.user("username", "ada").text("email"), Some("lovelace@example.com"));
        assert_eq!(service.status("update-email", body), 400);
    }

    #[test]
    fn the_old_address_must_agree() {
        let mut service = Service::as_ada();
        let mut body = email_request(&mut service);
        body["emailPassCodePayload"]["oldEmailPassCode"] = "wrong".into();
        assert_eq!(service.status("verify-update-email-request", body.clone()), 400);
        body["emailPassCodePayload"]["oldEmail"] = "bob@example.com".into();
        assert_eq!(service.status("verify-update-email-request", body), 422);
    }

    #[test]
    fn the_token_is_over_after_a_minute() {
        let mut service = Service::as_ada();
        let body = email_request(&mut service);
        let request = service.post("verify-update-email-request", body).unwrap();
        service.wait(request["tokenExpiresIn"].as_u64().unwrap());
        let body = json!({"updateEmailToken": request["updateEmailToken"]});
        assert_eq!(service.status("update-email", body), 400);
    }

    #[test]
    fn passcodes_of_both_numbers_change_the_phone_number() {
        let mut service = Service::as_ada();
        let old = service.sms("18800000001", "CHANNEL_UNBIND_PHONE");
        let new = service.sms("18800000002", "CHANNEL_BIND_PHONE");
        let body = json!({"verifyMethod": "PHONE_PASSCODE", "phonePassCodePayload": {
            "newPhoneNumber": "18800000002", "newPhonePassCode": new,
            "oldPhoneNumber": "18800000001", "oldPhonePassCode": old,
        }});
        let request = service.post("verify-update-phone-request", body).unwrap();
        // The token of one kind of address is worth nothing for the other.
        assert_eq!(service.status("update-email", json!({"updateEmailToken": request["updatePhoneToken"]})), 400);
        service.post("update-phone", json!({"updatePhoneToken": request["updatePhoneToken"]})).unwrap();
        assert_eq!(service.user("username", "ada").text("phone"), Some("18800000002"));
    }
}
