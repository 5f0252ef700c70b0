//! Defaults, examples and listed values, each against its schema.

use std::collections::HashMap;

use serde_yaml::{Mapping, Value};

use super::super::trail::Trail;
use super::super::walk::texts;
use super::Lint;
use super::fit::misfit;
use crate::diagnostic::Rule;

/// Reports a default, an example or a listed value that is none of the schema, and values that are listed twice.
pub(super) fn check<'a>(lint: &mut Lint<'a>, schema: &'a Mapping, at: &Trail<'_>) {
    for (key, rule) in [("default", Rule::DefaultMisfit), ("example", Rule::ExampleMisfit)] {
        if let Some(value) = schema.get(key) {
            check_one(lint, rule, schema, value, &Trail::Key(at, key));
        }
    }
    if let Some(values) = schema.get("enum").and_then(Value::as_sequence) {
        check_listed(lint, schema, values, &Trail::Key(at, "enum"));
    }
}

/// Reports the examples of a parameter, a header or a media type that are none of its schema.
pub(super) fn check_examples<'a>(lint: &mut Lint<'a>, owner: &'a Mapping, at: &Trail<'_>) {
    let Some(schema) = owner.get("schema").and_then(|schema| lint.schema(schema)) else { return };
    if let Some(value) = owner.get("example") {
        check_one(lint, Rule::ExampleMisfit, schema, value, &Trail::Key(at, "example"));
    }
    let examples = Trail::Key(at, "examples");
    for (name, example) in owner.get("examples").and_then(Value::as_mapping).into_iter().flat_map(texts) {
        if let Some(value) = example.get("value") {
            let at = Trail::Key(&examples, name);
            check_one(lint, Rule::ExampleMisfit, schema, value, &Trail::Key(&at, "value"));
        }
    }
}

fn check_one(lint: &mut Lint<'_>, rule: Rule, schema: &Mapping, value: &Value, at: &Trail<'_>) {
    let Some(misfit) = misfit(lint.document, schema, value, &lint.patterns) else { return };
    let (noun, help) = match rule {
        Rule::DefaultMisfit => {
            ("default", "correct the default or the schema; until then there is none in the documentation")
        }
        _ => ("example", "correct the example or the schema; until then samples are made without it"),
    };
    let message = format!("the {noun} is no value of its schema: {}", misfit.sentence());
    let place = lint.value(at);
    lint.report(rule, message, place, "does not fit", help);
}

fn check_listed(lint: &mut Lint<'_>, schema: &Mapping, values: &[Value], at: &Trail<'_>) {
    // The list itself is no part of what its values have to fit.
    let mut rest = schema.clone();
    rest.remove("enum");
    let mut first: HashMap<&Value, usize> = HashMap::with_capacity(values.len());
    for (index, value) in values.iter().enumerate() {
        if let Some(before) = first.get(value) {
            let places = [index, *before].map(|index| lint.value(&Trail::Index(at, index)));
            let labels = ["listed again here", "first listed here"];
            let message = "this value is listed twice".to_owned();
            lint.report_both(Rule::DuplicateEnumValue, message, places, labels, "remove one of the two");
            continue;
        }
        first.insert(value, index);
        // Many documents list null beside `nullable`, or in place of it; what is meant is plain.
        if value.is_null() {
            continue;
        }
        if let Some(misfit) = misfit(lint.document, &rest, value, &lint.patterns) {
            let message = format!("this value of `enum` is none of its schema: {}", misfit.sentence());
            let place = lint.value(&Trail::Index(at, index));
            lint.report(
                Rule::EnumMisfit,
                message,
                place,
                "does not fit",
                "correct the value, or the `type` beside the `enum`",
            );
        }
    }
}
