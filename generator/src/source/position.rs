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
pub(super) struct Lines {
    starts: Vec<usize>,
    /// How many characters there are before every [`STEP`] bytes: a whole document may stand in one line.
    characters: Vec<usize>,
}

const STEP: usize = 1024;

impl Lines {
    pub(super) fn of(text: &str) -> Self {
        let after_newlines = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(offset, _)| offset + 1);
        let counts = text
            .as_bytes()
            .chunks(STEP)
            .scan(0, |count, chunk| Some(std::mem::replace(count, *count + characters(chunk))));
        Self { starts: std::iter::once(0).chain(after_newlines).collect(), characters: counts.collect() }
    }

    /// The stretch `range` of `text`, moved to the nearest character boundaries.
    pub(super) fn span(&self, text: &str, range: Range<usize>) -> Span {
        let start = boundary(text, range.start);
        let end = boundary(text, range.end).max(start);
        let line = self.starts.partition_point(|line| *line <= start);
        let line_start = self.starts.get(line.saturating_sub(1)).copied().unwrap_or_default();
        let column = self.characters_before(text, start) - self.characters_before(text, line_start) + 1;
        Span { start, end, line, column }
    }

    fn characters_before(&self, text: &str, offset: usize) -> usize {
        let step = offset / STEP;
        let rest = text.as_bytes().get(step * STEP..offset).unwrap_or_default();
        // The text may end where a step does.
        let before = self.characters.get(step).copied();
        before.unwrap_or_else(|| characters(text.as_bytes())) + characters(rest)
    }

    /// The byte at a line and column, both counted from 1.
    pub(super) fn offset(&self, text: &str, line: usize, column: usize, unit: Unit) -> usize {
        let Some(start) = self.starts.get(line.saturating_sub(1)).copied() else {
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

/// How many characters begin in some bytes of a text.
fn characters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0xc0 != 0x80).count()
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

#[cfg(test)]
mod tests {
    use super::{Lines, STEP};

    #[test]
    fn columns_are_counted_in_characters() {
        for text in
            ["用a".repeat(3 * STEP), format!("{}\n{}", "é".repeat(STEP / 2), "用".repeat(2 * STEP)), String::new()]
        {
            let lines = Lines::of(&text);
            let boundaries = text.char_indices().map(|(offset, _)| offset).chain([text.len()]);
            for offset in boundaries.step_by(7).chain([text.len()]) {
                let start = text[..offset].rfind('\n').map_or(0, |newline| newline + 1);
                let column = text[start..offset].chars().count() + 1;
                assert_eq!(lines.span(&text, offset..offset).column, column, "{offset}");
            }
        }
    }
}
