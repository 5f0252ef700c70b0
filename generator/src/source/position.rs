//! Bytes to lines and columns, and back.

use std::ops::Range;

/// A stretch of a text, with the line and column where it begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
    /// The line of the first byte, counted from 1.
    pub line: usize,
    /// The column of the first byte, in characters, counted from 1.
    pub column: usize,
}

/// Where the lines of a text begin.
#[derive(Debug)]
pub(super) struct Lines(Vec<usize>);

impl Lines {
    pub(super) fn of(text: &str) -> Self {
        let after_newlines = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(offset, _)| offset + 1);
        Self(std::iter::once(0).chain(after_newlines).collect())
    }

    /// The stretch `range` of `text`, moved to the nearest character boundaries.
    pub(super) fn span(&self, text: &str, range: Range<usize>) -> Span {
        let start = boundary(text, range.start);
        let end = boundary(text, range.end).max(start);
        let line = self.0.partition_point(|line| *line <= start);
        let line_start = self.0.get(line.saturating_sub(1)).copied().unwrap_or_default();
        let column = text.get(line_start..start).unwrap_or_default().chars().count() + 1;
        Span { start, end, line, column }
    }

    /// The byte at a line and column, both counted from 1.
    pub(super) fn offset(&self, text: &str, line: usize, column: usize, unit: Unit) -> usize {
        let Some(start) = self.0.get(line.saturating_sub(1)).copied() else {
            return text.len();
        };
        let rest = text.get(start..).unwrap_or_default();
        let steps = column.saturating_sub(1);
        let offset = match unit {
            Unit::Bytes => steps,
            Unit::Characters => rest.char_indices().nth(steps).map_or(rest.len(), |(offset, _)| offset),
        };
        boundary(text, start + offset)
    }
}

/// What a column counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unit {
    /// As serde_json counts.
    Bytes,
    /// As the YAML parsers count.
    Characters,
}

/// The character boundary at or before `offset`.
pub(crate) fn boundary(text: &str, offset: usize) -> usize {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}
