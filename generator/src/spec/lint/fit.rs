//! Whether a value is one of its schema (OpenAPI 3.0.4, section 4.8.24), as far as that is certain.
//!
//! What is in doubt fits: formats, `not`, whether more than one schema of a `oneOf` fits, and what a dangling reference leads to.

use std::cell::Cell;

use serde_yaml::{Mapping, Number, Value};

use super::super::walk::texts;
use super::pattern::Patterns;
use super::schema_of;
use crate::tree::describe;

/// Why a value is none of a schema.
pub(super) struct Misfit {
    /// From the value to the part that does not fit, as a JSON pointer; empty for the value itself.
    pub(super) way: String,
    /// What is wrong there, such as `a text where a number is wanted`.
    pub(super) what: String,
}

impl Misfit {
    fn of(what: impl Into<String>) -> Option<Self> {
        Some(Self { way: String::new(), what: what.into() })
    }

    fn below(self, step: impl std::fmt::Display) -> Self {
        Self { way: format!("/{step}{}", self.way), ..self }
    }

    /// For a message: `at `/a/0`, a text where a number is wanted`.
    pub(super) fn sentence(&self) -> String {
        if self.way.is_empty() { self.what.clone() } else { format!("at `{}`, {}", self.way, self.what) }
    }
}

/// How deep schemas are followed: examples are not deeper, and a schema may lead to itself.
const DEEPEST: usize = 32;

/// How many schemas are looked at for a value: parts of an `allOf` that are such themselves multiply.
const STEPS: usize = 10_000;

/// What keeps a value from being one of a schema; `None` if it is one, or may be one.
pub(super) fn misfit(document: &Value, schema: &Mapping, value: &Value, patterns: &Patterns) -> Option<Misfit> {
    Fit { document, patterns, steps: Cell::new(STEPS) }.schema(schema, value, 0)
}

struct Fit<'a> {
    document: &'a Value,
    patterns: &'a Patterns,
    /// How many are left.
    steps: Cell<usize>,
}

impl<'a> Fit<'a> {
    fn any(&self, schema: &'a Value, value: &Value, depth: usize) -> Option<Misfit> {
        self.schema(schema_of(self.document, schema)?, value, depth + 1)
    }

    fn schema(&self, schema: &'a Mapping, value: &Value, depth: usize) -> Option<Misfit> {
        let left = self.steps.get();
        if left == 0 || depth > DEEPEST || (value.is_null() && flag(schema, "nullable")) {
            return None;
        }
        self.steps.set(left - 1);
        self.kind(schema, value)
            .or_else(|| self.listed(schema, value))
            .or_else(|| match value {
                Value::String(text) => self.of_text(schema, text),
                Value::Number(number) => of_number(schema, number),
                Value::Sequence(elements) => self.of_list(schema, elements, depth),
                Value::Mapping(members) => self.of_object(schema, members, depth),
                _ => None,
            })
            .or_else(|| self.composed(schema, value, depth))
    }

    fn kind(&self, schema: &Mapping, value: &Value) -> Option<Misfit> {
        let (wanted, fits) = match schema.get("type").and_then(Value::as_str)? {
            "string" => ("a text", value.is_string()),
            "boolean" => ("`true` or `false`", value.is_bool()),
            "number" => ("a number", value.is_number()),
            "integer" => ("a whole number", is_whole(value)),
            "array" => ("a list", value.is_sequence()),
            "object" => ("an object", value.is_mapping()),
            _ => return None,
        };
        if fits { None } else { Misfit::of(format!("{} where {wanted} is wanted", describe(value))) }
    }

    fn listed(&self, schema: &Mapping, value: &Value) -> Option<Misfit> {
        let values = schema.get("enum").and_then(Value::as_sequence)?;
        if values.contains(value) { None } else { Misfit::of("a value that is not among those of `enum`") }
    }

    fn of_text(&self, schema: &Mapping, text: &str) -> Option<Misfit> {
        counted(schema, "minLength", "maxLength", text.chars().count(), "characters").or_else(|| {
            let pattern = schema.get("pattern").and_then(Value::as_str)?;
            if self.patterns.matches(pattern, text) != Some(false) {
                return None;
            }
            Misfit::of("a text that does not match the `pattern`")
        })
    }

    fn of_list(&self, schema: &'a Mapping, elements: &[Value], depth: usize) -> Option<Misfit> {
        counted(schema, "minItems", "maxItems", elements.len(), "elements").or_else(|| {
            let items = schema.get("items")?;
            let mut misfits = elements.iter().enumerate();
            misfits.find_map(|(index, element)| Some(self.any(items, element, depth)?.below(index)))
        })
    }

