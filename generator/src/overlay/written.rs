//! Which action wrote what, so that a fault of a document leads to the overlay that made it.

use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::source::{Pointer, Source, Token};

/// What the overlays of one document have written.
pub(crate) struct Origins {
    /// The document that they lie on, if they do.
    pub(super) document: Option<Arc<Source>>,
    /// Each overlay with its changes, in the order in which they were made.
    pub(super) layers: Vec<(Arc<Source>, Vec<Written>)>,
}

/// One change, with its two places.
pub(super) struct Written {
    /// Where it is written in the overlay.
    from: Pointer,
    /// The node of the document that is new or another since, or that lost a child.
    at: Pointer,
    what: What,
}

/// What was done to the node.
#[derive(Clone, Copy, PartialEq, Eq)]
enum What {
    /// It is as the overlay has it, with all that is in it.
    Value,
    /// It lost a child; what is left in it is the document's own.
    Removal,
}

impl Written {
    /// A value of the overlay went to `at`.
    pub(super) fn value(from: Pointer, at: Pointer) -> Self {
        Self { from, at, what: What::Value }
    }

    /// The node at `at` lost a child.
    pub(super) fn removal(from: Pointer, at: Pointer) -> Self {
        Self { from, at, what: What::Removal }
    }

    /// Where in the overlay the node of the document comes from, if it does.
    fn origin(&self, node: &Pointer) -> Option<Pointer> {
        let rest = node.steps_from(&self.at)?;
        match self.what {
            What::Removal => rest.is_empty().then(|| self.from.clone()),
            What::Value => Some(rest.into_iter().fold(self.from.clone(), |from, token| from.step(token))),
        }
    }
}

/// Adds to each diagnostic the place in the overlay that wrote last at its node or above it.
pub(crate) fn attribute(origins: &[Origins], diagnostics: &mut Diagnostics) {
    for diagnostic in diagnostics.iter_mut() {
        if let Some((source, from)) = origins.iter().find_map(|origins| origins.of(diagnostic)) {
            let label = match from.tokens().get(1) {
                Some(Token::Index(index)) => format!("action {} of this overlay made it so", index + 1),
                _ => "this overlay made it so".to_owned(),
            };
            diagnostic.related.push((Place::value(source, &from), label));
        }
    }
}

impl Origins {
    fn of(&self, diagnostic: &Diagnostic) -> Option<(&Arc<Source>, Pointer)> {
        let node = diagnostic.at.pointer()?;
        let document = self.document.as_ref()?;
        if !diagnostic.at.source().is_some_and(|source| Arc::ptr_eq(source, document)) {
            return None;
        }
        self.layers.iter().rev().find_map(|(overlay, written)| {
            let from = written.iter().rev().find_map(|written| written.origin(node))?;
            Some((overlay, from))
        })
    }
}
