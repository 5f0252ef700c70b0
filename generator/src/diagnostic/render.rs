//! Diagnostics as text: for people, in the look of rustc, and for programs.

mod github;
mod json;
mod limit;
mod line;
mod position;
mod report;
mod selection;
mod short;

use annotate_snippets::Renderer;

use super::{Counts, Diagnostics};
pub use limit::Limit;
use selection::Selection;

/// How the text is written.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Style {
    /// Characters only, for logs and files.
    Plain,
    /// With the colours of a terminal.
    Colour,
}

/// Whom the text is for. `generator/DIAGNOSTICS.md` describes each.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Format {
    /// People: excerpts of the document, with what is meant underlined.
    Human(Style),
    /// People and editors: a line each.
    Short,
    /// Programs: an object a line, and one at the end that counts.
    Json,
    /// GitHub Actions: workflow commands that become annotations.
    GitHub,
}

impl Diagnostics {
    /// All diagnostics in the order of the documents, for people; empty when there are none.
    pub fn render(&self, style: Style) -> String {
        self.render_as(Format::Human(style), Limit::Usual)
    }

    /// All diagnostics in the order of the documents, and how many there are. Without any, only JSON has something to say.
    ///
    /// Nothing that a document says begins a line, or is obeyed by a terminal.
    pub fn render_as(&self, format: Format, limit: Limit) -> String {
        let selection = Selection::of(self.sorted(), limit.rooms(format));
        let shown = selection.shown.iter();
        match format {
            Format::Human(style) => {
                let renderer = match style {
                    Style::Plain => Renderer::plain(),
                    Style::Colour => Renderer::styled(),
                };
                let text = shown.map(|diagnostic| renderer.render(&[report::of(diagnostic)]) + "\n\n").collect();
                self.counted(text, &selection)
            }
            Format::Short => self.counted(shown.map(|diagnostic| short::of(diagnostic)).collect(), &selection),
            Format::GitHub => self.counted(shown.map(|diagnostic| github::of(diagnostic)).collect(), &selection),
            Format::Json => shown.map(|diagnostic| json::of(diagnostic)).chain([json::end(self, &selection)]).collect(),
        }
    }

    /// A text for people, with what was left out of it and how many there are below.
    fn counted(&self, mut text: String, selection: &Selection<'_>) -> String {
        if self.is_empty() {
            return text;
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