    fn of_object(&self, schema: &'a Mapping, members: &Mapping, depth: usize) -> Option<Misfit> {
        let properties = schema.get("properties").and_then(Value::as_mapping);
        let property = |name: &str| properties.and_then(|properties| properties.get(name));
        // Whether it is a value of a request or of an answer is not known here, and what goes the other way need not be in it.
        let goes_one_way = |name: &str| {
            let property = property(name).and_then(|property| schema_of(self.document, property));
            property.is_some_and(|property| flag(property, "readOnly") || flag(property, "writeOnly"))
        };
        let required = schema.get("required").and_then(Value::as_sequence).into_iter().flatten();
        let mut missing = required.filter_map(Value::as_str).filter(|name| !members.contains_key(*name));
        if let Some(missing) = missing.find(|name| !goes_one_way(name)) {
            return Misfit::of(format!("an object without the required property `{missing}`"));
        }
        let others = schema.get("additionalProperties");
        texts(members).find_map(|(name, value)| {
            let Some(property) = property(name) else {
                return match others {
                    Some(Value::Bool(false)) => Misfit::of(format!("a property `{name}` that may not be there")),
                    Some(others @ Value::Mapping(_)) => Some(self.any(others, value, depth)?.below(name)),
                    _ => None,
                };
            };
            Some(self.any(property, value, depth)?.below(name))
        })
    }

    fn composed(&self, schema: &'a Mapping, value: &Value, depth: usize) -> Option<Misfit> {
        let parts = |key: &str| -> &'a [Value] {
            schema.get(key).and_then(Value::as_sequence).map(Vec::as_slice).unwrap_or_default()
        };
        if let Some(misfit) = parts("allOf").iter().find_map(|part| self.any(part, value, depth)) {
            return Some(misfit);
        }
        ["oneOf", "anyOf"].iter().find_map(|key| {
            let parts = parts(key);
            let fits = |part: &'a Value| self.any(part, value, depth).is_none();
            if parts.is_empty() || parts.iter().any(fits) {
                return None;
            }
            Misfit::of(format!("{} that fits none of `{key}`", describe(value)))
        })
    }
}

fn of_number(schema: &Mapping, number: &Number) -> Option<Misfit> {
    let value = number.as_f64()?;
    let limit = |key: &str| schema.get(key).and_then(Value::as_f64);
    let below =
        limit("minimum").is_some_and(|least| value < least || (value == least && flag(schema, "exclusiveMinimum")));
    let above =
        limit("maximum").is_some_and(|most| value > most || (value == most && flag(schema, "exclusiveMaximum")));
    match (below, above) {
        (true, _) => Misfit::of("a number below the `minimum`"),
        (_, true) => Misfit::of("a number above the `maximum`"),
        _ => None,
    }
}

fn counted(schema: &Mapping, least: &str, most: &str, count: usize, noun: &str) -> Option<Misfit> {
    let limit = |key: &str| schema.get(key).and_then(Value::as_u64).and_then(|limit| usize::try_from(limit).ok());
    if limit(least).is_some_and(|least| count < least) {
        return Misfit::of(format!("{count} {noun}, which is less than `{least}`"));
    }
    if limit(most).is_some_and(|most| count > most) {
        return Misfit::of(format!("{count} {noun}, which is more than `{most}`"));
    }
    None
}

pub(super) fn flag(schema: &Mapping, key: &str) -> bool {
    schema.get(key).and_then(Value::as_bool).unwrap_or(false)
}

fn is_whole(value: &Value) -> bool {
    value.is_i64() || value.is_u64() || value.as_f64().is_some_and(|float| float.fract() == 0.0)
}

#[cfg(test)]
mod tests {
    use super::{Mapping, Patterns, Value, misfit};

    #[test]
    fn what_goes_the_other_way_need_not_be_in_a_value() {
        let schema =
            "{required: [id, password, name], properties: {id: {readOnly: true}, password: {writeOnly: true}}}";
        let schema: Mapping = serde_yaml::from_str(schema).expect("it is a schema");
        let misfit = |value| {
            let value: Value = serde_yaml::from_str(value).expect("it is a value");
            misfit(&Value::Null, &schema, &value, &Patterns::default()).map(|misfit| misfit.sentence())
        };
        assert_eq!(misfit("{name: a}"), None);
        assert_eq!(misfit("{id: 1}").as_deref(), Some("an object without the required property `name`"));
    }
}
