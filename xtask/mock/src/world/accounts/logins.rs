//! Who signed in when: the history that users see.

use std::collections::VecDeque;
use std::time::{SystemTime, UNIX_EPOCH};

use http::Method;
use serde_json::{Value, json};

use super::{caller, settle, stamp};
use crate::answer::Failure;
use crate::call::{Call, Reply};
use crate::world::{Handler, World};

/// How many sign-ins are kept.
const KEPT: usize = 1_000;

/// The longest page.
const MAX_LIMIT: u64 = 50;

/// The latest sign-ins, newest first.
#[derive(Debug, Default)]
pub(crate) struct Logins {
    latest: VecDeque<Login>,
}

/// One sign-in, good or bad.
#[derive(Clone, Debug)]
pub(crate) struct Login {
    pub(crate) user_id: String,
    pub(crate) app_id: String,
    pub(crate) at: SystemTime,
    pub(crate) client_ip: String,
    pub(crate) user_agent: String,
    /// The connection, such as `PASSWORD`.
    pub(crate) method: String,
    /// Why it was refused, if it was.
    pub(crate) error: Option<String>,
}

impl Logins {
    pub(crate) fn add(&mut self, login: Login) {
        self.latest.truncate(KEPT - 1);
        self.latest.push_front(login);
    }

    fn of<'a>(&'a self, user_id: &'a str) -> impl Iterator<Item = &'a Login> {
        self.latest.iter().filter(move |login| login.user_id == user_id)
    }
}

impl Login {
    fn succeeded(&self) -> bool {
        self.error.is_none()
    }

    /// Whether the filters of a request let it pass.
    fn passes(&self, call: &Call<'_>) -> bool {
        let text = |name: &str, value: &str| call.query_text(name).is_none_or(|wanted| wanted == value);
        let number = |name: &str| call.query.get(name).and_then(Value::as_i64);
        let at = self.at.duration_since(UNIX_EPOCH).unwrap_or_default().as_millis();
        let at = i64::try_from(at).unwrap_or(i64::MAX);
        text("appId", &self.app_id)
            && text("clientIp", &self.client_ip)
            && call.query.get("success").and_then(Value::as_bool).is_none_or(|wanted| wanted == self.succeeded())
            && number("start").is_none_or(|start| start <= at)
            && number("end").is_none_or(|end| at <= end)
    }

    /// As the API has it. What the mock cannot know, such as the place on earth, is left to a sample.
    fn answer(&self, base_url: &str) -> Value {
        let mut answer = json!({
            "userId": self.user_id,
            "appId": self.app_id,
            "appName": APPLICATION,
            "appLoginUrl": base_url,
            "loginAt": stamp(self.at),
            "clientIp": self.client_ip,
            "success": self.succeeded(),
            "userAgent": self.user_agent,
            "loginMethod": self.method,
        });
        if let Some(error) = &self.error {
            answer["errorMessage"] = error.as_str().into();
        }
        answer
    }
}

/// The name of the application that users of the mock sign in to.
const APPLICATION: &str = "Mock application";

pub(super) fn handler(method: &Method, path: &str) -> Option<Handler> {
    let handler: Handler = match (method.as_str(), path) {
        ("GET", "/api/v3/get-my-login-history") => |world, call| settle(history(world, call)),
        ("GET", "/api/v3/get-my-logged-in-apps") => |world, call| settle(applications(world, call)),
        _ => return None,
    };
    Some(handler)
}

fn history(world: &World, call: &Call<'_>) -> Result<Reply, Failure> {
    let user = caller(world, call)?;
    let passing: Vec<_> = world.accounts.logins.of(user.id()).filter(|login| login.passes(call)).collect();
    let number = |name: &str| call.query.get(name).and_then(Value::as_u64);
    let page = number("page").unwrap_or(1).max(1);
    let limit = number("limit").unwrap_or(10).min(MAX_LIMIT);
    let skipped = usize::try_from((page - 1).saturating_mul(limit)).unwrap_or(usize::MAX);
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    let list: Vec<_> = passing.iter().skip(skipped).take(limit).map(|login| login.answer(call.base_url)).collect();
    Ok(Reply::Data(json!({"totalCount": passing.len(), "list": list})))
}

fn applications(world: &World, call: &Call<'_>) -> Result<Reply, Failure> {
    let user = caller(world, call)?;
    let mut ids: Vec<_> =
        world.accounts.logins.of(user.id()).filter(|it| it.succeeded()).map(|it| &it.app_id).collect();
    ids.sort();
    ids.dedup();
    let described =
        |id: &&String| json!({"appId": id, "appName": APPLICATION, "appLoginUrl": call.base_url, "active": true});
    Ok(Reply::Data(ids.iter().map(described).collect()))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test")]

    use serde_json::{Value, json};

    use crate::world::accounts::testing::{PASSWORD, Service};

    fn sign_in(service: &mut Service, password: &str, ip: &str) {
        let payload = json!({"username": "ada", "password": password});
        let body = json!({"connection": "PASSWORD", "passwordPayload": payload, "options": {"clientIp": ip}});
        drop(service.post("signin", body));
        service.wait(60);
    }

    fn ips(page: &Value) -> Vec<&str> {
        page["list"].as_array().unwrap().iter().map(|login| login["clientIp"].as_str().unwrap()).collect()
    }

    #[test]
    fn the_history_has_the_newest_sign_in_first_and_is_paged() {
        let mut service = Service::as_ada();
        for ip in ["10.0.0.1", "10.0.0.2", "10.0.0.3"] {
            sign_in(&mut service, PASSWORD, ip);
        }
        let page = service.get("get-my-login-history", json!({"page": 1, "limit": 2})).unwrap();
        assert_eq!((page["totalCount"].clone(), ips(&page)), (json!(3), vec!["10.0.0.3", "10.0.0.2"]));
        let page = service.get("get-my-login-history", json!({"page": 2, "limit": 2})).unwrap();
        assert_eq!(ips(&page), ["10.0.0.1"]);
        let page = service.get("get-my-login-history", json!({"page": 3, "limit": 2})).unwrap();
        assert!(ips(&page).is_empty());
    }

    #[test]
    fn the_history_tells_failures_and_can_be_narrowed() {
        let mut service = Service::as_ada();
        sign_in(&mut service, PASSWORD, "10.0.0.1");
        sign_in(&mut service, "wrong", "10.0.0.2");
        let failed = service.get("get-my-login-history", json!({"success": false})).unwrap();
        assert_eq!((ips(&failed), &failed["list"][0]["success"]), (vec!["10.0.0.2"], &json!(false)));
        let late = service.get("get-my-login-history", json!({"start": 1_700_000_060_000_u64})).unwrap();
        assert_eq!(ips(&late), ["10.0.0.2"]);
        let early = service.get("get-my-login-history", json!({"end": 1_700_000_059_999_u64})).unwrap();
        assert_eq!(ips(&early), ["10.0.0.1"]);
    }

    #[test]
    fn an_application_is_listed_after_the_first_sign_in() {
        let mut service = Service::as_ada();
        assert_eq!(service.get("get-my-logged-in-apps", json!({})).unwrap(), json!([]));
        sign_in(&mut service, PASSWORD, "10.0.0.1");
        let apps = service.get("get-my-logged-in-apps", json!({})).unwrap();
        assert_eq!(apps[0]["appId"], service.world.settings.app_id.as_str());
    }
}
