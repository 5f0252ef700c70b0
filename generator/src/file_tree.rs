//! Files in memory: what emission gives and what the command line writes, compares or deletes.

use std::collections::BTreeMap;

use crate::parallel;

/// Files by path from the output folder, with `/` between folders; sorted.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct FileTree {
    files: BTreeMap<String, String>,
}

impl FileTree {
    /// Adds a file; a second file of the same path replaces the first, which is how templates are laid over others.
    pub fn insert(&mut self, path: impl Into<String>, text: impl Into<String>) {
        self.files.insert(path.into(), text.into());
    }

    /// The text of a file.
    pub fn get(&self, path: &str) -> Option<&str> {
        self.files.get(path).map(String::as_str)
    }

    /// All files, sorted by path.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files.iter().map(|(path, text)| (path.as_str(), text.as_str()))
    }

    /// How many files there are.
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// How many lines they have together.
    pub fn lines(&self) -> usize {
        let texts: Vec<&String> = self.files.values().collect();
        parallel::map(&texts, |text| text.lines().count()).into_iter().sum()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }
}
