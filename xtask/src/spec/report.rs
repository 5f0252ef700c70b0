//! What a pull did, in words.

use std::fmt::Write;

use generator::Coverage;

use super::merge::{Change, Kind};

/// So many changes of a document are shown; the files themselves show all.
const MOST: usize = 60;

/// What became of one document.
pub(crate) struct Report<'a> {
    /// Its name.
    pub(crate) name: &'a str,
    /// Where it came from, and what it was.
    pub(crate) source: &'a str,
    pub(crate) sha256: &'a str,
    pub(crate) changes: &'a [Change],
    /// Tags that have no name of ours.
    pub(crate) new_tags: &'a [String],
}

impl Report<'_> {
    /// A line about the whole, a line for each change, and what is to be done by hand.
    pub(crate) fn text(&self) -> String {
        let Self { name, source, sha256, changes, new_tags } = self;
        let count = |kind| changes.iter().filter(|change| change.kind == kind).count();
        let short: String = sha256.chars().take(12).collect();
        let mut text = format!("{name}: from {source}, sha256 {short}\n");
        if changes.is_empty() {
            text.push_str("  nothing that we did not have\n");
        } else {
            let [added, removed, changed, kept] = [Kind::Added, Kind::Removed, Kind::Changed, Kind::Kept].map(count);
            let _ = writeln!(text, "  {added} added, {removed} removed, {changed} changed; {kept} kept as ours");
        }
        for change in changes.iter().take(MOST) {
            let moved = changes.iter().find(|added| change.is_moved_to(added));
            let moved = moved.map(|added| format!("; it seems to be {} now", added.at)).unwrap_or_default();
            let _ = writeln!(text, "  {change}{moved}");
        }
        if let Some(rest) = changes.len().checked_sub(MOST).filter(|rest| *rest > 0) {
            let _ = writeln!(text, "  and {rest} more, which the files show");
        }
        for tag in *new_tags {
            let tag = tag.escape_debug();
            let _ = writeln!(
                text,
                "  note: the tag `{tag}` is new, and will be an area of its own unless it gets a name of ours"
            );
        }
        text
    }
}

/// What has no text yet, as a reminder.
pub(crate) fn without_text(coverage: &Coverage) -> String {
    let missing = &coverage.missing;
    if missing.is_empty() {
        return String::new();
    }
    let names: Vec<&str> = missing.iter().take(10).map(|missing| missing.name.as_str()).collect();
    let rest = if missing.len() > names.len() { ", ..." } else { "" };
    format!(
        "{} things have no text yet: {}{rest}\n  help: write overlays; `cargo xtask docs --coverage` names them all\n",
        missing.len(),
        names.join(", ")
    )
}
