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
    if !requires(schema) {
        return;
    }
    let known = Properties::of(lint.document, schema);
    if known.is_open {
        return;
    }
    let mut unknown = Vec::new();
    collect(schema, at, &|name| !known.described.contains(name), &mut unknown);
    for (name, place) in unknown {
        let near = lint.nearest(name, known.described.iter().copied());
        let help = near.map_or_else(
            || "describe it among the `properties`, or take the name out; until then it is no field".to_owned(),
            |near| format!("did you mean `{near}`?"),
        );
        let message = format!("`required` names `{name}`, which is not described");
        let place = Place::value(lint.source, &place);
        lint.report(Rule::RequiredWithoutProperty, message, place, "no such property", &help);
    }
}

/// Whether a schema, or a part that is written in it, names any property.
fn requires(schema: &Mapping) -> bool {
    names(schema).next().is_some() || parts(schema).any(|(_, _, part)| requires(part))
}

/// The names that are wanted, with their places, of a schema and of the parts that are written in it.
fn collect<'a>(
    schema: &'a Mapping,
    at: &Trail<'_>,
    is_wanted: &dyn Fn(&str) -> bool,
    into: &mut Vec<(&'a str, Pointer)>,
) {
    let list = Trail::Key(at, "required");
    let wanted = names(schema).filter(|(_, name)| is_wanted(name));
    into.extend(wanted.map(|(index, name)| (name, Trail::Index(&list, index).pointer())));
    for (key, index, part) in parts(schema) {
        collect(part, &Trail::Index(&Trail::Key(at, key), index), is_wanted, into);
    }
}

fn names(schema: &Mapping) -> impl Iterator<Item = (usize, &str)> {
    let names = schema.get("required").and_then(Value::as_sequence).into_iter().flatten().enumerate();
    names.filter_map(|(index, name)| Some((index, name.as_str()?)))
}

/// The parts of a schema that are no references, with where they stand in it.
fn parts(schema: &Mapping) -> impl Iterator<Item = (&'static str, usize, &Mapping)> {
    ["allOf", "oneOf", "anyOf"].into_iter().flat_map(|key| {
        let parts = schema.get(key).and_then(Value::as_sequence).into_iter().flatten().enumerate();
        let written = parts.filter_map(|(index, part)| Some((index, part.as_mapping()?)));
        written.filter(|(_, part)| !part.contains_key("$ref")).map(move |(index, part)| (key, index, part))
    })
}
