//! Sign-in: credentials become tokens.

mod client;
mod identify;

use http::Method;
use http::header::USER_AGENT;
use serde_json::{Value, json};

use super::accounts::{Login, refusal, settle, stamp};
use super::{Handler, World};
use crate::answer::Failure;
use crate::call::{Call, Reply};

/// The scopes that are granted when none are asked for.
const DEFAULT_SCOPE: &str = "openid profile";

pub(super) fn handler(method: &Method, path: &str) -> Option<Handler> {
    let handler: Handler = match (method.as_str(), path) {
        ("POST", "/api/v3/signin") => |world, call| settle(sign_in(world, call)),
        _ => return None,
    };
    Some(handler)
}

fn sign_in(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    let Some(method) = call.body_text("/connection").filter(|it| identify::CONNECTIONS.contains(it)) else {
        return Ok(Reply::Sample);
    };
    client::check(world, call)?;
    let scope = call.body_text("/options/scope").unwrap_or(DEFAULT_SCOPE);
    if !scope.split(' ').any(|word| word == "openid") {
        return Err(Failure::plain(400, "/options/scope lacks openid"));
    }
    let claimed = identify::claimed(world, call);
    let outcome = identify::proven(world, call, claimed.as_deref()).and_then(|id| admitted(world, id));
    let client_ip = call.body_text("/options/clientIp").unwrap_or("127.0.0.1");
    if let Some(user_id) = outcome.as_ref().ok().or(claimed.as_ref()) {
        let user_agent = call.headers.get(USER_AGENT).and_then(|it| it.to_str().ok()).unwrap_or_default();
        world.accounts.logins.add(Login {
            user_id: user_id.clone(),
            app_id: world.settings.app_id.clone(),
            at: world.accounts.clock.now(),
            client_ip: client_ip.to_owned(),
            user_agent: user_agent.to_owned(),
            method: method.to_owned(),
            error: outcome.as_ref().err().map(|failure| failure.message.clone()),
        });
    }
    let user_id = outcome?;
    note(world, call, &user_id, client_ip);
    Ok(tokens(world, call, &user_id, scope))
}

/// The user, if the state of the account allows to sign in.
fn admitted(world: &World, user_id: String) -> Result<String, Failure> {
    let user = world.users.get(&user_id).ok_or_else(refusal::unknown_user)?;
    match user.text("status") {
        Some("Suspended") => Err(refusal::locked()),
        Some("Deactivated" | "Resigned" | "Archived") => Err(refusal::disabled()),
        _ => Ok(user_id),
    }
}

/// Writes the sign-in into the profile.
fn note(world: &mut World, call: &Call<'_>, user_id: &str, client_ip: &str) {
    let (now, app_id) = (stamp(world.accounts.clock.now()), world.settings.app_id.clone());
    let Some(user) = world.users.get_mut(user_id) else { return };
    let count = user.profile.get("loginsCount").and_then(Value::as_u64).unwrap_or(0);
    user.profile.insert("loginsCount".to_owned(), count.saturating_add(1).into());
    user.profile.insert("lastLogin".to_owned(), now.into());
    user.profile.insert("lastIp".to_owned(), client_ip.into());
    user.profile.insert("lastLoginApp".to_owned(), app_id.into());
    if let Some(custom) = call.body.pointer("/options/customData").and_then(Value::as_object) {
        user.custom_data.extend(custom.clone());
    }
}

