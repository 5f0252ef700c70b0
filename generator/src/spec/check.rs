//! Checks between the parts of a document: references, operation ids, path parameters.
//!
//! They read the values, not the types of `openapiv3`, so that a malformed object elsewhere does not silence them.

mod chains;
mod operations;
mod parameters;
mod references;

use std::sync::Arc;

use serde_yaml::{Mapping, Value};

use super::Homes;
use super::grammar::METHODS;
use super::walk::texts;
use crate::diagnostic::Diagnostics;
use crate::source::{Pointer, Source};

pub(super) use operations::part_head_from_get;

/// Reports all that does not fit together.
pub(super) fn check(source: &Arc<Source>, document: &Value, homes: &Homes, diagnostics: &mut Diagnostics) {
    references::check(source, document, homes, diagnostics);
    chains::check(source, document, diagnostics);
    operations::check(source, document, diagnostics);
    parameters::check(source, document, diagnostics);
}

/// One path with what is under it.
struct PathItem<'a> {
    path: &'a str,
    item: &'a Mapping,
    at: Pointer,
}

impl<'a> PathItem<'a> {
    /// All paths of a document, in its order.
    fn all(document: &'a Value) -> impl Iterator<Item = Self> {
        let at = Pointer::root().child("paths");
        let paths = document.get("paths").and_then(Value::as_mapping);
        paths
            .into_iter()
            .flat_map(texts)
            .filter_map(move |(path, item)| Some(Self { path, item: item.as_mapping()?, at: at.child(path) }))
    }

    /// The operations with their methods, in the order of the document.
    fn operations(&self) -> impl Iterator<Item = (&'a str, &'a Mapping, Pointer)> {
        let at = self.at.clone();
        let operations = texts(self.item).filter(|(key, _)| METHODS.contains(key));
        operations.filter_map(move |(method, operation)| Some((method, operation.as_mapping()?, at.child(method))))
    }
}
