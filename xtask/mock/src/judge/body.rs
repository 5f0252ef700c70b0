//! The body of a request, read and judged.

use bytes::Bytes;
use http::HeaderMap;
use http::header::CONTENT_TYPE;
use serde_json::{Value, json};

use super::dialect::Purpose;
use super::media_type::{self, Kind, essence};
use super::report::Fault;
use super::shape::Shape;
use super::{Judge, Judgement, Place, form, multipart, typed};
use crate::document::{MediaType, Operation, child};

/// What was read of a body, and what is wrong with it.
#[derive(Debug, Default)]
pub(super) struct Read {
    pub(super) value: Value,
    pub(super) faults: Vec<Fault>,
}

/// Reads the body of a request into a judgement.
pub(super) fn judge(
    judge: &Judge,
    operation: &Operation,
    headers: &HeaderMap,
    body: &Bytes,
    judgement: &mut Judgement,
) {
    let described = operation.body.as_ref();
    let stated_at = child(&operation.pointer, "requestBody");
    if body.is_empty() {
        if described.is_some_and(|described| described.required) {
            let message = "the body is required and missing";
            judgement.add(Place::Body, [fault("required", child(&stated_at, "required"), message)]);
        }
        return;
    }
    let sent = headers.get(CONTENT_TYPE).map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned());
    let Some(described) = described else {
        judgement
            .add(Place::Body, [fault("unexpected-body", operation.pointer.clone(), "this operation takes no body")]);
        judgement.body = read(judge, sent.as_deref().unwrap_or_default(), None, body).value;
        return;
    };
    let (media_type, problem) = match &sent {
        Some(sent) => (media_type::described(&described.content, sent), "is none that this operation takes"),
        None => (described.content.first(), "is required with a body, and missing"),
    };
    if sent.is_none() || media_type.is_none() {
        let names: Vec<&str> = described.content.iter().map(|it| it.name.as_str()).collect();
        let written = sent.as_deref().map(|sent| format!(" {}", essence(sent))).unwrap_or_default();
        let message = format!("the content type{written} {problem}; it takes {}", names.join(", "));
        let fault = Fault {
            pointer: "/content-type".to_owned(),
            ..fault("content-type", child(&stated_at, "content"), &message)
        };
        judgement.add(Place::Header, [fault]);
    }
    let name = sent.as_deref().or(media_type.map(|it| it.name.as_str())).unwrap_or_default();
    let read = read(judge, name, media_type, body);
    judgement.body = read.value;
    // A body of another type than the described ones cannot be held against their schemas.
    if media_type.is_some() {
        judgement.add(Place::Body, read.faults);
    }
}

/// Reads a body of the media type that was sent, and judges it by the described one.
fn read(judge: &Judge, sent: &str, described: Option<&MediaType>, body: &Bytes) -> Read {
    let pointer = described.map_or("", |it| it.pointer.as_str());
    let shape = described.map_or_else(|| Shape::none(judge.document()), |it| Shape::at(judge.document(), &it.pointer));
    let encodings = described.map(|it| it.encodings.as_slice()).unwrap_or_default();
    let (mut read, purpose) = match Kind::of(sent) {
        Kind::Json => (json(body), Purpose::Request),
        Kind::Form => (form::read(body, &shape, encodings, pointer), Purpose::Request),
        Kind::Multipart => (multipart::read(sent, body, &shape, encodings, pointer), Purpose::Form),
        Kind::Text => (text(body, &shape), Purpose::Request),
        Kind::Bytes => (bytes(sent, body), Purpose::Form),
    };
    let is_readable = read.faults.iter().all(|fault| !fault.pointer.is_empty());
    if let Some(described) = described.filter(|_| is_readable) {
        read.faults.extend(judge.faults(&read.value, &described.pointer, purpose, ""));
    }
    read
}

/// JSON. A body that is none has no value.
pub(super) fn json(body: &[u8]) -> Read {
    match serde_json::from_slice(body) {
        Ok(value) => Read { value, faults: Vec::new() },
        Err(error) => Read {
            value: Value::Null,
            faults: vec![fault("syntax", String::new(), &format!("the body is not JSON: {error}"))],
        },
    }
}

fn text(body: &Bytes, shape: &Shape<'_>) -> Read {
    match std::str::from_utf8(body) {
        Ok(text) => Read { value: typed::scalar(text, shape), faults: Vec::new() },
        Err(_) => Read { value: Value::Null, faults: vec![fault("encoding", String::new(), "the body is not UTF-8")] },
    }
}

/// Bytes are shown by their length and media type.
fn bytes(sent: &str, body: &Bytes) -> Read {
    Read { value: json!({"length": body.len(), "mediaType": essence(sent)}), faults: Vec::new() }
}

/// A fault of the whole body.
pub(super) fn fault(rule: &str, stated_at: String, message: &str) -> Fault {
    Fault { pointer: String::new(), rule: rule.to_owned(), stated_at, message: message.to_owned() }
}
