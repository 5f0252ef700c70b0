//! The JSON text that a document gives for a default or an example, as a value.

use serde_json::Value;

use crate::model::{Json, Literal};

/// The value that a literal stands for.
pub(crate) fn value(literal: &Literal) -> Option<Json> {
    serde_json::from_str(literal.as_json()).ok().map(convert)
}

fn convert(value: Value) -> Json {
    match value {
        Value::Null => Json::Null,
        Value::Bool(flag) => Json::Bool(flag),
        Value::Number(number) => Json::Number(number.to_string()),
        Value::String(text) => Json::Text(text),
        Value::Array(elements) => Json::List(elements.into_iter().map(convert).collect()),
        Value::Object(properties) => {
            Json::Object(properties.into_iter().map(|(name, value)| (name, convert(value))).collect())
        }
    }
}
