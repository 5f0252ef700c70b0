//! Where the nodes of a bundled document are written.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use crate::diagnostic::{Diagnostics, Place};
use crate::source::{Pointer, Source, Token};

/// The nodes of a document that were put there from other files.
///
/// Until a run is over, every place is one of the bundled document, for settings and overlays name places by that.
#[derive(Clone, Debug, Default)]
pub(crate) struct Homes {
    root: Option<Arc<Source>>,
    /// By pointer into the bundled document.
    parts: HashMap<String, (Arc<Source>, Pointer)>,
    /// References that lead to no file that can be used, which has been told.
    told: BTreeSet<String>,
}

impl Homes {
    pub(super) fn of(root: &Arc<Source>) -> Self {
        Self { root: Some(Arc::clone(root)), ..Self::default() }
    }

    /// Notes that the node at `at` is written elsewhere, with all that is in it.
    pub(super) fn add(&mut self, at: &Pointer, source: &Arc<Source>, pointer: Pointer) {
        self.parts.insert(at.to_string(), (Arc::clone(source), pointer));
    }

    /// Notes that a reference has been told of.
    pub(super) fn tell(&mut self, reference: &str) {
        self.told.insert(reference.to_owned());
    }

    /// Whether a reference has been told of.
    pub(crate) fn has_told(&self, reference: &str) -> bool {
        self.told.contains(reference)
    }

    /// Where a node of the bundled document is written, if not in the root.
    fn home(&self, at: &Pointer) -> Option<(Arc<Source>, Pointer)> {
        let mut below: Vec<Token> = Vec::new();
        let mut rest = at.clone();
        loop {
            if let Some((source, pointer)) = self.parts.get(&rest.to_string()) {
                let pointer = below.into_iter().rev().fold(pointer.clone(), |pointer, token| pointer.step(token));
                return Some((Arc::clone(source), pointer));
            }
            below.push(rest.last()?.clone());
            rest = rest.parent()?;
        }
    }

    fn moved(&self, place: &Place) -> Option<Place> {
        let root = self.root.as_ref()?;
        let is_in_root = place.source().is_some_and(|source| Arc::ptr_eq(source, root));
        place.pointer().filter(|_| is_in_root).and_then(|at| Some(place.moved(self.home(at)?)))
    }
}

/// Lets each diagnostic point at the file that its node is written in.
pub(crate) fn locate(homes: &[Homes], diagnostics: &mut Diagnostics) {
    let homes: Vec<&Homes> = homes.iter().filter(|homes| !homes.parts.is_empty()).collect();
    if homes.is_empty() {
        return;
    }
    for diagnostic in diagnostics.iter_mut() {
        let related = diagnostic.related.iter_mut().map(|(place, _)| place);
        for place in std::iter::once(&mut diagnostic.at).chain(related) {
            if let Some(moved) = homes.iter().find_map(|homes| homes.moved(place)) {
                *place = moved;
            }
        }
    }
}
