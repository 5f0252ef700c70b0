//! Which overlays are laid over which documents.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Overlay;
use crate::source::Source;

/// Overlays as texts, and the documents that each is for. One overlay may be for several documents.
#[derive(Clone, Debug, Default, Hash)]
pub struct Overlays {
    sources: Vec<Arc<Source>>,
    /// For the name of a document, the overlays in their order.
    documents: BTreeMap<String, Vec<usize>>,
}

impl Overlays {
    /// Lays an overlay over the document of that name, above those that lie on it already; one lies on a document once.
    ///
    /// It is the same overlay only if it is the same [`Source`].
    pub fn lay(&mut self, overlay: &Arc<Source>, document: &str) {
        let known = self.sources.iter().position(|known| Arc::ptr_eq(known, overlay));
        let index = known.unwrap_or_else(|| {
            self.sources.push(Arc::clone(overlay));
            self.sources.len() - 1
        });
        let layers = self.documents.entry(document.to_owned()).or_default();
        if !layers.contains(&index) {
            layers.push(index);
        }
    }

    /// The names of the documents that an overlay is for.
    pub(super) fn documents_of<'a>(&'a self, overlay: &'a Arc<Source>) -> impl Iterator<Item = &'a str> {
        let is_it = |index: &usize| self.sources.get(*index).is_some_and(|source| Arc::ptr_eq(source, overlay));
        self.documents.iter().filter(move |(_, layers)| layers.iter().any(is_it)).map(|(name, _)| name.as_str())
    }

    /// The texts of all overlays.
    pub(crate) fn sources(&self) -> &[Arc<Source>] {
        &self.sources
    }

    /// The overlays of a document; `read` are those of all [`sources`](Self::sources), without those that cannot be used.
    pub(crate) fn of(&self, document: &Source, read: &[Option<Arc<Overlay>>]) -> Vec<Arc<Overlay>> {
        let layers = self.documents.get(document.name()).into_iter().flatten();
        layers.filter_map(|index| read.get(*index)?.clone()).collect()
    }
}
