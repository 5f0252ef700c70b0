//! Limits that no value can keep.

use serde_yaml::{Mapping, Value};

use super::super::trail::Trail;
use super::Lint;
use super::fit::flag;
use crate::diagnostic::Rule;

/// Reports a lower limit above the upper one, and a list that says nothing of its elements.
pub(super) fn check(lint: &mut Lint<'_>, schema: &Mapping, at: &Trail<'_>) {
    let limit = |key: &str| schema.get(key).and_then(Value::as_f64);
    for (least, most) in [
        ("minimum", "maximum"),
        ("minLength", "maxLength"),
        ("minItems", "maxItems"),
        ("minProperties", "maxProperties"),
    ] {
        let Some((low, high)) = limit(least).and_then(|low| Some((low, limit(most)?))) else { continue };
        let excludes = least == "minimum" && (flag(schema, "exclusiveMinimum") || flag(schema, "exclusiveMaximum"));
        if low < high || (low == high && !excludes) {
            continue;
        }
        let (low, high) = (lint.value(&Trail::Key(at, least)), lint.value(&Trail::Key(at, most)));
        let message = format!("no value keeps both `{least}` and `{most}`");
        let labels = ["leaves nothing below the upper limit", "the upper limit"];
        lint.report_both(Rule::ImpossibleLimits, message, [low, high], labels, "exchange or correct the two");
    }
    if schema.get("type").and_then(Value::as_str) == Some("array") && !schema.contains_key("items") {
        let place = lint.value(&Trail::Key(at, "type"));
        let help = "say what the elements are, such as `items: {type: string}`; until then they are free JSON";
        lint.report(
            Rule::ArrayWithoutItems,
            "this list does not say what its elements are".to_owned(),
            place,
            "no `items`",
            help,
        );
    }
}
