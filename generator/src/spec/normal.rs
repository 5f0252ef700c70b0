//! Makes a document as plain as `openapiv3` wants it, where that changes nothing of what it says.
//!
//! The types of `openapiv3` are stricter than documents in use. What is mended here, silently, and nothing else (keys that are
//! no texts are mended before, by `tree::parse`):
//! - a field with no value (`parameters:` and nothing under it) is left out;
//! - a version that YAML reads as a number (`openapi: 3.0`) becomes a text;
//! - a count that is written as a float (`maxLength: 64.0`) becomes a whole number;
//! - a response without a `description` gets an empty one;
//! - a response header without a `schema` gets one that allows anything;
//! - a property of a form whose `encoding` leaves out `explode` gets the default of its style, for which they take `false`;
//! - a callback of an operation that is a reference becomes an empty callback, and extensions in a callback are dropped:
//!   a client makes nothing of callbacks but their existence.

use serde_yaml::{Mapping, Value};

use super::grammar::{Kind, Shape};
use super::walk::is_extension;

/// Mends `document`, whose keys are texts, in place.
pub(super) fn normalise(document: &mut Value) {
    normalise_value(Shape::Object(Kind::Document), document);
}

fn normalise_value(shape: Shape, value: &mut Value) {
    match (shape, value) {
        (Shape::Object(kind), Value::Mapping(mapping)) => normalise_object(kind, mapping),
        (Shape::SchemaOrFlag, Value::Mapping(mapping)) => normalise_object(Kind::Schema, mapping),
        (Shape::List(element), Value::Sequence(elements)) => {
            elements.iter_mut().for_each(|value| normalise_value(*element, value))
        }
        (Shape::Map(element), Value::Mapping(mapping)) => {
            mapping.values_mut().for_each(|value| normalise_value(*element, value))
        }
        (Shape::Patterned(element), Value::Mapping(mapping)) => {
            let entries = mapping.iter_mut().filter(|(key, _)| !key.as_str().is_some_and(is_extension));
            entries.for_each(|(_, value)| normalise_value(*element, value));
        }
        (Shape::Count, value) => {
            if let Some(count) = whole(value) {
                *value = Value::Number(count.into());
            }
        }
        _ => {}
    }
}

fn normalise_object(kind: Kind, object: &mut Mapping) {
    if kind.reference(object).is_some() {
        return;
    }
    let field = |key: &Value| key.as_str().and_then(|key| kind.field(key));
    let says_nothing = |key: &Value, value: &Value| {
        value.is_null() && field(key).is_some_and(|field| !field.is_required && !matches!(field.shape, Shape::Anything))
    };
    object.retain(|key, value| !says_nothing(key, value));
    for (key, value) in object.iter_mut() {
        if let Some(shape) = field(key).map(|field| field.shape).or_else(|| kind.entries()) {
            normalise_value(shape, value);
        }
    }
    match kind {
        Kind::Document => {
            if let Some(Value::Number(version)) = object.get("openapi") {
                let version = Value::String(version.to_string());
                object.insert("openapi".into(), version);
            }
        }
        Kind::Operation => {
            if let Some(Value::Mapping(callbacks)) = object.get_mut("callbacks") {
                callbacks
                    .values_mut()
                    .filter(|callback| callback.get("$ref").is_some())
                    .for_each(|callback| *callback = Mapping::new().into());
            }
        }
        Kind::Callback => object.retain(|key, _| !key.as_str().is_some_and(is_extension)),
        Kind::Encoding if !object.contains_key("explode") => {
            let is_form = object.get("style").is_none_or(|style| style.as_str() == Some("form"));
            object.insert("explode".into(), is_form.into());
        }
        Kind::Response if !object.contains_key("description") => {
            object.insert("description".into(), "".into());
        }
        Kind::Header if !object.contains_key("schema") && !object.contains_key("content") => {
            object.insert("schema".into(), Mapping::new().into());
        }
        _ => {}
    }
}

/// The whole number that a float stands for, if it does.
fn whole(value: &Value) -> Option<u64> {
    let float = value.as_f64().filter(|_| !value.is_u64())?;
    // Every whole number up to 2^53 has its own float.
    let is_whole = float.fract() == 0.0 && (0.0..=9_007_199_254_740_992.0).contains(&float);
    is_whole.then_some(float as u64)
}
