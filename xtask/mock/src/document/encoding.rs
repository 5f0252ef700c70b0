//! How a property of a form is written (OpenAPI 3.0.4, section 4.7.15).

use serde_json::Value;

use super::Style;

/// The encoding of one property.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Encoding {
    /// The property.
    pub property: String,
    /// The media types that its part may have; empty when the document states none.
    pub content_types: Vec<String>,
    /// How a list or an object becomes text, where the document states it.
    pub style: Option<Style>,
    /// Whether each element has a pair of its own, where the document states it.
    pub explode: Option<bool>,
}

impl Encoding {
    /// The encodings beside a schema.
    pub(super) fn all(media_type: &Value) -> Vec<Encoding> {
        let stated = media_type.get("encoding").and_then(Value::as_object).into_iter().flatten();
        stated.map(|(property, encoding)| read(property, encoding)).collect()
    }
}

fn read(property: &str, encoding: &Value) -> Encoding {
    let text = |key: &str| encoding.get(key).and_then(Value::as_str);
    let content_types = text("contentType").unwrap_or_default().split(',').map(str::trim);
    Encoding {
        property: property.to_owned(),
        content_types: content_types.filter(|name| !name.is_empty()).map(str::to_owned).collect(),
        style: match text("style") {
            Some("form") => Some(Style::Form),
            Some("spaceDelimited") => Some(Style::SpaceDelimited),
            Some("pipeDelimited") => Some(Style::PipeDelimited),
            Some("deepObject") => Some(Style::DeepObject),
            _ => None,
        },
        explode: encoding.get("explode").and_then(Value::as_bool),
    }
}
