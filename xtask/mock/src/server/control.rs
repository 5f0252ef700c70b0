//! `/__mock/`: what came is read back, answers are scripted, the state is reset.

use axum::response::Response;
use bytes::Bytes;
use http::Method;
use serde_json::{Value, json};

use super::expectation::Expectation;
use super::{Shared, reply};

/// What can be asked, as it is shown to people.
const CONTROLS: [(&str, &str); 9] = [
    ("GET /__mock/", "this list"),
    ("GET /__mock/requests", "every request so far, oldest first, with its violations"),
    ("DELETE /__mock/requests", "forgets them"),
    ("GET /__mock/expectations", "the scripted answers, with how often each was given"),
    ("POST /__mock/expectations", "scripts an answer, or a list of them"),
    ("DELETE /__mock/expectations", "takes back all scripted answers"),
    ("GET /__mock/messages", "the messages that were sent, with their passcodes"),
    ("GET /__mock/credentials", "names and secrets, with fresh tokens of a user and of the access key"),
    ("POST /__mock/reset", "forgets requests, scripts and state"),
];

/// Answers a request below `/__mock/`.
pub(super) fn answer(shared: &Shared, method: &Method, path: &str, host: &str, body: &Bytes) -> Response {
    match (method.as_str(), path) {
        ("GET", "") => {
            let list = CONTROLS.iter().map(|(control, meaning)| ((*control).to_owned(), Value::from(*meaning)));
            reply::json(200, &Value::Object(list.collect()))
        }
        ("GET", "requests") => reply::json(200, &json!(shared.journal.all())),
        ("DELETE", "requests") => {
            shared.journal.clear();
            done()
        }
        ("GET", "expectations") => reply::json(200, &json!(shared.scripts.all())),
        ("POST", "expectations") => script(shared, body),
        ("DELETE", "expectations") => {
            shared.scripts.clear();
            done()
        }
        ("GET", "messages") => reply::json(200, &shared.messages()),
        ("GET", "credentials") => reply::json(200, &shared.shown_credentials(host)),
        ("POST", "reset") => {
            shared.reset();
            done()
        }
        _ => reply::json(404, &json!({"message": "the mock has no such control; GET /__mock/ lists them"})),
    }
}

fn done() -> Response {
    reply::json(200, &json!({}))
}

fn script(shared: &Shared, body: &Bytes) -> Response {
    let is_list = body.trim_ascii_start().first() == Some(&b'[');
    let read: Result<Vec<Expectation>, _> =
        if is_list { serde_json::from_slice(body) } else { serde_json::from_slice(body).map(|one| vec![one]) };
    let expectations = match read {
        Ok(expectations) => expectations,
        Err(error) => return reply::json(400, &json!({"message": error.to_string()})),
    };
    match shared.expect(expectations) {
        Ok(()) => done(),
        Err(error) => reply::json(400, &json!({"message": error.to_string()})),
    }
}
