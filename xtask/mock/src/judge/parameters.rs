//! The parameters of a request, read and judged.

use http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, COOKIE};
use http::{HeaderMap, HeaderName};
use serde_json::Value;

use super::dialect::Purpose;
use super::fields::{self, Reading};
use super::pairs::{Notation, Pairs};
use super::report::Fault;
use super::shape::Shape;
use super::wording::did_you_mean;
use super::{Judge, Judgement, Place, Received, segment};
use crate::document::{Location, Operation, Parameter, child};

/// Reads the parameters of `operation` into a judgement.
pub(super) fn judge(judge: &Judge, operation: &Operation, received: Received<'_>, judgement: &mut Judgement) {
    let mut query = Pairs::new(received.query.unwrap_or_default(), Notation::Form);
    let mut cookies = cookies(received.headers);
    if let Some(name) = query.broken() {
        let fault = own(child("", name), "encoding", format!("{}/parameters", operation.pointer), "is not UTF-8");
        judgement.add(Place::Query, [fault]);
    }
    let keys = judge.query_keys();
    let known: Vec<&str> = names(operation, Location::Query).chain(keys.iter().map(String::as_str)).collect();
    for parameter in &operation.parameters {
        let shape = Shape::at(judge.document(), &parameter.pointer);
        let reading = match parameter.location {
            Location::Query => fields::read(parameter, &shape, &mut query, &known),
            Location::Cookie => fields::read(parameter, &shape, &mut cookies, &[]),
            Location::Path => text(parameter, &shape, received.path.get(&parameter.name).and_then(Value::as_str)),
            Location::Header => header(parameter, &shape, received.headers),
        };
        add(judge, parameter, reading, judgement);
    }
    for pair in query.take(|name| !keys.iter().any(|key| key == name)) {
        let bare = pair.name.split('[').next().unwrap_or_default();
        let message = format!("is no parameter of this operation{}", did_you_mean(bare, known.iter().copied()));
        let stated_at = child(&operation.pointer, "parameters");
        judgement.add(Place::Query, [own(child("", &pair.name), "unknown-parameter", stated_at, &message)]);
    }
}

fn names(operation: &Operation, location: Location) -> impl Iterator<Item = &str> {
    let there = operation.parameters.iter().filter(move |parameter| parameter.location == location);
    there.map(|parameter| parameter.name.as_str())
}

fn text(parameter: &Parameter, shape: &Shape<'_>, text: Option<&str>) -> Reading {
    text.map_or_else(Reading::default, |text| segment::read(parameter, shape, text))
}

fn header(parameter: &Parameter, shape: &Shape<'_>, headers: &HeaderMap) -> Reading {
    // A name that HTTP does not allow cannot have been sent.
    let Ok(name) = HeaderName::from_bytes(parameter.name.as_bytes()) else { return Reading::default() };
    // OpenAPI 3.0.4, section 4.7.12.2.1: these are described elsewhere.
    if [ACCEPT, AUTHORIZATION, CONTENT_TYPE].contains(&name) {
        return Reading { value: headers.contains_key(&name).then_some(Value::Null), problem: None };
    }
    let lines: Vec<&[u8]> = headers.get_all(&name).iter().map(http::HeaderValue::as_bytes).collect();
    if lines.is_empty() {
        return Reading::default();
    }
    // Lines of the same name are one list (RFC 9110, section 5.3).
    let Ok(joined) = String::from_utf8(lines.join(&b", "[..])) else {
        return Reading { value: None, problem: Some(("encoding", "is not UTF-8".to_owned())) };
    };
    let mut reading = segment::read(parameter, shape, &joined);
    if lines.len() > 1 && !shape.is("array") && !shape.is("object") {
        reading.problem = Some(("repeated", format!("must come once, and comes {} times", lines.len())));
    }
    reading
}

fn cookies(headers: &HeaderMap) -> Pairs<'_> {
    let mut pairs = Pairs::new("", Notation::Cookie);
    for line in headers.get_all(COOKIE).iter().filter_map(|line| line.to_str().ok()) {
        pairs.extend(Pairs::new(line, Notation::Cookie));
    }
    pairs
}

fn add(judge: &Judge, parameter: &Parameter, reading: Reading, judgement: &mut Judgement) {
    let (place, values) = match parameter.location {
        Location::Path => (Place::Path, &mut judgement.path),
        Location::Query => (Place::Query, &mut judgement.query),
        Location::Header => (Place::Header, &mut judgement.headers),
        Location::Cookie => (Place::Cookie, &mut judgement.cookies),
    };
    let pointer = child("", &parameter.name);
    let is_elsewhere = reading.value == Some(Value::Null) && parameter.location == Location::Header;
    if let Some(value) = reading.value.clone().filter(|_| !is_elsewhere) {
        values.insert(parameter.name.clone(), value);
    }
    // The parameter itself is what holds the schema.
    let stated_at = parameter.pointer.rsplit_once('/').map_or("", |(holder, _)| holder);
    match (reading.value, reading.problem) {
        (_, Some((rule, problem))) => judgement.add(place, [own(pointer, rule, stated_at.to_owned(), &problem)]),
        (None, None) if parameter.required => {
            judgement.add(place, [own(pointer, "required", child(stated_at, "required"), "is required and missing")]);
        }
        (Some(value), None) if !is_elsewhere => {
            let faults = judge.faults(&value, &parameter.pointer, Purpose::Request, &pointer);
            judgement.add(place, faults);
        }
        _ => {}
    }
}

/// A fault by a rule of this crate's own.
fn own(pointer: String, rule: &str, stated_at: String, problem: &str) -> Fault {
    let message = format!("{} {problem}", super::wording::subject(&pointer));
    Fault { pointer, rule: rule.to_owned(), stated_at, message }
}
