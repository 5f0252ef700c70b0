//! One request and its answer: found, judged, handled, recorded.

use std::time::Duration;

use axum::extract::Request;
use axum::response::Response;
use bytes::Bytes;
use http::request::Parts;
use http_body_util::{BodyExt, Limited};
use serde_json::{Map, Value};

use super::faults::Fault;
use super::{Described, Recorded, Shared, control, found, lock, reply};
use crate::answer::Failure;
use crate::call::{Call, Reply};
use crate::credentials::Presented;
use crate::judge::{Judgement, Place, Received};
use crate::{credentials, openid, world};

/// The largest body that is read, in bytes.
const LARGEST: usize = 16 << 20;

/// Answers a request.
pub(crate) async fn answer(shared: &Shared, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let Ok(body) = Limited::new(body, LARGEST).collect().await.map(|whole| whole.to_bytes()) else {
        return reply::json(413, &Failure::plain(413, "the body broke off, or is over 16 MiB").envelope(""));
    };
    if let Some(path) = parts.uri.path().strip_prefix("/__mock/") {
        return control::answer(shared, &parts.method, path, host(&parts), &body);
    }
    tokio::time::sleep(shared.faults.latency()).await;
    if let Some(fault) = shared.faults.next() {
        let response = reply::fault(shared, fault, &parts);
        // A connection that is cut has no status.
        let status = if fault == Fault::Cut { 0 } else { response.status().as_u16() };
        shared.journal.add(Recorded { status, ..record(&parts) });
        return response;
    }
    let (response, delay) = judged(shared, &parts, &body);
    tokio::time::sleep(delay).await;
    response
}

/// The answer, and how long it is to wait.
fn judged(shared: &Shared, parts: &Parts, body: &Bytes) -> (Response, Duration) {
    let mut record = record(parts);
    let (described, operation, path) = match found::find(&shared.described, parts) {
        Ok(found) => found,
        Err(violation) => {
            let status = if violation.place == Place::Method { 405 } else { 404 };
            record.violations.push(violation);
            let response = reply::violations(shared, status, &record.violations);
            return finish(shared, record, response, Duration::ZERO);
        }
    };
    record.document = Some(described.judge.document().name.clone());
    record.operation = Some(operation.id.clone());
    let received = Received { path: &path, query: parts.uri.query(), headers: &parts.headers, body };
    let Judgement { path, query, body: value, mut violations, .. } = described.judge.request(operation, received);
    let presented = Presented {
        method: &parts.method,
        path: parts.uri.path(),
        query: parts.uri.query(),
        headers: &parts.headers,
        body,
    };
    if openid::handler(&operation.method, &operation.path.text).is_some() {
        // Protocols refuse in their own words, and ignore parameters that they do not know (RFC 6749, section 3.1).
        violations.clear();
    }
    let (caller, objections) =
        shared.credentials.check(described.audience, described.judge.document(), operation, presented);
    violations.extend(objections);
    record.path_parameters = path;
    record.query = query.clone();
    record.body = value.clone();
    record.violations.clone_from(&violations);
    if shared.is_strict && !violations.is_empty() {
        let only_credentials = violations.iter().all(|violation| violation.place == Place::Credentials);
        let status = if only_credentials { 401 } else { 422 };
        return finish(shared, record, reply::violations(shared, status, &violations), Duration::ZERO);
    }
    let base_url = format!("http://{}", host(parts));
    let call = Call { operation, query, headers: &parts.headers, body: value, presented, caller, base_url: &base_url };
    let (response, delay) = match shared.scripts.next(&operation.id) {
        Some(script) => (reply::scripted(shared, described, operation, &script), Duration::from_millis(script.delay)),
        None => (respond(shared, described, &call), Duration::ZERO),
    };
    finish(shared, record, response, delay)
}

/// What the state or the samples say.
fn respond(shared: &Shared, described: &Described, call: &Call<'_>) -> Response {
    let samples = *lock(&shared.samples);
    if samples.is_some() {
        return reply::sample(shared, described, call.operation, samples);
    }
    let (method, path) = (&call.operation.method, call.operation.path.text.as_str());
    let handler = openid::handler(method, path)
        .or_else(|| credentials::handler(method, path))
        .or_else(|| world::handler(method, path));
    let said = handler.map_or(Reply::Sample, |handler| handler(&mut lock(&shared.world), call));
    reply::render(shared, described, call.operation, said)
}

/// The server's name as the client wrote it.
fn host(parts: &Parts) -> &str {
    let stated = parts.headers.get(http::header::HOST).and_then(|host| host.to_str().ok());
    stated.or_else(|| Some(parts.uri.authority()?.as_str())).unwrap_or("localhost")
}

fn record(parts: &Parts) -> Recorded {
    let shown = parts.headers.iter().map(|(name, value)| {
        let is_secret = matches!(name.as_str(), "authorization" | "cookie" | "proxy-authorization");
        let value = if is_secret { "(hidden)" } else { value.to_str().unwrap_or("(not text)") };
        (name.as_str().to_owned(), Value::from(value))
    });
    Recorded {
        document: None,
        operation: None,
        method: parts.method.to_string(),
        path: parts.uri.path().to_owned(),
        raw_query: parts.uri.query().map(str::to_owned),
        headers: shown.collect(),
        path_parameters: Map::new(),
        query: Map::new(),
        body: Value::Null,
        violations: Vec::new(),
        status: 0,
    }
}

fn finish(shared: &Shared, mut record: Recorded, response: Response, delay: Duration) -> (Response, Duration) {
    record.status = response.status().as_u16();
    shared.say(|| format!("{} {} {}", record.method, record.path, record.status));
    for violation in &record.violations {
        shared.say(|| format!("  violation: {violation}"));
    }
    shared.journal.add(record);
    (response, delay)
}
