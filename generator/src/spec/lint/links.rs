//! That links lead to operations, and set parameters that those have.

use serde_yaml::{Mapping, Value};

use super::super::reference::resolve_value;
use super::super::trail::Trail;
use super::super::walk::texts;
use super::Lint;
use super::names::Declared;
use crate::diagnostic::Rule;

/// Reports a link to an operation that the document does not have.
pub(super) fn check<'a>(lint: &mut Lint<'a>, link: &'a Mapping, at: &Trail<'_>, declared: &Declared<'a>) {
    let Some(id) = link.get("operationId").and_then(Value::as_str) else { return };
    if let Some(owners) = declared.operations.get(id) {
        return parameters(lint, link, at, id, *owners);
    }
    let help = lint
        .nearest(id, declared.operations.keys().copied())
        .map_or_else(|| "name an `operationId` of this document".to_owned(), |near| format!("did you mean `{near}`?"));
    let place = lint.value(&Trail::Key(at, "operationId"));
    lint.report(
        Rule::UnknownLinkOperation,
        format!("the link leads to `{id}`, which is no operation"),
        place,
        "no such operation",
        &help,
    );
}

/// Reports parameters that the operation does not have. They go by name, with the location in front where that is needed.
fn parameters<'a>(lint: &mut Lint<'a>, link: &Mapping, at: &Trail<'_>, id: &str, owners: [&'a Mapping; 2]) {
    let Some(set) = link.get("parameters").and_then(Value::as_mapping) else { return };
    let listed = owners.into_iter().filter_map(|owner| owner.get("parameters")?.as_sequence()).flatten();
    let mut names: Vec<(&str, &str)> = Vec::new();
    for parameter in listed {
        let found = match parameter.get("$ref").and_then(Value::as_str) {
            Some(reference) => resolve_value(lint.document, "parameters", reference),
            None => Some(parameter),
        };
        // What cannot be found may be the one.
        let Some(found) = found else { return };
        let text = |key: &str| found.get(key).and_then(Value::as_str).unwrap_or_default();
        names.push((text("in"), text("name")));
    }
    let is_known = |key: &str| {
        let qualified = key.split_once('.').is_some_and(|(location, name)| names.contains(&(location, name)));
        qualified || names.iter().any(|(_, name)| *name == key)
    };
    let at = Trail::Key(at, "parameters");
    for (key, _) in texts(set).filter(|(key, _)| !is_known(key)) {
        let help = lint.nearest(key, names.iter().map(|(_, name)| *name)).map_or_else(
            || "name a parameter of the operation, or remove it".to_owned(),
            |near| format!("did you mean `{near}`?"),
        );
        let place = lint.key(&Trail::Key(&at, key));
        let message = format!("the link sets `{key}`, and `{id}` has no such parameter");
        lint.report(Rule::UnknownLinkParameter, message, place, "no such parameter", &help);
    }
}
