//! The end of an account: a proof gives a token, and the token the deletion.

use http::Method;
use serde_json::json;

use super::reset::sent_to;
use crate::answer::Failure;
use crate::call::{Call, Reply};
use crate::world::accounts::{Address, caller, password, refusal, settle, success};
use crate::world::passcodes::{prove, required};
use crate::world::{Handler, World};

pub(super) fn handler(method: &Method, path: &str) -> Option<Handler> {
    let handler: Handler = match (method.as_str(), path) {
        ("POST", "/api/v3/verify-delete-account-request") => |world, call| settle(verify(world, call)),
        ("POST", "/api/v3/delete-account") => |world, call| settle(delete(world, call)),
        _ => return None,
    };
    Some(handler)
}

fn verify(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    let user = caller(world, call)?;
    let user_id = user.id().to_owned();
    if call.body_text("/verifyMethod") == Some("PASSWORD") {
        let given = password(call, "/passwordPayload/password", "/passwordPayload/passwordEncryptType")?;
        if user.password.as_deref() != Some(given) {
            return Err(refusal::wrong_password());
        }
    } else {
        let Some((address, passcode)) = sent_to(world, call)? else { return Ok(Reply::Sample) };
        // A passcode to another address proves nothing about this account.
        if Address::of(user, address.kind()).as_ref() != Some(&address) {
            return Err(refusal::out_of_place(&format!("this is not the {} of the user", address.kind().name())));
        }
        prove(world, &address, &["CHANNEL_DELETE_ACCOUNT"], passcode)?;
    }
    let accounts = &mut world.accounts;
    let token = accounts.deletions.issue(user_id, &mut accounts.random, accounts.clock.now());
    Ok(Reply::Data(json!({"deleteAccountToken": token, "tokenExpiresIn": accounts.deletions.seconds()})))
}

fn delete(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    let user_id = caller(world, call)?.id().to_owned();
    let token = required(call, "/deleteAccountToken")?;
    let now = world.accounts.clock.now();
    let redeemed = world.accounts.deletions.redeem(token, now, |owner| *owner == user_id);
    redeemed.ok_or_else(|| refusal::wrong_token("deleteAccountToken"))?;
    world.remove_user(&user_id);
    world.accounts.factors.remove_all_of(&user_id);
    world.tokens.revoke_all_of(&user_id);
    Ok(success())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test")]

    use serde_json::{Value, json};

    use crate::world::accounts::testing::{PASSWORD, Service};

    fn by_password(password: &str) -> Value {
        json!({"verifyMethod": "PASSWORD", "passwordPayload": {"password": password}})
    }

    #[test]
    fn an_account_is_gone_after_its_deletion() {
        let mut service = Service::as_ada();
        assert_eq!(service.code("verify-delete-account-request", by_password("wrong")), Some(2006));
        let request = service.post("verify-delete-account-request", by_password(PASSWORD)).unwrap();
        assert_eq!(request["tokenExpiresIn"], 60);
        let body = json!({"deleteAccountToken": request["deleteAccountToken"]});
        assert_eq!(service.post("delete-account", body.clone()).unwrap(), json!({"success": true}));
        assert_eq!(service.code("delete-account", body), Some(2020));
        assert_eq!(service.get("get-profile", json!({})).unwrap_err().api_code, Some(2020));
        let payload = json!({"email": "ada@example.com", "password": PASSWORD});
        let body = json!({"connection": "PASSWORD", "passwordPayload": payload});
        assert_eq!(service.code("signin", body), Some(2004));
    }

    #[test]
    fn passcodes_prove_it_as_well() {
        let mut service = Service::as_ada();
        let passcode = service.sms("18800000001", "CHANNEL_DELETE_ACCOUNT");
        let payload = json!({"phoneNumber": "18800000001", "passCode": passcode});
        let body = json!({"verifyMethod": "PHONE_PASSCODE", "phonePassCodePayload": payload});
        assert!(service.post("verify-delete-account-request", body).is_ok());
        // A user who is signed in need not name the email address.
        let passcode = service.email("ada@example.com", "CHANNEL_DELETE_ACCOUNT");
        let body = json!({"verifyMethod": "EMAIL_PASSCODE", "emailPassCodePayload": {"passCode": passcode}});
        assert!(service.post("verify-delete-account-request", body).is_ok());
    }

    #[test]
    fn an_address_of_somebody_else_proves_nothing() {
        let mut service = Service::as_ada();
        let passcode = service.sms("18800000002", "CHANNEL_DELETE_ACCOUNT");
        let payload = json!({"phoneNumber": "18800000002", "passCode": passcode});
        let body = json!({"verifyMethod": "PHONE_PASSCODE", "phonePassCodePayload": payload});
        assert_eq!(service.status("verify-delete-account-request", body), 422);
    }

    #[test]
    fn a_token_is_good_for_its_own_user_and_for_a_minute() {
        let mut service = Service::as_ada();
        let request = service.post("verify-delete-account-request", by_password(PASSWORD)).unwrap();
        let body = json!({"deleteAccountToken": request["deleteAccountToken"]});
        let ada = service.user("username", "ada").id().to_owned();
        let payload = json!({"username": "grace", "password": "Cobol1959!"});
        let grace = service.post("signup", json!({"connection": "PASSWORD", "passwordPayload": payload})).unwrap();
        service.sign_in(grace["userId"].as_str().unwrap());
        assert_eq!(service.status("delete-account", body.clone()), 400);
        service.sign_in(&ada);
        service.wait(60);
        assert_eq!(service.status("delete-account", body), 400);
    }
}
