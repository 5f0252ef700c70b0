//! That links lead to operations.

use serde_yaml::{Mapping, Value};

use super::super::trail::Trail;
use super::Lint;
use super::names::Declared;
use crate::diagnostic::Rule;

/// Reports a link to an operation that the document does not have.
pub(super) fn check(lint: &mut Lint<'_>, link: &Mapping, at: &Trail<'_>, declared: &Declared<'_>) {
    let Some(id) = link.get("operationId").and_then(Value::as_str) else { return };
    if declared.operations.contains(id) {
        return;
    }
    let help = lint
        .nearest(id, declared.operations.iter().copied())
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
