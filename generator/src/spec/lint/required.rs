//! That `required` names properties.

use serde_yaml::{Mapping, Value};

use super::super::trail::Trail;
use super::Lint;
use super::properties::Properties;
use crate::diagnostic::{Place, Rule};
use crate::source::Pointer;

/// Reports names in `required` that no part of the schema describes.
pub(super) fn check<'a>(lint: &mut Lint<'a>, schema: &'a Mapping, at: &Trail<'_>) {
    // A part of a composition may require what another part describes, so the whole looks at it.
    if matches!(at.parent_key(), Some("allOf" | "oneOf" | "anyOf" | "not")) {
        return;
    }
    let mut required = Vec::new();
    collect(schema, at, &mut required);
    if required.is_empty() {
        return;
    }
    let known = Properties::of(lint.document, schema);
    if known.is_open {
        return;
    }
    for (name, place) in required.into_iter().filter(|(name, _)| !known.described.contains(name.as_str())) {
        let near = lint.nearest(&name, known.described.iter().copied());
        let help = near.map_or_else(
            || "describe it among the `properties`, or take the name out; until then it is no field".to_owned(),
            |near| format!("did you mean `{near}`?"),
        );
        let message = format!("`required` names `{name}`, which is not described");
        let place = Place::value(lint.source, &place);
        lint.report(Rule::RequiredWithoutProperty, message, place, "no such property", &help);
    }
}

/// The names, with their places, of a schema and of the parts that are written in it.
fn collect(schema: &Mapping, at: &Trail<'_>, into: &mut Vec<(String, Pointer)>) {
    let list = Trail::Key(at, "required");
    let names = schema.get("required").and_then(Value::as_sequence).into_iter().flatten().enumerate();
    into.extend(
        names.filter_map(|(index, name)| Some((name.as_str()?.to_owned(), Trail::Index(&list, index).pointer()))),
    );
    for key in ["allOf", "oneOf", "anyOf"] {
        let at = Trail::Key(at, key);
        let parts = schema.get(key).and_then(Value::as_sequence).into_iter().flatten().enumerate();
        for (index, part) in parts.filter_map(|(index, part)| Some((index, part.as_mapping()?))) {
            if !part.contains_key("$ref") {
                collect(part, &Trail::Index(&at, index), into);
            }
        }
    }
}
