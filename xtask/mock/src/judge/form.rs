//! `application/x-www-form-urlencoded`: each property is written as a query parameter is (OpenAPI 3.0.4, section 4.7.15.1.2).

use serde_json::{Map, Value};

use super::body::{Read, fault};
use super::fields;
use super::media_type::Kind;
use super::pairs::{Notation, Pairs};
use super::report::Fault;
use super::shape::Shape;
use super::typed;
use super::wording::subject;
use crate::document::{Encoding, Location, Parameter, Style, child};

/// Reads a form.
pub(super) fn read(body: &[u8], shape: &Shape<'_>, encodings: &[Encoding], pointer: &str) -> Read {
    let Ok(text) = std::str::from_utf8(body) else {
        return Read { value: Value::Null, faults: vec![fault("encoding", String::new(), "the form is not UTF-8")] };
    };
    let mut pairs = Pairs::new(text, Notation::Form);
    let mut read = Read::default();
    if let Some(name) = pairs.broken() {
        read.faults.push(own(name, "encoding", pointer, "is not UTF-8"));
    }
    let names = shape.names();
    let mut map = Map::new();
    for name in &names {
        let parameter = parameter(name, encodings, pointer);
        let reading = fields::read(&parameter, &shape.property(name), &mut pairs, &names);
        if let Some((rule, problem)) = reading.problem {
            read.faults.push(own(name, rule, pointer, &problem));
        }
        map.extend(reading.value.map(|value| ((*name).to_owned(), value)));
    }
    // What nobody describes is kept, for the judge to find it and for the journal to show it.
    for pair in pairs.take(|_| true) {
        let value = typed::scalar(&pairs.decode(pair.raw), &Shape::none(shape.document()));
        map.insert(pair.name, value);
    }
    read.value = Value::Object(map);
    read
}

fn parameter(name: &str, encodings: &[Encoding], pointer: &str) -> Parameter {
    let encoding = encodings.iter().find(|encoding| encoding.property == name);
    let style = encoding.and_then(|encoding| encoding.style);
    let explode = encoding.and_then(|encoding| encoding.explode);
    let content_type = encoding.and_then(|encoding| encoding.content_types.first());
    Parameter {
        name: name.to_owned(),
        location: Location::Query,
        required: false,
        style: style.unwrap_or(Style::Form),
        explode: explode.unwrap_or(style.is_none_or(|style| style == Style::Form)),
        states_style: style.is_some() || explode.is_some(),
        schema: Value::Null,
        is_json: style.is_none() && content_type.is_some_and(|name| Kind::of(name) == Kind::Json),
        pointer: pointer.to_owned(),
        example: None,
    }
}

/// A fault of one field.
pub(super) fn own(name: &str, rule: &str, stated_at: &str, problem: &str) -> Fault {
    let pointer = child("", name);
    let message = format!("{} {problem}", subject(&pointer));
    Fault { pointer, rule: rule.to_owned(), stated_at: stated_at.to_owned(), message }
}
