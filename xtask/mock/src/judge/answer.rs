//! Answers, judged.

use super::body::{Read, fault, json};
use super::dialect::Purpose;
use super::media_type::{self, Kind};
use super::report::Fault;
use super::shape::Shape;
use super::{Judge, typed};
use crate::document::{Operation, Response, child};

/// What departs from the document in an answer.
pub(super) fn faults(judge: &Judge, operation: &Operation, status: u16, media_type: &str, body: &[u8]) -> Vec<Fault> {
    let stated_at = child(&operation.pointer, "responses");
    let Some(response) = described(operation, status) else {
        return vec![fault("status", stated_at, &format!("the status {status} is not described"))];
    };
    let place = child(&stated_at, &response.status);
    if body.is_empty() || response.content.is_empty() {
        return match (body.is_empty(), response.content.is_empty()) {
            (true, false) => vec![fault("required", child(&place, "content"), "the answer has no body")],
            (false, true) => vec![fault("unexpected-body", place, "this answer has no body")],
            _ => Vec::new(),
        };
    }
    let Some(described) = media_type::described(&response.content, media_type) else {
        let message = format!("the content type {media_type} is not described");
        return vec![fault("content-type", child(&place, "content"), &message)];
    };
    let (read, purpose) = match Kind::of(media_type) {
        Kind::Json => (json(body), Purpose::Answer),
        Kind::Text => (text(judge, &described.pointer, body), Purpose::Answer),
        // What bytes mean is nobody's business here.
        Kind::Form | Kind::Multipart | Kind::Bytes => return Vec::new(),
    };
    if !read.faults.is_empty() {
        return read.faults;
    }
    judge.faults(&read.value, &described.pointer, purpose, "")
}

/// The answer that is described for a status: its own, then its class, then the default (OpenAPI 3.0.4, section 4.7.16).
fn described(operation: &Operation, status: u16) -> Option<&Response> {
    let by = |name: &str| operation.responses.iter().find(|response| response.status.eq_ignore_ascii_case(name));
    by(&status.to_string()).or_else(|| by(&format!("{}XX", status / 100))).or_else(|| by("default"))
}

fn text(judge: &Judge, pointer: &str, body: &[u8]) -> Read {
    let text = String::from_utf8_lossy(body);
    Read { value: typed::scalar(&text, &Shape::at(judge.document(), pointer)), faults: Vec::new() }
}
