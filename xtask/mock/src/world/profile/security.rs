//! Passwords of users who know them, and how safe an account is.

use http::Method;
use serde_json::{Value, json};

use crate::answer::Failure;
use crate::call::{Call, Reply};
use crate::world::accounts::{Address, caller, caller_mut, done, password, refusal, settle, stamp, strength};
use crate::world::users::User;
use crate::world::{Handler, World};

pub(super) fn handler(method: &Method, path: &str) -> Option<Handler> {
    let handler: Handler = match (method.as_str(), path) {
        ("GET", "/api/v3/get-security-info") => |world, call| settle(security_info(world, call)),
        ("POST", "/api/v3/update-password") => |world, call| settle(update_password(world, call)),
        ("POST", "/api/v3/validate-password") => |world, call| settle(validate_password(world, call)),
        _ => return None,
    };
    Some(handler)
}

/// Gives a user a password, and notes when and how strong it is.
pub(super) fn set_password(user: &mut User, password: &str, now: std::time::SystemTime) {
    user.password = Some(password.to_owned());
    user.profile.insert("passwordLastSetAt".to_owned(), stamp(now).into());
    user.profile.insert("passwordSecurityLevel".to_owned(), strength(password).into());
    user.profile.insert("resetPasswordOnNextLogin".to_owned(), Value::Bool(false));
}

fn security_info(world: &World, call: &Call<'_>) -> Result<Reply, Failure> {
    let user = caller(world, call)?;
    let mfa = world.accounts.factors.of(user.id()).next().is_some();
    let (password, email, phone) = (user.password.as_deref(), user.text("email"), user.text("phone"));
    let reached = [password.is_some(), email.is_some(), phone.is_some(), mfa].into_iter().filter(|it| *it).count();
    Ok(Reply::Data(json!({
        "passwordSecurityLevel": password.map_or(0, strength),
        "mfaEnrolled": mfa,
        "passwordSet": password.is_some(),
        "emailBinded": email.is_some(),
        "phoneBinded": phone.is_some(),
        // How the service counts is not documented: here each of the four things counts the same.
        "securityScore": 25 * reached,
    })))
}

fn update_password(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    let user = caller(world, call)?;
    let new = password(call, "/newPassword", "/passwordEncryptType")?;
    let now = world.accounts.clock.now();
    match (call.body_text("/passwordResetToken"), user.password.as_deref()) {
        (Some(token), _) => {
            let user_id = user.id().to_owned();
            let redeemed = world.accounts.resets.redeem(token, now, |owner| *owner == user_id);
            redeemed.ok_or_else(|| refusal::wrong_token("passwordResetToken"))?;
        }
        (None, Some(old)) if old != password(call, "/oldPassword", "/passwordEncryptType")? => {
            return Err(refusal::wrong_password());
        }
        // A user who has no password sets the first one.
        (None, _) => {}
    }
    set_password(caller_mut(world, call)?, new, now);
    Ok(done())
}

/// An unknown user has no valid password; more is not said.
fn validate_password(world: &World, call: &Call<'_>) -> Result<Reply, Failure> {
    let given = password(call, "/password", "/passwordEncryptType")?;
    let by_address = Address::in_body(call, "").and_then(|address| address.owner(&world.users));
    let by_name = || call.body_text("/username").and_then(|name| world.users.find("username", name));
    let user = by_address.or_else(by_name);
    Ok(Reply::Data(json!({"valid": user.is_some_and(|user| user.password.as_deref() == Some(given))})))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test")]

    use super::*;
    use crate::world::accounts::testing::{PASSWORD, Service};

    #[test]
    fn a_new_password_needs_the_old_one() {
        let mut service = Service::as_ada();
        let body = |old: &str| json!({"newPassword": "Note G 1843", "oldPassword": old});
        assert_eq!(service.code("update-password", body("wrong")), Some(2006));
        assert_eq!(service.status("update-password", json!({"newPassword": "Note G 1843"})), 400);
        service.post("update-password", body(PASSWORD)).unwrap();
        let valid = |password: &str| json!({"username": "ada", "password": password});
        assert_eq!(service.post("validate-password", valid("Note G 1843")).unwrap()["valid"], true);
        assert_eq!(service.post("validate-password", valid(PASSWORD)).unwrap()["valid"], false);
    }

    #[test]
    fn a_password_is_validated_for_one_user() {
        let mut service = Service::new();
        for (name, value, valid) in
            [("email", "ada@example.com", true), ("phone", "188", false), ("username", "bob", false)]
        {
            let answer = service.post("validate-password", json!({name: value, "password": PASSWORD})).unwrap();
            assert_eq!(answer, json!({"valid": valid}));
        }
    }

    #[test]
    fn security_is_told_from_what_the_account_has() {
        let info = Service::as_ada().get("get-security-info", json!({})).unwrap();
        let expected = json!({
            "passwordSecurityLevel": 2, "mfaEnrolled": false, "passwordSet": true,
            "emailBinded": true, "phoneBinded": true, "securityScore": 75,
        });
        assert_eq!(info, expected);
    }
}
