//! Texts of the document, cleaned of nothing but blank edges.

use serde_json::Value;

use super::shape::Shape;
use crate::model::Docs;

pub(super) fn of(summary: Option<&str>, description: Option<&str>) -> Docs {
    Docs { summary: text(summary), description: text(description) }
}

pub(super) fn of_schema(shape: &Shape<'_>) -> Docs {
    let data = shape.data;
    of(data.and_then(|data| data.title.as_deref()), data.and_then(|data| data.description.as_deref()))
}

/// What `x-enumDescriptions` says of one value of an enumeration: a mapping from value to text, as Redocly has it.
pub(super) fn of_value(shape: &Shape<'_>, wire_value: &str) -> Docs {
    let described = shape.data.and_then(|data| data.extensions.get("x-enumDescriptions"));
    of(None, described.and_then(|described| described.get(wire_value)).and_then(Value::as_str))
}

fn text(text: Option<&str>) -> Option<String> {
    text.map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
}
