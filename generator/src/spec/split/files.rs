//! The files of a document, each read and parsed once.

use std::collections::HashMap;
use std::sync::Arc;

use serde_yaml::Value;

use crate::diagnostic::Diagnostics;
use crate::source::{Part, Source, Unread};
use crate::tree;

/// Files by path from the folder of the document.
pub(super) struct Files<'a> {
    read: &'a mut dyn FnMut(&str) -> Option<Part>,
    known: HashMap<String, File>,
}

/// What came of reading a file.
#[derive(Clone)]
pub(super) enum File {
    /// Its tree.
    Tree(Arc<Source>, Arc<Value>),
    /// Why there is no text.
    Unread(Unread),
    /// There is a text that cannot be parsed, or a file whose fault is told already.
    Told,
    /// Nobody was asked to read it.
    Unknown,
}

impl<'a> Files<'a> {
    pub(super) fn new(read: &'a mut dyn FnMut(&str) -> Option<Part>) -> Self {
        Self { read, known: HashMap::new() }
    }

    /// A file; what is wrong with its text is reported the first time, and why there is none is given the first time.
    pub(super) fn get(&mut self, path: &str, diagnostics: &mut Diagnostics) -> File {
        if let Some(known) = self.known.get(path) {
            return known.clone();
        }
        let file = match (self.read)(path) {
            Some(Part::Text(source)) => {
                match tree::parse(&source, "`type: object`, or whatever else is referred to", diagnostics) {
                    Some(tree) => File::Tree(source, Arc::new(tree)),
                    None => File::Told,
                }
            }
            Some(Part::Unread(unread)) => File::Unread(unread),
            None => File::Unknown,
        };
        let kept = if matches!(file, File::Unread(_)) { File::Told } else { file.clone() };
        self.known.insert(path.to_owned(), kept);
        file
    }
}
