//! How much came out, in a line.

use std::time::Duration;

use generator::Crate;
use generator::diagnostic::Diagnostics;

use crate::output::Changes;

/// A summary with the time that the run took.
pub(super) fn line(summary: &str, took: Duration) -> String {
    format!("{summary}, in {:.1} s\n", took.as_secs_f64())
}

/// Such as `generated/genauth: 345 operations, 812 DTOs (600 schemas and 212 inline types), 4 unsupported features`.
pub(super) fn of(name: &str, krate: &Crate, changes: &Changes<'_>, diagnostics: &Diagnostics) -> String {
    let summary = krate.summary;
    let inline = summary.types.saturating_sub(summary.schemas);
    let parts = [
        count(summary.operations, "operation") + &hidden(summary.hidden),
        format!(
            "{} ({} and {})",
            count(summary.types, "DTO"),
            count(summary.schemas, "schema"),
            count(inline, "inline type")
        ),
        format!("{} ({})", count(krate.files.len(), "file"), fate(changes)),
        count(summary.lines, "line"),
        count(diagnostics.unsupported().len(), "unsupported feature"),
    ];
    format!("{name}: {}", parts.join(", "))
}

fn hidden(count: usize) -> String {
    if count == 0 { String::new() } else { format!(" ({count} more kept from SDKs)") }
}

/// What became of the files.
fn fate(changes: &Changes<'_>) -> String {
    let written = changes.stale.len() + changes.missing.len();
    format!("{written} written, {} unchanged, {} deleted", changes.unchanged.len(), changes.orphaned.len())
}

fn count(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}
