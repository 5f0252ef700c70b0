//! How much came out, in a line.

use std::time::Duration;

use generator::Book;

use crate::output::Changes;

/// Such as `generated/docs: 740 pages, 1200000 words (3 written, 737 unchanged, 0 deleted), in 1.2 s`.
pub(super) fn of(name: &str, book: &Book, changes: &Changes<'_>, took: Duration) -> String {
    let pages = || book.files.iter().filter(|(path, _)| path.ends_with(".md") && !path.ends_with("SUMMARY.md"));
    let words: usize = pages().map(|(_, text)| text.split_whitespace().filter(|word| *word != "|").count()).sum();
    let written = changes.stale.len() + changes.missing.len();
    let fate = format!("{written} written, {} unchanged, {} deleted", changes.unchanged.len(), changes.orphaned.len());
    format!("{name}: {} pages, {words} words ({fate}), in {:.1} s\n", pages().count(), took.as_secs_f64())
}
