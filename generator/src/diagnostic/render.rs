//! Diagnostics as the text a maintainer reads, in the look of rustc.

mod report;
mod selection;

use annotate_snippets::Renderer;

use super::{Counts, Diagnostics};
use selection::Selection;

/// How the text is written.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Style {
    /// Characters only, for logs and files.
    Plain,
    /// With the colours of a terminal.
    Colour,
}

impl Diagnostics {
    /// All diagnostics in the order of the documents, and how many there are; empty when there are none.
    ///
    /// At most 50 are written out, errors before others, and at most three of each warning and note. The rest is counted.
    pub fn render(&self, style: Style) -> String {
        if self.is_empty() {
            return String::new();
        }
        let renderer = match style {
            Style::Plain => Renderer::plain(),
            Style::Colour => Renderer::styled(),
        };
        let selection = Selection::of(self.sorted());
        let mut text = String::new();
        for diagnostic in &selection.shown {
            text.push_str(&renderer.render(&[report::of(diagnostic)]));
            text.push_str("\n\n");
        }
        for (name, count) in &selection.more {
            text.push_str(&format!("... and {count} more: {name}\n"));
        }
        if !selection.more.is_empty() {
            text.push('\n');
        }
        text.push_str(&summary(self.counts()));
        text.push('\n');
        // Some terminals take these for the beginnings of commands, and the library leaves them in.
        text.replace(|c| ('\u{80}'..='\u{9f}').contains(&c), "\u{fffd}")
    }
}

/// Such as `2 errors, 1 warning`.
fn summary(counts: Counts) -> String {
    let parts = [(counts.errors, "error"), (counts.warnings, "warning"), (counts.notes, "note")];
    let parts = parts.iter().filter(|(count, _)| *count > 0);
    let parts: Vec<String> =
        parts.map(|(count, noun)| format!("{count} {noun}{}", if *count == 1 { "" } else { "s" })).collect();
    parts.join(", ")
}
