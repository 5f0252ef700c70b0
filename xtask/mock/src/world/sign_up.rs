//! Sign-up: a visitor becomes a user, by a password or by a passcode.

mod applicant;

pub(super) use applicant::Applicant;

use http::Method;
use serde_json::{Value, json};

use super::accounts::{Address, password, refusal, settle};
use super::passcodes::{prove, required};
use super::{Handler, World};
use crate::answer::Failure;
use crate::call::{Call, Reply};

pub(super) fn handler(method: &Method, path: &str) -> Option<Handler> {
    let handler: Handler = match (method.as_str(), path) {
        ("POST", "/api/v3/signup") => |world, call| settle(sign_up(world, call)),
        _ => return None,
    };
    Some(handler)
}

fn sign_up(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    let mut applicant = match call.body_text("/connection") {
        Some("PASSWORD") => by_password(call)?,
        Some("PASSCODE") => by_passcode(world, call)?,
        _ => return Ok(Reply::Sample),
    };
    add_profile(world, call, &mut applicant)?;
    let id = applicant.join(world)?;
    let user = world.users.get(&id).ok_or_else(refusal::unknown_user)?;
    let mut answer = user.profile.clone();
    if !user.custom_data.is_empty() {
        answer.insert("customData".to_owned(), json!(user.custom_data));
    }
    Ok(Reply::Data(Value::Object(answer)))
}

fn by_password(call: &Call<'_>) -> Result<Applicant, Failure> {
    let payload = "/passwordPayload";
    let password = password(call, "/passwordPayload/password", "/options/passwordEncryptType")?;
    let mut applicant = Applicant { password: Some(password.to_owned()), ..Applicant::default() };
    applicant.username = call.body_text("/passwordPayload/username").map(str::to_owned);
    // Nobody has shown yet that messages reach them there.
    applicant.addresses.extend(Address::in_body(call, payload).map(|address| (address, false)));
    if applicant.username.is_none() && applicant.addresses.is_empty() {
        return Err(refusal::missing("/passwordPayload/email"));
    }
    Ok(applicant)
}

fn by_passcode(world: &mut World, call: &Call<'_>) -> Result<Applicant, Failure> {
    let payload = "/passCodePayload";
    let address = Address::in_body(call, payload).ok_or_else(|| refusal::missing("/passCodePayload/email"))?;
    // Whoever signs up twice by mistake can still use the passcode to sign in.
    address.free(&world.users)?;
    prove(world, &address, &["CHANNEL_REGISTER"], required(call, "/passCodePayload/passCode")?)?;
    let password = match call.body_text("/options/passwordForPhonePassCode") {
        None => None,
        Some(_) => {
            Some(password(call, "/options/passwordForPhonePassCode", "/options/passwordEncryptType")?.to_owned())
        }
    };
    Ok(Applicant { addresses: vec![(address, true)], password, ..Applicant::default() })
}

/// The profile that came along. Its addresses need passcodes of their own.
fn add_profile(world: &mut World, call: &Call<'_>, applicant: &mut Applicant) -> Result<(), Failure> {
    let completions = [
        ("/profile/email", "/options/emailPassCodeForInformationCompletion", "CHANNEL_COMPLETE_EMAIL"),
        ("/profile/phone", "/options/phonePassCodeForInformationCompletion", "CHANNEL_COMPLETE_PHONE"),
    ];
    for (pointer, passcode, channel) in completions {
        let Some(text) = call.body_text(pointer) else { continue };
        let address = match channel {
            "CHANNEL_COMPLETE_EMAIL" => Address::email(text),
            _ => Address::phone(text, call.body_text("/profile/phoneCountryCode")),
        };
        if applicant.addresses.iter().any(|(known, _)| *known == address) {
            continue;
        }
        address.free(&world.users)?;
        prove(world, &address, &[channel], required(call, passcode)?)?;
        applicant.addresses.push((address, true));
    }
    if let Some(profile) = call.body.pointer("/profile").and_then(Value::as_object) {
        applicant.profile.clone_from(profile);
    }
    if let Some(context) = call.body.pointer("/options/context").and_then(Value::as_object) {
        applicant.custom_data.clone_from(context);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test")]

    use serde_json::json;

    use crate::world::accounts::testing::Service;

    #[test]
    fn a_password_makes_a_user_and_the_profile_is_kept() {
        let mut service = Service::new();
        let profile = json!({"nickname": "Amazing Grace", "birthdate": "1906-12-09", "customData": {"navy": true}});
        let payload = json!({"email": "Grace@Example.com", "username": "grace", "password": "Cobol1959!"});
        let body = json!({"connection": "PASSWORD", "passwordPayload": payload, "profile": profile});
        let user = service.post("signup", body).unwrap();
        let kept = ["email", "username", "nickname", "birthdate"].map(|name| user[name].as_str().unwrap());
        assert_eq!(kept, ["grace@example.com", "grace", "Amazing Grace", "1906-12-09T00:00:00.000Z"]);
        assert_eq!((&user["emailVerified"], &user["customData"]), (&json!(false), &json!({"navy": true})));
        assert_eq!(service.user("username", "grace").password.as_deref(), Some("Cobol1959!"));
    }

    #[test]
    fn what_another_user_has_is_refused() {
        let mut service = Service::new();
        for payload in
            [json!({"email": "ADA@example.com"}), json!({"username": "ada"}), json!({"phone": "18800000001"})]
        {
            let mut payload = payload;
            payload["password"] = "Cobol1959!".into();
            assert_eq!(service.status("signup", json!({"connection": "PASSWORD", "passwordPayload": payload})), 409);
        }
    }

    #[test]
    fn a_passcode_makes_a_user_whose_address_is_verified() {
        let mut service = Service::new();
        let passcode = service.sms("18800000002", "CHANNEL_REGISTER");
        let body = |passcode: &str| {
            let payload = json!({"phone": "18800000002", "passCode": passcode});
            json!({"connection": "PASSCODE", "passCodePayload": payload})
        };
        assert_eq!(service.status("signup", body("wrong")), 400);
        let user = service.post("signup", body(&passcode)).unwrap();
        assert_eq!((&user["phone"], &user["phoneVerified"]), (&json!("18800000002"), &json!(true)));
        assert_eq!(service.status("signup", body(&passcode)), 409);
    }

    #[test]
    fn an_address_in_the_profile_needs_a_passcode_of_its_own() {
        let mut service = Service::new();
        let passcode = service.sms("18800000002", "CHANNEL_COMPLETE_PHONE");
        let body = |options| {
            let payload = json!({"username": "grace", "password": "Cobol1959!"});
            let profile = json!({"phone": "18800000002"});
            json!({"connection": "PASSWORD", "passwordPayload": payload, "profile": profile, "options": options})
        };
        assert_eq!(service.status("signup", body(json!({"context": {}}))), 400);
        let options = json!({"phonePassCodeForInformationCompletion": passcode, "context": {"source": "fair"}});
        let user = service.post("signup", body(options)).unwrap();
        assert_eq!((&user["phoneVerified"], &user["customData"]), (&json!(true), &json!({"source": "fair"})));
    }

    #[test]
    fn an_encrypted_password_is_refused_with_the_reason() {
        let mut service = Service::new();
        let payload = json!({"username": "grace", "password": "x"});
        let options = json!({"passwordEncryptType": "rsa", "context": {}});
        let body = json!({"connection": "PASSWORD", "passwordPayload": payload, "options": options});
        let failure = service.post("signup", body).unwrap_err();
        assert_eq!(failure.status, 422);
        assert!(failure.message.contains("rsa"), "{}", failure.message);
    }
}
