//! How to mend what is commonly wrong.

use serde_yaml::{Mapping, Value};

use super::super::grammar::{Kind, Shape, TYPES};
use super::super::trail::Trail;
use super::wording::expected;
use crate::diagnostic::nearest;

/// What to write where a field is missing.
pub(super) fn for_missing(kind: Kind, key: &str) -> String {
    match (kind, key) {
        (Kind::Operation, "responses") => {
            "add `responses` with the replies it gives, at least one: `responses: {'200': {description: OK}}`"
                .to_owned()
        }
        (Kind::Document, "paths") => "add `paths`; `paths: {}` if there are no operations".to_owned(),
        (Kind::Document, "info") => "add `info` with a `title` and a `version`".to_owned(),
        (Kind::Parameter, "in") => "say where it travels: `in: query`, `path`, `header` or `cookie`".to_owned(),
        _ => kind
            .field(key)
            .map_or_else(|| format!("add `{key}`"), |field| format!("add `{key}`: {}", expected(field.shape))),
    }
}

/// What to write in place of a value of the wrong shape; nothing for what the message says already.
pub(super) fn for_misshapen(shape: Shape, found: &Value, at: &Trail<'_>, owner: Kind) -> Option<String> {
    match (shape, found) {
        (Shape::List(_), Value::Bool(is_required)) if is_required_flag(at, owner) => {
            Some(for_required_flag(*is_required, at))
        }
        (Shape::Type, Value::Sequence(_)) => Some(
            "a list of types is OpenAPI 3.1; for `[string, 'null']` write `type: string` and `nullable: true`"
                .to_owned(),
        ),
        (Shape::Type, Value::Null) => {
            Some("`null` is no type in OpenAPI 3.0; write the type of the other values and `nullable: true`".to_owned())
        }
        (Shape::Flag, Value::Number(number)) if at.key().is_some_and(|key| key.starts_with("exclusive")) => {
            let bound = if at.key() == Some("exclusiveMinimum") { "minimum" } else { "maximum" };
            let key = at.key().unwrap_or_default();
            Some(format!("a number is OpenAPI 3.1; write `{bound}: {number}` and `{key}: true`"))
        }
        (Shape::Object(Kind::Schema) | Shape::SchemaOrFlag, Value::String(text)) => Some(for_schema_text(text, at)),
        (Shape::Object(Kind::Schema), Value::Null) => {
            Some("write its schema under it, for example `type: string`; `{}` allows anything".to_owned())
        }
        (Shape::Object(Kind::Schema), Value::Bool(true)) => {
            Some("`true` as a schema is OpenAPI 3.1; write `{}`, which allows anything".to_owned())
        }
        (Shape::Object(Kind::Schema), Value::Sequence(_)) => {
            Some("it takes one schema; for several, write `oneOf` with the list under it".to_owned())
        }
        (Shape::Object(Kind::Discriminator), Value::String(text)) => {
            Some(format!("write `discriminator: {{propertyName: {text}}}`"))
        }
        (Shape::Text, Value::Number(number)) => Some(format!("put it in quotes: `'{number}'`")),
        (Shape::Text, Value::Bool(flag)) => Some(format!("put it in quotes: `'{flag}'`")),
        (Shape::Flag, Value::String(text)) if text == "true" || text == "false" => {
            Some(format!("leave out the quotes: `{text}`"))
        }
        (Shape::Count | Shape::Number, Value::String(text)) if text.parse::<f64>().is_ok() => {
            Some(format!("leave out the quotes: `{text}`"))
        }
        (Shape::List(Shape::Text), Value::String(text)) => Some(format!("write it as a list of one: `[{text}]`")),
        (Shape::List(_), Value::Mapping(_)) => Some("write it as a list: put `- ` before each entry".to_owned()),
        (Shape::Choice(words), Value::String(text)) => {
            nearest(text, words.iter().copied()).map(|word| format!("did you mean `{word}`?"))
        }
        _ => None,
    }
}

/// The type that was probably meant.
pub(super) fn for_unknown_type(word: &str) -> String {
    let known = match word {
        "null" => return "write the type of the other values and `nullable: true`".to_owned(),
        "file" => return "a file is `type: string` with `format: binary`".to_owned(),
        "date" | "date-time" | "datetime" | "uuid" => {
            return format!("write `type: string` with `format: {}`", word.replace("datetime", "date-time"));
        }
        "any" => return "leave `type` out: a schema without it allows anything".to_owned(),
        "int" | "long" | "int32" | "int64" => Some("integer"),
        "float" | "double" | "decimal" => Some("number"),
        "bool" => Some("boolean"),
        "list" => Some("array"),
        "map" | "dict" => Some("object"),
        "str" | "text" => Some("string"),
        _ => nearest(word, TYPES),
    };
    known.map_or_else(
        || {
            format!(
                "use one of {}; for a schema of its own, write `$ref`",
                TYPES.map(|known| format!("`{known}`")).join(", ")
            )
        },
        |known| format!("did you mean `{known}`?"),
    )
}

fn is_required_flag(at: &Trail<'_>, owner: Kind) -> bool {
    owner == Kind::Schema && at.key() == Some("required")
}

fn for_required_flag(is_required: bool, at: &Trail<'_>) -> String {
    let property = at.parent().filter(|schema| schema.parent_key() == Some("properties")).and_then(Trail::key);
    match property {
        Some(property) if is_required => {
            format!(
                "remove it, and list the property in the schema that has it: `required: [{property}]` beside `properties`"
            )
        }
        Some(_) => "remove it: a property is optional unless the schema that has it lists it in `required`".to_owned(),
        None => "list the properties that have to be there, such as `required: [name]`, or remove it".to_owned(),
    }
}

fn for_schema_text(text: &str, at: &Trail<'_>) -> String {
    let key = at.key().unwrap_or("schema");
    if TYPES.contains(&text) {
        format!("write `{key}: {{type: {text}}}`")
    } else if text.starts_with("#/") {
        format!("write `{key}: {{$ref: '{text}'}}`")
    } else {
        format!("write a schema, for example `{key}: {{type: string}}`; an explanation goes in its `description`")
    }
}

/// For a field that its object does not have.
pub(super) fn for_unknown_field(kind: Kind, key: &str, object: &Mapping) -> String {
    let absent = kind.fields().iter().map(|field| field.key).filter(|known| !object.contains_key(*known));
    if let Some(meant) = nearest(key, absent) {
        return format!("did you mean `{meant}`?");
    }
    if kind != Kind::Schema && kind.field("schema").is_some() && Kind::Schema.field(key).is_some() {
        return format!("move `{key}` into the `schema`");
    }
    format!("remove it, or write `x-{key}` if it is meant for some program")
}
