//! Parts of an `allOf` that no value can fit together.

use std::collections::HashSet;

use serde_yaml::{Mapping, Value};

use super::super::trail::Trail;
use super::{Lint, called};
use crate::diagnostic::Rule;

/// Reports parts that demand different types, or values that have nothing in common.
pub(super) fn check<'a>(lint: &mut Lint<'a>, schema: &'a Mapping, at: &Trail<'_>) {
    let Some(parts) = schema.get("allOf").and_then(Value::as_sequence) else { return };
    let at = Trail::Key(at, "allOf");
    let resolved = parts.iter().enumerate().filter_map(|(index, part)| Some((index, part, lint.schema(part)?)));
    let resolved: Vec<(usize, &Value, &Mapping)> = resolved.collect();
    for (position, (index, part, schema)) in resolved.iter().enumerate() {
        let Some((first, clash)) =
            resolved.iter().take(position).find_map(|(first, _, before)| Some((*first, clash(before, schema)?)))
        else {
            continue;
        };
        let place = lint.value(&Trail::Index(&at, *index));
        let first = lint.value(&Trail::Index(&at, first));
        let message = format!("no value fits all parts of this `allOf`: {} {clash}", called(part, "this part"));
        let labels = ["does not go with the other", "the other"];
        let help = "use `oneOf` if one of them is meant, or make the parts agree";
        lint.report_both(Rule::ImpossibleComposition, message, [place, first], labels, help);
        return;
    }
}

/// What two schemas demand that excludes each other.
fn clash<'a>(one: &'a Mapping, other: &'a Mapping) -> Option<String> {
    let kind = |schema: &'a Mapping| schema.get("type").and_then(Value::as_str);
    if let (Some(one), Some(other)) = (kind(one), kind(other)) {
        let is_number = |kind: &str| kind == "number" || kind == "integer";
        if one != other && !(is_number(one) && is_number(other)) {
            return Some(format!("is of the type `{other}`, and another of `{one}`"));
        }
    }
    let listed = |schema: &'a Mapping| schema.get("enum").and_then(Value::as_sequence);
    let (one, other) = (listed(one)?, listed(other)?);
    let other: HashSet<&Value> = other.iter().collect();
    (!one.iter().any(|value| other.contains(value))).then(|| "lists none of the values that another lists".to_owned())
}
