//! Whether a value fits a schema, for examples that may be wrong and branches that may overlap.

use std::cell::Cell;

use serde_json::{Map, Value, json};

use crate::document;

/// How deep a question may lead, and how many more it may raise. Only references that run in a circle get there.
const DEEPEST: usize = 128;
const MOST: u32 = 100_000;

/// Whether `value` fits all of `schemas` (OpenAPI 3.0.4, section 4.7.24).
///
/// Null fits only where the schema that states the type also says `nullable`; that is the strictest reading.
pub(super) fn fits(root: &Value, schemas: &[&Value], value: &Value) -> bool {
    let left = Cell::new(MOST);
    schemas.iter().all(|schema| Question { root, depth: 0, left: &left }.fits(schema, value))
}

#[derive(Clone, Copy)]
struct Question<'a> {
    root: &'a Value,
    depth: usize,
    left: &'a Cell<u32>,
}

impl Question<'_> {
    fn fits(self, schema: &Value, value: &Value) -> bool {
        if self.depth > DEEPEST || self.left.get() == 0 {
            return true;
        }
        self.left.set(self.left.get() - 1);
        let inner = Question { depth: self.depth + 1, ..self };
        let Some((schema, _)) = document::resolve(self.root, schema, "") else { return true };
        let Some(schema) = schema.as_object() else { return true };
        let branches = |key: &str| schema.get(key).and_then(Value::as_array);
        let count = |branches: &Vec<Value>| branches.iter().filter(|branch| inner.fits(branch, value)).count();
        has_type(schema, value)
            && branches("enum").is_none_or(|values| values.contains(value))
            && branches("allOf").is_none_or(|all| count(all) == all.len())
            && branches("anyOf").is_none_or(|any| count(any) > 0)
            && branches("oneOf").is_none_or(|one| count(one) == 1)
            && schema.get("not").is_none_or(|not| !inner.fits(not, value))
            && match value {
                Value::Null | Value::Bool(_) => true,
                Value::Number(number) => number_fits(schema, number),
                Value::String(text) => text_fits(schema, text),
                Value::Array(elements) => inner.list_fits(schema, elements),
                Value::Object(members) => inner.object_fits(schema, members),
            }
    }

    fn list_fits(self, schema: &Map<String, Value>, elements: &[Value]) -> bool {
        let is_unique = || elements.iter().enumerate().all(|(index, element)| !elements[..index].contains(element));
        within(schema, "minItems", "maxItems", elements.len())
            && (schema.get("uniqueItems") != Some(&Value::Bool(true)) || is_unique())
            && schema.get("items").is_none_or(|items| elements.iter().all(|element| self.fits(items, element)))
    }

    fn object_fits(self, schema: &Map<String, Value>, members: &Map<String, Value>) -> bool {
        let mut required = schema.get("required").and_then(Value::as_array).into_iter().flatten();
        let properties = schema.get("properties").and_then(Value::as_object);
        let member_fits = |(name, member): (&String, &Value)| match (
            properties.and_then(|properties| properties.get(name)),
            schema.get("additionalProperties"),
        ) {
            (Some(property), _) => self.fits(property, member),
            (None, Some(Value::Bool(is_open))) => *is_open,
            (None, Some(additional)) => self.fits(additional, member),
            (None, None) => true,
        };
        within(schema, "minProperties", "maxProperties", members.len())
            && required.all(|name| name.as_str().is_some_and(|name| members.contains_key(name)))
            && members.iter().all(member_fits)
    }
}

fn has_type(schema: &Map<String, Value>, value: &Value) -> bool {
    let is_null_allowed = || schema.get("nullable") == Some(&Value::Bool(true));
    match (schema.get("type").and_then(Value::as_str), value) {
        (None, _) => true,
        (Some(_), Value::Null) => is_null_allowed(),
        (Some("boolean"), value) => value.is_boolean(),
        (Some("string"), value) => value.is_string(),
        (Some("array"), value) => value.is_array(),
        (Some("object"), value) => value.is_object(),
        (Some("number"), value) => value.is_number(),
        (Some("integer"), value) => value.is_i64() || value.is_u64(),
        (Some(_), _) => false,
    }
}

fn within(schema: &Map<String, Value>, least: &str, most: &str, number: usize) -> bool {
    let limit = |key: &str| schema.get(key).and_then(Value::as_f64);
    limit(least).is_none_or(|least| number as f64 >= least) && limit(most).is_none_or(|most| number as f64 <= most)
}

fn text_fits(schema: &Map<String, Value>, text: &str) -> bool {
    within(schema, "minLength", "maxLength", text.chars().count())
        && schema.get("pattern").is_none_or(|pattern| keyword_fits("pattern", pattern, &json!(text)))
        && match schema.get("format").and_then(Value::as_str) {
            None | Some("int32" | "int64" | "float" | "double" | "binary" | "password") => true,
            Some("byte") => keyword_fits("contentEncoding", &json!("base64"), &json!(text)),
            Some(format) => keyword_fits("format", &json!(format), &json!(text)),
        }
}

fn number_fits(schema: &Map<String, Value>, number: &serde_json::Number) -> bool {
    let value = Value::Number(number.clone());
    let is = |key: &str| schema.get(key) == Some(&Value::Bool(true));
    let bound = |key: &str, exclusive: &str, keyword: &str, stricter: &str| {
        schema.get(key).is_none_or(|bound| keyword_fits(if is(exclusive) { stricter } else { keyword }, bound, &value))
    };
    let format = schema.get("format").and_then(Value::as_str);
    (format != Some("int32") || number.as_i64().is_some_and(|number| i32::try_from(number).is_ok()))
        && bound("minimum", "exclusiveMinimum", "minimum", "exclusiveMinimum")
        && bound("maximum", "exclusiveMaximum", "maximum", "exclusiveMaximum")
        && schema.get("multipleOf").is_none_or(|step| keyword_fits("multipleOf", step, &value))
}

/// What one keyword says about a value. A keyword that cannot be read says nothing.
pub(super) fn keyword_fits(keyword: &str, stated: &Value, value: &Value) -> bool {
    let mut options = jsonschema::draft7::options();
    options = options.should_validate_formats(true).should_ignore_unknown_formats(true);
    let schema = Value::Object(Map::from_iter([(keyword.to_owned(), stated.clone())]));
    options.build(&schema).map_or(true, |validator| validator.is_valid(value))
}
