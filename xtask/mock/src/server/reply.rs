//! Answers as HTTP.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};

use axum::body::Body;
use axum::response::Response;
use bytes::Bytes;
use http::header::{CONTENT_TYPE, RETRY_AFTER};
use http::request::Parts;
use http::{HeaderName, HeaderValue, StatusCode};
use serde_json::{Value, json};

use super::expectation::Expectation;
use super::faults::Fault;
use super::{Described, Shared, lock};
use crate::answer::Failure;
use crate::call::Reply;
use crate::document::Operation;
use crate::judge::Violation;
use crate::sample::{Sampler, Variant};

/// What a handler said, as the document describes the answer.
pub(super) fn render(shared: &Shared, described: &Described, operation: &Operation, said: Reply) -> Response {
    let known = match said {
        Reply::Failure(failure) => return json(200, &failure.envelope(&request_id(shared))),
        Reply::Raw(response) => return response,
        Reply::Sample => return sample(shared, described, operation, None),
        Reply::Whole(body) => body,
        Reply::Data(data) => {
            json!({"statusCode": 200, "message": "success", "requestId": request_id(shared), "data": data})
        }
    };
    let document = described.judge.document();
    let sampler = Sampler::new(document, Variant::Required, shared.seed);
    let success = operation.success();
    let schema = success.and_then(|response| response.content.first()).map(|content| &content.schema);
    let body = schema.map_or(known.clone(), |schema| sampler.complete(schema, known));
    checked(shared, described, operation, success.map_or(200, |response| response.code()), &body)
}

/// A sample of the described answer.
pub(super) fn sample(
    shared: &Shared,
    described: &Described,
    operation: &Operation,
    samples: Option<(Variant, u64)>,
) -> Response {
    let (variant, seed) = samples.unwrap_or((Variant::Example, shared.seed));
    let answer = Sampler::new(described.judge.document(), variant, seed).answer(operation);
    match answer.body {
        Some(body) if answer.media_type.as_deref().is_some_and(|it| !it.contains("json") && !it.contains('*')) => {
            other(answer.status, answer.media_type.as_deref().unwrap_or_default(), &body)
        }
        Some(body) if samples.is_some() => json(answer.status, &body),
        Some(body) => checked(shared, described, operation, answer.status, &body),
        None => with_status(answer.status, Body::empty()),
    }
}

/// An answer that somebody scripted.
pub(super) fn scripted(
    shared: &Shared,
    described: &Described,
    operation: &Operation,
    expectation: &Expectation,
) -> Response {
    let is_text = |name: &str, value: &str| name.eq_ignore_ascii_case("content-type") && !value.contains("json");
    let is_text = expectation.headers.iter().any(|(name, value)| is_text(name, value));
    let status = expectation.status;
    let mut response = match (&expectation.failure, &expectation.body) {
        (Some(failure), _) => {
            let failure =
                Failure { status: failure.status_code, api_code: failure.api_code, message: failure.message.clone() };
            json(status.unwrap_or(200), &failure.envelope(&request_id(shared)))
        }
        (None, Some(Value::String(text))) if is_text => with_status(status.unwrap_or(200), Body::from(text.clone())),
        (None, Some(body)) => json(status.unwrap_or(200), body),
        (None, None) => {
            let mut response = sample(shared, described, operation, None);
            *response.status_mut() =
                status.and_then(|code| StatusCode::from_u16(code).ok()).unwrap_or(response.status());
            response
        }
    };
    for (name, value) in &expectation.headers {
        // Both were tried when the answer was scripted.
        if let (Ok(name), Ok(value)) = (name.parse::<HeaderName>(), HeaderValue::from_str(value)) {
            response.headers_mut().insert(name, value);
        }
    }
    response
}

/// An answer that the mock itself got wrong must not pass for the service's.
fn checked(shared: &Shared, described: &Described, operation: &Operation, status: u16, body: &Value) -> Response {
    let text = body.to_string();
    let violations = described.judge.answer(operation, status, "application/json", text.as_bytes());
    if violations.is_empty() {
        return json(status, body);
    }
    for violation in &violations {
        shared.say(|| format!("  the mock's own answer to {} breaks the document: {violation}", operation.id));
    }
    let message = format!("the mock's own answer breaks the document: {}", violations[0]);
    json(500, &Failure::plain(500, message).envelope(&request_id(shared)))
}

/// What a strict mock says to a request that breaks the document.
pub(super) fn violations(shared: &Shared, status: u16, violations: &[Violation]) -> Response {
    let first = violations.first();
    let message = first.map_or_else(|| "the document does not describe this request".to_owned(), Violation::to_string);
    let api_code = violations.iter().find_map(|violation| violation.api_code);
    let failure = Failure { status, api_code, message };
    let mut envelope = failure.envelope(&request_id(shared));
    envelope["violations"] = serde_json::to_value(violations).unwrap_or_default();
    json(status, &envelope)
}

/// Trouble as a network or a gateway makes it.
pub(super) fn fault(shared: &Shared, fault: Fault, parts: &Parts) -> Response {
    shared.say(|| format!("{} {} fault: {fault:?}", parts.method, parts.uri.path()));
    match fault {
        Fault::TooManyRequests => {
            let mut response = json(429, &json!({"statusCode": 429, "message": "too many requests"}));
            response.headers_mut().insert(RETRY_AFTER, HeaderValue::from_static("0"));
            response
        }
        Fault::BadGateway => with_status(502, Body::from("<html><body>502 Bad Gateway</body></html>")),
        Fault::Unavailable => with_status(503, Body::from("Service Unavailable")),
        // A body that fails before its first byte makes the server cut the connection.
        Fault::Cut => with_status(200, Body::new(Cut)),
    }
}

/// A body that cannot be sent.
struct Cut;

impl http_body::Body for Cut {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<http_body::Frame<Bytes>, io::Error>>> {
        Poll::Ready(Some(Err(io::ErrorKind::ConnectionReset.into())))
    }
}

pub(super) fn json(status: u16, body: &Value) -> Response {
    let mut response = with_status(status, Body::from(body.to_string()));
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/json; charset=utf-8"));
    response
}

/// An answer that is not JSON, such as a text.
fn other(status: u16, media_type: &str, body: &Value) -> Response {
    let mut response = with_status(status, Body::from(body.as_str().map_or_else(|| body.to_string(), str::to_owned)));
    if let Ok(media_type) = HeaderValue::from_str(media_type) {
        response.headers_mut().insert(CONTENT_TYPE, media_type);
    }
    response
}

fn with_status(status: u16, body: Body) -> Response {
    let mut response = Response::new(body);
    *response.status_mut() = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    response
}

fn request_id(shared: &Shared) -> String {
    lock(&shared.world).next_id()
}
