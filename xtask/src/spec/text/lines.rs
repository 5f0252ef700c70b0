//! Lines of YAML in which each entry of a collection begins on a line of its own.

/// The lines of one entry.
pub(super) struct Entry<'a> {
    /// Comments and empty lines above it.
    pub(super) comments: &'a [String],
    /// Its key or dash, and what is under it.
    pub(super) own: &'a [String],
    /// Both.
    pub(super) all: &'a [String],
}

impl Entry<'_> {
    /// How far in stands what is under the key; `None` when it stands behind the key.
    pub(super) fn inner_indent(&self) -> Option<usize> {
        self.own.get(1..)?.iter().find(|line| !is_aside(line)).map(|line| indent_of(line))
    }
}

/// The entries that stand `indent` columns in.
pub(super) fn entries(lines: &[String], indent: usize, is_list: bool) -> Vec<Entry<'_>> {
    let begins = |line: &String| {
        !is_aside(line)
            && indent_of(line) == indent
            && is_list == (line.trim() == "-" || line.trim_start().starts_with("- "))
    };
    let heads: Vec<usize> = lines.iter().enumerate().filter(|(_, line)| begins(line)).map(|(at, _)| at).collect();
    let starts: Vec<usize> = heads
        .iter()
        .map(|head| lines.iter().take(*head).rposition(|line| !is_aside(line)).map_or(0, |before| before + 1))
        .collect();
    let ends = starts.iter().skip(1).copied().chain([lines.len()]);
    let parts = starts.iter().zip(&heads).zip(ends);
    parts
        .map(|((start, head), end)| Entry {
            comments: lines.get(*start..*head).unwrap_or_default(),
            own: lines.get(*head..end).unwrap_or_default(),
            all: lines.get(*start..end).unwrap_or_default(),
        })
        .collect()
}

/// Whether a line says nothing to programs.
pub(super) fn is_aside(line: &str) -> bool {
    let text = line.trim_start();
    text.is_empty() || text.starts_with('#')
}

fn indent_of(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}
