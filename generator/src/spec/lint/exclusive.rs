//! Fields that exclude each other.

use serde_yaml::{Mapping, Value};

use super::super::grammar::Kind;
use super::super::trail::Trail;
use super::Lint;
use crate::diagnostic::Rule;

/// Reports two fields of which only one may be there.
pub(super) fn check(lint: &mut Lint<'_>, kind: Kind, object: &Mapping, at: &Trail<'_>) {
    let pairs: &[(&str, &str)] = match kind {
        Kind::Parameter | Kind::Header => &[("example", "examples"), ("schema", "content")],
        Kind::MediaType => &[("example", "examples")],
        Kind::Example => &[("value", "externalValue")],
        Kind::Link => &[("operationId", "operationRef")],
        Kind::Schema => &[("readOnly", "writeOnly")],
        _ => return,
    };
    // A flag that is off excludes nothing.
    let is_there = |key: &str| object.get(key).is_some_and(|value| *value != Value::Bool(false));
    for (one, other) in pairs.iter().filter(|(one, other)| is_there(one) && is_there(other)) {
        let (first, second) = (lint.key(&Trail::Key(at, one)), lint.key(&Trail::Key(at, other)));
        let message = format!("{} has `{one}` or `{other}`, and never both", kind.noun());
        let labels = ["excludes the other", "the other"];
        lint.report_both(Rule::ContradictingFields, message, [second, first], labels, "remove one of the two");
    }
}
