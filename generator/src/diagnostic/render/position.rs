//! A place in numbers, as programs want it.

use serde::Serialize;

use super::super::Place;

/// A file, and where in it.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Position<'a> {
    pub(super) file: &'a str,
    pub(super) line: Option<usize>,
    pub(super) column: Option<usize>,
    pub(super) end_line: Option<usize>,
    /// The column after the last one.
    pub(super) end_column: Option<usize>,
    pub(super) start_byte: Option<usize>,
    /// The byte after the last one.
    pub(super) end_byte: Option<usize>,
    pub(super) pointer: Option<String>,
}

impl<'a> Position<'a> {
    pub(super) fn of(place: &'a Place) -> Self {
        let span = place.locate();
        let width = place.source().zip(span).and_then(|(source, span)| source.text().get(span.start..span.end));
        let width = width.unwrap_or_default().chars().count();
        Self {
            file: place.name(),
            line: span.map(|span| span.line),
            column: span.map(|span| span.column),
            // What is underlined is always on one line.
            end_line: span.map(|span| span.line),
            end_column: span.map(|span| span.column + width),
            start_byte: span.map(|span| span.start),
            end_byte: span.map(|span| span.end),
            pointer: place.pointer().map(ToString::to_string),
        }
    }

    /// Such as `specs/management.yaml:12:5`.
    pub(super) fn written(&self) -> String {
        match (self.line, self.column) {
            (Some(line), Some(column)) => format!("{}:{line}:{column}", self.file),
            _ => self.file.to_owned(),
        }
    }
}
