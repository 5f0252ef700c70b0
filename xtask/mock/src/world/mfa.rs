//! Second factors (MFA): authenticator apps, passcodes by text message and email, faces.

mod enrol;
mod factors;
mod otp;

pub(super) use enrol::Enrolment;
pub(super) use factors::Factors;

use http::Method;
use serde_json::json;

use super::accounts::{caller, done, settle};
use super::passcodes::required;
use super::{Handler, World};
use crate::answer::Failure;
use crate::call::{Call, Reply};

/// The kinds of factors that users of the application can enrol.
const KINDS: [&str; 4] = ["OTP", "SMS", "EMAIL", "FACE"];

pub(super) fn handler(method: &Method, path: &str) -> Option<Handler> {
    let handler: Handler = match (method.as_str(), path) {
        ("GET", "/api/v3/list-factors-to-enroll") => |world, call| settle(to_enrol(world, call)),
        ("POST", "/api/v3/send-enroll-factor-request") => |world, call| settle(enrol::begin(world, call)),
        ("POST", "/api/v3/enroll-factor") => |world, call| settle(enrol::finish(world, call)),
        ("GET", "/api/v3/list-enrolled-factors") => |world, call| settle(enrolled(world, call)),
        ("GET", "/api/v3/get-factor") => |world, call| settle(get(world, call)),
        ("POST", "/api/v3/reset-factor") => |world, call| settle(reset(world, call)),
        ("POST", "/api/v3/mfa-totp-verify") => |world, call| settle(verify(world, call)),
        _ => return None,
    };
    Some(handler)
}

fn to_enrol(world: &World, call: &Call<'_>) -> Result<Reply, Failure> {
    let user = caller(world, call)?;
    let is_enrolled = |kind: &&str| world.accounts.factors.of(user.id()).any(|factor| factor.kind == *kind);
    let kinds = KINDS.iter().filter(|kind| !is_enrolled(kind));
    Ok(Reply::Data(kinds.map(|kind| json!({"factorType": kind})).collect()))
}

fn enrolled(world: &World, call: &Call<'_>) -> Result<Reply, Failure> {
    let user = caller(world, call)?;
    Ok(Reply::Data(world.accounts.factors.of(user.id()).map(|factor| factor.answer()).collect()))
}

fn get(world: &World, call: &Call<'_>) -> Result<Reply, Failure> {
    let user = caller(world, call)?;
    let id = call.query_text("factorId").unwrap_or_default();
    let factor = world.accounts.factors.of(user.id()).find(|factor| factor.id == id);
    factor.map(|factor| Reply::Data(factor.answer())).ok_or_else(unknown_factor)
}

fn reset(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    let user_id = caller(world, call)?.id().to_owned();
    let is_removed = world.accounts.factors.remove(&user_id, required(call, "/factorId")?);
    if is_removed { Ok(done()) } else { Err(unknown_factor()) }
}

fn verify(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    let user_id = caller(world, call)?.id().to_owned();
    let (code, now) = (required(call, "/totp")?, world.accounts.clock.now());
    let factor = world.accounts.factors.otp_of(&user_id);
    // The service has the codes 6001 to 6004 about one-time passwords; which is for what is not documented.
    let factor = factor.ok_or_else(|| Failure::new(400, 6001, "the user has enrolled no authenticator app"))?;
    Ok(Reply::Data(json!({"verified": factor.accepts(code, now)})))
}

fn unknown_factor() -> Failure {
    Failure::plain(404, "the user has no such factor")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test")]

    use std::time::UNIX_EPOCH;

    use serde_json::{Value, json};
    use totp_rs::Totp;

    use crate::world::accounts::testing::Service;

    fn begin(service: &mut Service, kind: &str, profile: Value) -> Value {
        service.post("send-enroll-factor-request", json!({"factorType": kind, "profile": profile})).unwrap()
    }

    fn proof(kind: &str, request: &Value, data: Value) -> Value {
        json!({"factorType": kind, "enrollmentToken": request["enrollmentToken"], "enrollmentData": data})
    }

    #[test]
    fn an_authenticator_app_is_enrolled_by_its_code_and_verifies_once_per_code() {
        let mut service = Service::as_ada();
        assert_eq!(service.code("mfa-totp-verify", json!({"totp": "123456"})), Some(6001));
        let request = begin(&mut service, "OTP", json!({}));
        let app = Totp::from_url(request["otpData"]["qrCodeUri"].as_str().unwrap()).unwrap();
        let seconds = service.world.accounts.clock.now().duration_since(UNIX_EPOCH).unwrap().as_secs();
        let code = app.generate(seconds).to_string();
        assert_eq!(service.status("enroll-factor", proof("OTP", &request, json!({"passCode": "wrong"}))), 400);
        service.post("enroll-factor", proof("OTP", &request, json!({"passCode": code}))).unwrap();
        assert_eq!(service.post("mfa-totp-verify", json!({"totp": code})).unwrap()["verified"], true);
        assert_eq!(service.post("mfa-totp-verify", json!({"totp": code})).unwrap()["verified"], false);
        assert_eq!(service.get("get-security-info", json!({})).unwrap()["mfaEnrolled"], true);
    }

    #[test]
    fn a_phone_and_an_email_address_are_enrolled_by_passcodes() {
        let mut service = Service::as_ada();
        for (kind, profile, address) in [
            ("SMS", json!({"phoneNumber": "18800000009"}), "18800000009"),
            ("EMAIL", json!({"email": "mfa@example.com"}), "mfa@example.com"),
        ] {
            let request = begin(&mut service, kind, profile.clone());
            assert_eq!(service.status("enroll-factor", proof(kind, &request, json!({"passCode": "wrong"}))), 400);
            let data = json!({"passCode": service.passcode(address)});
            service.post("enroll-factor", proof(kind, &request, data.clone())).unwrap();
            assert_eq!(service.status("enroll-factor", proof(kind, &request, data)), 400);
            let factors = service.get("list-enrolled-factors", json!({})).unwrap();
            let factor = factors.as_array().unwrap().iter().find(|factor| factor["factorType"] == kind).unwrap();
            assert_eq!(factor["profile"], profile);
        }
    }

    #[test]
    fn a_factor_is_found_and_removed_by_its_id() {
        let mut service = Service::as_ada();
        let request = begin(&mut service, "FACE", json!({}));
        let data = json!({"photo": "https://example.com/ada.png"});
        service.post("enroll-factor", proof("FACE", &request, data)).unwrap();
        let to_enrol = service.get("list-factors-to-enroll", json!({})).unwrap();
        assert_eq!(to_enrol, json!([{"factorType": "OTP"}, {"factorType": "SMS"}, {"factorType": "EMAIL"}]));
        let id = service.get("list-enrolled-factors", json!({})).unwrap()[0]["factorId"].clone();
        assert_eq!(service.get("get-factor", json!({"factorId": id})).unwrap()["factorType"], "FACE");
        service.post("reset-factor", json!({"factorId": id})).unwrap();
        assert_eq!(service.get("get-factor", json!({"factorId": id})).unwrap_err().status, 404);
        assert_eq!(service.status("reset-factor", json!({"factorId": id})), 404);
    }

    #[test]
    fn the_same_seed_gives_the_same_secret() {
        let enrolments = [0, 1].map(|_| begin(&mut Service::as_ada(), "OTP", json!({})));
        assert_eq!(enrolments[0], enrolments[1]);
    }
}
