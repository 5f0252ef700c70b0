//! From a schema of OpenAPI 3.0 to one of JSON Schema draft 4 (OpenAPI 3.0.4, section 4.7.24).

use serde_json::{Map, Value, json};

use super::shape::Shape;
use crate::document::{Document, child, resolve};

/// What a value is sent as: some schemas mean different things in different messages.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub(super) enum Purpose {
    /// A part of a request; what is `readOnly` is not required.
    Request,
    /// A form or the bytes of a body; `format: binary` stands for anything.
    Form,
    /// A part of an answer; what is `writeOnly` is not required.
    Answer,
}

impl Purpose {
    /// The keyword for properties that are not sent in such a message.
    pub(super) fn unsent(self) -> &'static str {
        if self == Purpose::Answer { "writeOnly" } else { "readOnly" }
    }
}

/// A schema with everything that it refers to.
#[derive(Debug)]
pub(super) struct Translated {
    /// The schema. It stands in `/definitions/0`; the others follow.
    pub(super) schema: Value,
    /// Where each of the definitions stands in the document.
    pub(super) places: Vec<String>,
}

/// Translates the schema at `pointer`.
///
/// Only what can be reached is translated, so a document of a thousand schemas costs nothing until it is used.
///
/// # Errors
///
/// The reference that leads nowhere.
pub(super) fn translate(document: &Document, pointer: &str, purpose: Purpose) -> Result<Translated, String> {
    let mut translation = Translation { document, purpose, places: vec![pointer.to_owned()] };
    let mut definitions = Map::new();
    while let Some(place) = translation.places.get(definitions.len()).cloned() {
        // A media type may have no schema at all.
        let schema = document.at(&place).map_or(Ok(json!({})), |schema| translation.schema(schema, &place))?;
        definitions.insert(definitions.len().to_string(), schema);
    }
    let schema = json!({"$ref": "#/definitions/0", "definitions": definitions});
    Ok(Translated { schema, places: translation.places })
}

/// Keywords that mean the same in both.
const SHARED: [&str; 15] = [
    "type",
    "enum",
    "format",
    "multipleOf",
    "minimum",
    "exclusiveMinimum",
    "maximum",
    "exclusiveMaximum",
    "minLength",
    "maxLength",
    "pattern",
    "minItems",
    "maxItems",
    "minProperties",
    "maxProperties",
];

struct Translation<'a> {
    document: &'a Document,
    purpose: Purpose,
    /// The definitions, in the order of their numbers.
    places: Vec<String>,
}

impl Translation<'_> {
    fn schema(&mut self, schema: &Value, pointer: &str) -> Result<Value, String> {
        let Some(stated) = schema.as_object() else { return Ok(json!({})) };
        if let Some(reference) = stated.get("$ref") {
            return self.reference(schema, reference);
        }
        let mut translated = Map::new();
        for keyword in SHARED.into_iter().chain(["uniqueItems"]) {
            if let Some(value) = stated.get(keyword) {
                translated.insert(keyword.to_owned(), value.clone());
            }
        }
        for keyword in ["items", "not", "additionalProperties"] {
            match stated.get(keyword) {
                Some(inner @ Value::Object(_)) => {
                    translated.insert(keyword.to_owned(), self.schema(inner, &child(pointer, keyword))?);
                }
                Some(Value::Bool(allowed)) if keyword == "additionalProperties" => {
                    translated.insert(keyword.to_owned(), Value::Bool(*allowed));
                }
                _ => {}
            }
        }
        for keyword in ["allOf", "oneOf", "anyOf"] {
            let Some(branches) = stated.get(keyword).and_then(Value::as_array) else { continue };
            let place = child(pointer, keyword);
            let branches = branches.iter().enumerate();
            let branches = branches.map(|(index, branch)| self.schema(branch, &child(&place, &index.to_string())));
            translated.insert(keyword.to_owned(), branches.collect::<Result<_, _>>()?);
        }
        if let Some(properties) = stated.get("properties").and_then(Value::as_object) {
            let place = child(pointer, "properties");
            let properties = properties.iter();
            let properties = properties.map(|(name, it)| Ok((name.clone(), self.schema(it, &child(&place, name))?)));
            translated.insert("properties".to_owned(), Value::Object(properties.collect::<Result<_, String>>()?));
        }
        let required = self.required(stated, pointer);
        if !required.is_empty() {
            translated.insert("required".to_owned(), Value::Array(required));
        }
        integers(&mut translated);
        if self.purpose == Purpose::Form && stated.get("format").and_then(Value::as_str) == Some("binary") {
            // Its length is known, its text is not.
            translated.retain(|keyword, _| {
                !["type", "minLength", "maxLength", "pattern", "enum"].contains(&keyword.as_str())
            });
        }
        Ok(if stated.get("nullable") == Some(&Value::Bool(true)) {
            nullable(translated)
        } else {
            Value::Object(translated)
        })
    }

    fn reference(&mut self, schema: &Value, reference: &Value) -> Result<Value, String> {
        let resolved = resolve(&self.document.root, schema, "");
        let (_, place) = resolved.ok_or_else(|| format!("the reference {reference} leads nowhere"))?;
        let known = self.places.iter().position(|known| *known == place);
        let number = known.unwrap_or(self.places.len());
        if known.is_none() {
            self.places.push(place);
        }
        Ok(json!({"$ref": format!("#/definitions/{number}")}))
    }

    /// The required properties that are sent in such a message.
    fn required(&self, stated: &Map<String, Value>, pointer: &str) -> Vec<Value> {
        let listed = stated.get("required").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        if listed.is_empty() {
            return Vec::new();
        }
        let shape = Shape::at(self.document, pointer);
        let is_sent = |name: &&Value| {
            name.as_str().is_some_and(|name| shape.property(name).flag(self.purpose.unsent()).is_none())
        };
        let mut required: Vec<Value> = listed.iter().filter(is_sent).cloned().collect();
        required.dedup();
        required
    }
}

/// `int32` and `int64` are ranges, as far as the schema leaves them open.
fn integers(translated: &mut Map<String, Value>) {
    let limits = match translated.get("format").and_then(Value::as_str) {
        Some("int32") => (json!(i32::MIN), json!(i32::MAX)),
        Some("int64") => (json!(i64::MIN), json!(i64::MAX)),
        _ => return,
    };
    translated.entry("minimum").or_insert(limits.0);
    translated.entry("maximum").or_insert(limits.1);
}

fn nullable(mut translated: Map<String, Value>) -> Value {
    match translated.get("type").cloned() {
        Some(name @ Value::String(_)) => {
            translated.insert("type".to_owned(), json!([name, "null"]));
            if let Some(values) = translated.get_mut("enum").and_then(Value::as_array_mut)
                && !values.contains(&Value::Null)
            {
                values.push(Value::Null);
            }
            Value::Object(translated)
        }
        // The standard gives `nullable` a meaning beside `type` only, but people write it beside `allOf` and mean the same.
        _ => json!({"anyOf": [{"type": "null"}, translated]}),
    }
}