fn tokens(world: &World, call: &Call<'_>, user_id: &str, scope: &str) -> Reply {
    let issued = world.tokens.issue(&format!("{}/oidc", call.base_url), user_id, scope);
    let mut answer = json!({
        "access_token": issued.access_token,
        "id_token": issued.id_token,
        "token_type": "Bearer",
        "scope": scope,
        "expire_in": issued.expires_in,
    });
    if scope.split(' ').any(|word| word == "offline_access") {
        answer["refresh_token"] = issued.refresh_token.into();
    }
    Reply::Data(answer)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test")]

    use http::HeaderValue;
    use http::header::AUTHORIZATION;
    use serde_json::{Value, json};

    use crate::world::accounts::testing::{PASSWORD, Service};

    fn by_password(name: &str, value: &str, password: &str) -> Value {
        json!({"connection": "PASSWORD", "passwordPayload": {name: value, "password": password}})
    }

    #[test]
    fn a_user_is_known_by_email_phone_username_and_account() {
        let mut service = Service::new();
        let names = [
            ("email", "Ada@Example.com"),
            ("phone", "18800000001"),
            ("username", "ada"),
            ("account", "ada"),
            ("account", "ada@example.com"),
            ("account", "18800000001"),
        ];
        for (name, value) in names {
            let tokens = service.post("signin", by_password(name, value, PASSWORD)).unwrap();
            assert_eq!((&tokens["token_type"], &tokens["scope"]), (&json!("Bearer"), &json!("openid profile")));
            assert!(tokens["access_token"].is_string() && tokens["id_token"].is_string());
            assert_eq!(tokens.get("refresh_token"), None);
        }
        assert_eq!(service.user("username", "ada").profile["loginsCount"], names.len());
    }

    #[test]
    fn a_refresh_token_comes_with_offline_access_and_nothing_without_openid() {
        let mut service = Service::new();
        let mut body = by_password("username", "ada", PASSWORD);
        body["options"] = json!({"scope": "openid offline_access"});
        assert!(service.post("signin", body.clone()).unwrap()["refresh_token"].is_string());
        body["options"] = json!({"scope": "profile"});
        assert_eq!(service.status("signin", body), 400);
    }

    #[test]
    fn an_account_is_not_told_apart_from_a_password_but_a_name_is() {
        let mut service = Service::new();
        assert_eq!(service.code("signin", by_password("account", "ada", "wrong")), Some(2333));
        assert_eq!(service.code("signin", by_password("account", "bob", PASSWORD)), Some(2333));
        assert_eq!(service.code("signin", by_password("email", "ada@example.com", "wrong")), Some(2006));
        assert_eq!(service.code("signin", by_password("email", "bob@example.com", PASSWORD)), Some(2004));
    }

    #[test]
    fn who_is_locked_or_disabled_stays_outside() {
        let mut service = Service::new();
        for (status, code) in [("Suspended", 2005), ("Deactivated", 2_120_008)] {
            let mut ada = service.user("username", "ada").clone();
            ada.profile.insert("status".to_owned(), status.into());
            service.world.users.insert(ada);
            assert_eq!(service.code("signin", by_password("username", "ada", PASSWORD)), Some(code));
        }
    }

    #[test]
    fn a_passcode_signs_in_once() {
        let mut service = Service::new();
        let passcode = service.email("ada@example.com", "CHANNEL_LOGIN");
        let payload = json!({"email": "ada@example.com", "passCode": passcode});
        let body = json!({"connection": "PASSCODE", "passCodePayload": payload});
        assert!(service.post("signin", body.clone()).is_ok());
        assert_eq!(service.status("signin", body), 400);
    }

    #[test]
    fn a_passcode_makes_an_account_when_that_is_asked_for() {
        let mut service = Service::new();
        let passcode = service.sms("18800000002", "CHANNEL_LOGIN");
        let payload = json!({"phone": "18800000002", "passCode": passcode});
        let mut body = json!({"connection": "PASSCODE", "passCodePayload": payload});
        assert_eq!(service.code("signin", body.clone()), Some(2004));
        body["options"] = json!({"autoRegister": true});
        assert!(service.post("signin", body).is_ok());
        assert_eq!(service.user("phone", "18800000002").profile["phoneVerified"], true);
    }

    #[test]
    fn a_directory_has_the_users_of_the_pool() {
        let mut service = Service::new();
        for (connection, payload) in [("LDAP", "ldapPayload"), ("AD", "adPayload")] {
            let body = |name: &str, password: &str| json!({"connection": connection, payload: {"sAMAccountName": name, "password": password}});
            assert!(service.post("signin", body("ada", PASSWORD)).is_ok());
            assert_eq!(service.code("signin", body("ada", "wrong")), Some(2333));
            assert_eq!(service.code("signin", body("bob", PASSWORD)), Some(2333));
        }
    }

    #[test]
    fn an_application_that_names_itself_must_be_right() {
        let mut service = Service::new();
        let mut body = by_password("username", "ada", PASSWORD);
        body["client_id"] = "another".into();
        assert_eq!(service.code("signin", body.clone()), Some(2011));
        body["client_id"] = service.world.settings.app_id.as_str().into();
        body["client_secret"] = "wrong".into();
        assert_eq!(service.status("signin", body.clone()), 401);
        body["client_secret"] = service.world.settings.app_secret.as_str().into();
        assert!(service.post("signin", body).is_ok());
        service.headers.insert(AUTHORIZATION, HeaderValue::from_static("Basic YW5vdGhlcjpzZWNyZXQ="));
        assert_eq!(service.code("signin", by_password("username", "ada", PASSWORD)), Some(2011));
    }
}
