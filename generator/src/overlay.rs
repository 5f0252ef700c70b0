//! Overlays: changes to documents that stand in files of their own (OpenAPI Overlay Specification 1.0.0).
//!
//! Lives here: reading an overlay, finding what its targets select, changing the document's tree, and telling what did not fit.
//! Does not live here: what the tree describes. The document is checked afterwards, with what the overlays have put into it.

mod action;
mod explain;
mod grammar;
mod layers;
mod merge;
mod plain;
mod plan;
mod read;
mod segments;
mod target;
mod tree;
mod unmatched;
mod written;

use std::sync::Arc;

use crate::diagnostic::{Diagnostics, Place};
use crate::source::{Pointer, Source};
use crate::tree::parse;
use action::Action;

pub(crate) use layers::Layers;
pub use plan::Overlays;
pub(crate) use tree::to_json;
pub(crate) use unmatched::check;
pub(crate) use written::{Origins, attribute};

/// One overlay file.
#[derive(Clone, Debug)]
pub struct Overlay {
    source: Arc<Source>,
    extends: Option<String>,
    actions: Vec<Action>,
}

impl Overlay {
    /// Reads an overlay in YAML or JSON, and reports everything that is wrong with it.
    ///
    /// `None` when it cannot be used at all. Otherwise it has all actions that are sound, so that one run tells what is wrong with
    /// those too; ask [`Diagnostics::has_errors`] before making anything of it.
    pub fn parse(source: Arc<Source>, diagnostics: &mut Diagnostics) -> Option<Self> {
        let tree = parse(&source, "`overlay: 1.0.0`, `info` and `actions`", diagnostics)?;
        let (extends, actions) = read::read(&source, &tree, diagnostics)?;
        Some(Self { source, extends, actions })
    }

    /// The place of a field.
    fn place(&self, pointer: &Pointer) -> Place {
        Place::value(&self.source, pointer)
    }
}
