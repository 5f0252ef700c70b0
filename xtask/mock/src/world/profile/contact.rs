//! Addresses of users who have none yet, and users who do without.

use http::Method;

use crate::answer::Failure;
use crate::call::{Call, Reply};
use crate::world::accounts::{Address, Kind, caller, caller_mut, done, refusal, settle};
use crate::world::passcodes::{prove, required};
use crate::world::{Handler, World};

pub(super) fn handler(method: &Method, path: &str) -> Option<Handler> {
    let handler: Handler = match (method.as_str(), path) {
        ("POST", "/api/v3/bind-email") => |world, call| settle(bind_email(world, call)),
        ("POST", "/api/v3/bind-phone") => |world, call| settle(bind_phone(world, call)),
        ("POST", "/api/v3/unbind-email") => |world, call| settle(unbind(world, call, Kind::Email)),
        ("POST", "/api/v3/unbind-phone") => |world, call| settle(unbind(world, call, Kind::Phone)),
        _ => return None,
    };
    Some(handler)
}

fn bind_email(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    bind(world, call, &Address::email(required(call, "/email")?), "CHANNEL_BIND_EMAIL")
}

fn bind_phone(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    let address = Address::phone(required(call, "/phoneNumber")?, call.body_text("/phoneCountryCode"));
    bind(world, call, &address, "CHANNEL_BIND_PHONE")
}

fn bind(world: &mut World, call: &Call<'_>, address: &Address, channel: &str) -> Result<Reply, Failure> {
    if Address::of(caller(world, call)?, address.kind()).is_some() {
        return Err(refusal::out_of_place(&format!(
            "the user already has an address of this kind: {}",
            address.kind().name()
        )));
    }
    address.free(&world.users)?;
    prove(world, address, &[channel], required(call, "/passCode")?)?;
    address.give(caller_mut(world, call)?, true);
    Ok(done())
}

fn unbind(world: &mut World, call: &Call<'_>, kind: Kind) -> Result<Reply, Failure> {
    let channel = match kind {
        Kind::Email => "CHANNEL_UNBIND_EMAIL",
        Kind::Phone => "CHANNEL_UNBIND_PHONE",
    };
    let address = Address::of(caller(world, call)?, kind);
    let address = address.ok_or_else(|| refusal::out_of_place(&format!("the user has no {}", kind.name())))?;
    prove(world, &address, &[channel], required(call, "/passCode")?)?;
    kind.clear(caller_mut(world, call)?);
    Ok(done())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test")]

    use serde_json::json;

    use crate::world::accounts::testing::Service;

    #[test]
    fn an_email_address_is_unbound_and_another_bound() {
        let mut service = Service::as_ada();
        assert_eq!(service.status("bind-email", json!({"email": "lovelace@example.com", "passCode": "1"})), 422);
        let passcode = service.email("ada@example.com", "CHANNEL_UNBIND_EMAIL");
        service.post("unbind-email", json!({"passCode": passcode})).unwrap();
        assert_eq!(service.user("username", "ada").text("email"), None);
        let passcode = service.email("lovelace@example.com", "CHANNEL_BIND_EMAIL");
        service.post("bind-email", json!({"email": "lovelace@example.com", "passCode": passcode})).unwrap();
        let ada = service.user("username", "ada");
        assert_eq!((ada.text("email"), &ada.profile["emailVerified"]), (Some("lovelace@example.com"), &json!(true)));
    }

    #[test]
    fn a_phone_number_is_unbound_and_another_bound() {
        let mut service = Service::as_ada();
        let passcode = service.sms("18800000001", "CHANNEL_UNBIND_PHONE");
        service.post("unbind-phone", json!({"passCode": passcode})).unwrap();
        assert_eq!(service.status("unbind-phone", json!({"passCode": passcode})), 422);
        let passcode = service.sms("18800000002", "CHANNEL_BIND_PHONE");
        let body = json!({"phoneNumber": "18800000002", "phoneCountryCode": "+86", "passCode": passcode});
        service.post("bind-phone", body).unwrap();
        assert_eq!(service.user("username", "ada").text("phone"), Some("18800000002"));
    }

    #[test]
    fn an_address_of_another_user_is_refused() {
        let mut service = Service::as_ada();
        let payload = json!({"username": "grace", "password": "Cobol1959!"});
        let grace = service.post("signup", json!({"connection": "PASSWORD", "passwordPayload": payload})).unwrap();
        service.sign_in(grace["userId"].as_str().unwrap());
        let passcode = service.email("ada@example.com", "CHANNEL_BIND_EMAIL");
        assert_eq!(service.status("bind-email", json!({"email": "ada@example.com", "passCode": passcode})), 409);
    }
}
