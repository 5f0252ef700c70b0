//! A text with a name, and where things are in it.
//!
//! Lives here: the text of a document, its JSON pointers, and the way from a pointer to a line and column.
//! Does not live here: what the text means. Nothing in here knows OpenAPI.

mod characters;
mod extent;
mod json;
mod layout;
mod part;
mod pointer;
mod position;

use std::collections::HashMap;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Range;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

pub use extent::LARGEST;
pub(crate) use extent::{Alias, MOST_NODES};
use json::Found;
use layout::{DuplicateKey, Layout};
pub use part::{Part, Parts, Unread};
pub(crate) use pointer::unescape;
pub use pointer::{Pointer, Token};
use position::Lines;
pub use position::Span;
pub(crate) use position::{Unit, boundary};

/// A text under the name people know it by.
pub struct Source {
    name: String,
    text: String,
    /// The files that its references lead to.
    parts: Parts,
    size: Size,
    /// Parsed a second time for its positions, and only when there is something to report.
    layout: OnceLock<Layout>,
    lines: OnceLock<Lines>,
    /// The nodes of a JSON text that were found without its layout.
    known: Mutex<Known>,
}

/// Nodes whose places are known, and how often the text was looked over for them.
#[derive(Default)]
struct Known {
    nodes: HashMap<Pointer, Found>,
    looks: usize,
}

/// How much of a text is read.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Size {
    /// As much as takes neither too much memory nor too much time, whoever wrote it.
    #[default]
    Limited,
    /// All, because somebody trusts it.
    Trusted,
}

/// So often a text is looked over for a few of its nodes; for more, a layout costs less.
const FEW: usize = 8;

impl Source {
    /// Takes a text as it was read; `name` is what messages show, such as `specs/management.yaml`.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Arc<Self> {
        Self::sized(name, text, Size::Limited)
    }

    /// The same, for a text that may be of any size if that is trusted.
    pub fn sized(name: impl Into<String>, text: impl Into<String>, size: Size) -> Arc<Self> {
        let mut text = text.into();
        // The mark is no part of the text, and would shift the columns of the first line.
        if text.starts_with('\u{feff}') {
            text.drain(..'\u{feff}'.len_utf8());
        }
        Arc::new(Self {
            name: name.into(),
            text,
            parts: Parts::new(),
            size,
            layout: OnceLock::new(),
            lines: OnceLock::new(),
            known: Mutex::default(),
        })
    }

    /// The same text with the further files that it is split over.
    pub(crate) fn with_parts(&self, parts: Parts) -> Arc<Self> {
        Arc::new(Self {
            name: self.name.clone(),
            text: self.text.clone(),
            parts,
            size: self.size,
            layout: OnceLock::new(),
            lines: OnceLock::new(),
            known: Mutex::default(),
        })
    }

    /// The name that messages show.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The text, without a byte order mark.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The further files that it is split over.
    pub fn parts(&self) -> &Parts {
        &self.parts
    }

    /// Whether somebody trusts that it is not too large.
    pub(crate) fn is_trusted(&self) -> bool {
        self.size == Size::Trusted
    }

    /// Where the node at `pointer` is written, or else its nearest ancestor that exists.
    ///
    /// `None` only when the text holds no node at all.
    pub fn locate(&self, pointer: &Pointer) -> Option<Span> {
        self.node(pointer).map(|range| self.span(range))
    }

    /// Where the mapping key of the node at `pointer` is written; an element of a sequence has none, and is located itself.
    pub fn locate_key(&self, pointer: &Pointer) -> Option<Span> {
        self.key(pointer).map(|range| self.span(range))
    }

    /// The line and column of some bytes.
    pub(crate) fn span(&self, range: Range<usize>) -> Span {
        self.lines().span(&self.text, range)
    }

    /// The byte at a line and column, both counted from 1.
    pub(crate) fn offset(&self, line: usize, column: usize, unit: Unit) -> usize {
        self.lines().offset(&self.text, line, column, unit)
    }

    /// The bytes of a node, without the cost of line and column.
    pub(crate) fn node(&self, pointer: &Pointer) -> Option<Range<usize>> {
        match self.find(pointer) {
            Some(found) => Some(found.value),
            None => self.layout().node(&pointer.tokens()),
        }
    }

    /// The bytes of a key.
    pub(crate) fn key(&self, pointer: &Pointer) -> Option<Range<usize>> {
        match self.find(pointer) {
            Some(found) => Some(found.key.unwrap_or(found.value)),
            None => self.layout().key(&pointer.tokens()),
        }
    }

    /// Every mapping key that is written twice in one mapping.
    pub(crate) fn duplicate_keys(&self) -> &[DuplicateKey] {
        self.layout().duplicates()
    }

    /// Whether there may be more nodes than are read.
    pub(crate) fn is_crowded(&self) -> bool {
        extent::is_crowded(&self.text)
    }

    /// Where more than `most` collections stand within each other, if that would be too much to parse.
    pub(crate) fn deep_place(&self, most: usize) -> Option<Range<usize>> {
        extent::deep_place(&self.text, most)
    }

    /// The first alias that stands for more than can be built.
    pub(crate) fn overflowing_alias(&self) -> Option<Alias> {
        extent::overflowing_alias(&self.text)
    }

    /// Looks up nodes that will be asked for, all in one look over the text.
    pub(crate) fn look_up(&self, pointers: &[&Pointer]) {
        if !self.knows(pointers) {
            self.layout();
        }
    }

    /// The node of a JSON text of which only a few are asked for.
    fn find(&self, pointer: &Pointer) -> Option<Found> {
        if !self.knows(&[pointer]) {
            return None;
        }
        self.known().nodes.get(pointer).cloned()
    }

    /// Whether the places of some nodes are known, or can be found without a layout.
    fn knows(&self, pointers: &[&Pointer]) -> bool {
        if self.layout.get().is_some() || !json::is_json(&self.text) {
            return false;
        }
        let mut known = self.known();
        let new: Vec<&Pointer> =
            pointers.iter().copied().filter(|pointer| !known.nodes.contains_key(*pointer)).collect();
        if new.is_empty() {
            return true;
        }
        known.looks += 1;
        if known.looks > FEW {
            return false;
        }
        let Some(found) = json::find(&self.text, &new) else { return false };
        known.nodes.extend(new.into_iter().cloned().zip(found));
        true
    }

    fn known(&self) -> MutexGuard<'_, Known> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn lines(&self) -> &Lines {
        self.lines.get_or_init(|| Lines::of(&self.text))
    }

    fn layout(&self) -> &Layout {
        self.layout.get_or_init(|| Layout::of(&self.text))
    }
}

impl Hash for Source {
    /// What else there is comes of the text.
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.name.hash(state);
        self.text.hash(state);
        self.parts.hash(state);
    }
}

impl fmt::Debug for Source {
    /// The name alone: a document is too long to print.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Source").field("name", &self.name).finish_non_exhaustive()
    }
}
