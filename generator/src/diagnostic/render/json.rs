//! Diagnostics as JSON, an object a line. `generator/DIAGNOSTICS.md` describes the fields; a test holds the two together.

use std::collections::BTreeMap;

use serde::Serialize;

use super::super::{Diagnostic, Diagnostics};
use super::position::Position;
use super::selection::Selection;

/// One diagnostic.
pub(super) fn of(diagnostic: &Diagnostic) -> String {
    let related = diagnostic.related.iter().map(|(place, label)| Related { at: Position::of(place), label });
    line(&Problem {
        severity: diagnostic.severity.name(),
        code: diagnostic.rule.code(),
        name: diagnostic.rule.name(),
        kind: diagnostic.rule.kind().name(),
        message: &diagnostic.message,
        at: Position::of(&diagnostic.at),
        label: diagnostic.label.as_deref(),
        related: related.collect(),
        help: diagnostic.help.as_deref(),
    })
}

/// The last line, which is there even if nothing is wrong.
pub(super) fn end(diagnostics: &Diagnostics, selection: &Selection<'_>) -> String {
    let counts = diagnostics.counts();
    line(&Summary {
        errors: counts.errors,
        warnings: counts.warnings,
        notes: counts.notes,
        shown: selection.shown.len(),
        unsupported: diagnostics.unsupported(),
    })
}

/// Every field is always there; what does not apply is null.
#[derive(Serialize)]
#[serde(tag = "type", rename = "problem")]
struct Problem<'a> {
    severity: &'static str,
    code: &'static str,
    name: &'static str,
    kind: &'static str,
    message: &'a str,
    #[serde(flatten)]
    at: Position<'a>,
    label: Option<&'a str>,
    related: Vec<Related<'a>>,
    help: Option<&'a str>,
}

#[derive(Serialize)]
#[serde(tag = "type", rename = "summary")]
struct Summary {
    errors: usize,
    warnings: usize,
    notes: usize,
    shown: usize,
    unsupported: BTreeMap<&'static str, usize>,
}

#[derive(Serialize)]
struct Related<'a> {
    #[serde(flatten)]
    at: Position<'a>,
    label: &'a str,
}

/// JSON has no line breaks of its own, and those within texts are escaped.
fn line(object: &impl Serialize) -> String {
    // Texts and numbers always become JSON.
    serde_json::to_string(object).unwrap_or_default() + "\n"
}
