//! Where a diagnostic points.

use std::ops::Range;
use std::sync::Arc;

use crate::source::{Pointer, Source, Span};

/// A place in a text, named so that it costs nothing until somebody wants to see it.
#[derive(Clone, Debug)]
pub struct Place(Target);

#[derive(Clone, Debug)]
enum Target {
    File(String),
    Bytes { source: Arc<Source>, range: Range<usize> },
    Node { source: Arc<Source>, pointer: Pointer, part: Part },
}

/// Which half of `key: value` is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Key,
    Value,
}

impl Place {
    /// The mapping key of a node.
    pub fn key(source: &Arc<Source>, pointer: &Pointer) -> Self {
        Self(Target::Node { source: Arc::clone(source), pointer: pointer.clone(), part: Part::Key })
    }

    /// A node; when it spans lines, its key stands for it.
    pub fn value(source: &Arc<Source>, pointer: &Pointer) -> Self {
        Self(Target::Node { source: Arc::clone(source), pointer: pointer.clone(), part: Part::Value })
    }

    /// Bytes of a text that has no nodes to speak of, because its syntax is broken.
    pub fn span(source: &Arc<Source>, range: Range<usize>) -> Self {
        Self(Target::Bytes { source: Arc::clone(source), range })
    }

    /// A file of which there is no text to show.
    pub fn file(name: impl Into<String>) -> Self {
        Self(Target::File(name.into()))
    }

    /// The name of the file.
    pub fn name(&self) -> &str {
        match &self.0 {
            Target::File(name) => name,
            Target::Bytes { source, .. } | Target::Node { source, .. } => source.name(),
        }
    }

    /// The text, unless there is none to show.
    pub fn source(&self) -> Option<&Arc<Source>> {
        match &self.0 {
            Target::File(_) => None,
            Target::Bytes { source, .. } | Target::Node { source, .. } => Some(source),
        }
    }

    /// The JSON pointer, unless the place is no node.
    pub fn pointer(&self) -> Option<&Pointer> {
        match &self.0 {
            Target::Node { pointer, .. } => Some(pointer),
            _ => None,
        }
    }

    /// The same part of another node: where the document is put together from files, and this is where it is written.
    pub(crate) fn moved(&self, (source, pointer): (Arc<Source>, Pointer)) -> Self {
        match &self.0 {
            Target::Node { part, .. } => Self(Target::Node { source, pointer, part: *part }),
            _ => self.clone(),
        }
    }

    /// The bytes to underline, with line and column. The first call for a text parses it.
    pub fn locate(&self) -> Option<Span> {
        Some(self.source()?.span(self.range()?))
    }

    /// The bytes to underline, all on one line.
    pub(crate) fn range(&self) -> Option<Range<usize>> {
        let text = self.source()?.text();
        match &self.0 {
            Target::File(_) => None,
            Target::Bytes { range, .. } => Some(first_line(text, range.clone())),
            Target::Node { source, pointer, part: Part::Key } => source.key(pointer).map(|key| first_line(text, key)),
            Target::Node { source, pointer, part: Part::Value } => {
                let value = source.node(pointer)?;
                let line = first_line(text, value.clone());
                let is_whole = text.get(line.end..value.end).is_some_and(|rest| rest.trim().is_empty());
                // The key says more about a value of several lines than its first line does.
                if !is_whole { source.key(pointer).map(|key| first_line(text, key)) } else { Some(line) }
            }
        }
    }
}

/// As much of a range as is on its first line.
fn first_line(text: &str, range: Range<usize>) -> Range<usize> {
    let line = text.get(range.clone()).unwrap_or_default();
    let line = line.split('\n').next().unwrap_or_default().trim_end();
    range.start..range.start + line.len()
}
