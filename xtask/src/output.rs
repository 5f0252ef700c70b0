//! The output folder: what differs from the files in memory, and how it becomes the same.
//!
//! Lives here: the only code of the project that writes and deletes files of others to read.
//! Does not live here: what the files say.
//!
//! Invariants: a file without the mark is never touched; a write is done as a whole or not at all.

mod changes;
mod digest;
mod disk;
mod excerpt;
mod mark;
mod report;
mod scan;
mod staging;
mod transaction;
mod write;

#[cfg(test)]
mod tests;

use std::fs;
use std::io::ErrorKind;
use std::path::{self, Path, PathBuf};

use anyhow::{Context, Result};
use generator::file_tree::FileTree;

pub(crate) use changes::Changes;
use disk::RealDisk;

use crate::outcome::refusal;
use crate::workspace;

/// A folder that belongs to the generator, except for the files in it that are not marked.
pub(crate) struct Output {
    root: PathBuf,
    name: String,
}

impl Output {
    /// The folder at `path`, which need not exist.
    pub(crate) fn at(path: &Path) -> Result<Self> {
        let name = workspace::name_of(path);
        // The real folder is what counts: files are staged beside it, and must be on its file system.
        let root = match fs::canonicalize(path) {
            Ok(root) if root.is_dir() => root,
            Ok(_) => {
                let message = format!("`{name}` is a file, and should be the folder of the output");
                return Err(refusal(message));
            }
            Err(error) if error.kind() == ErrorKind::NotFound => path::absolute(path)?,
            Err(error) => return Err(error).with_context(|| format!("cannot open the output folder `{name}`")),
        };
        Ok(Self { root, name })
    }

    /// What messages call it.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// The folder, whether or not it exists.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// Finds what differs. Nothing is written.
    pub(crate) fn compare<'a>(&self, files: &'a FileTree) -> Result<Changes<'a>> {
        Changes::between(files, &self.root)
    }

    /// A number that is another one when any file in the folder is: made, changed, or deleted.
    pub(crate) fn digest(&self) -> Result<u64> {
        digest::of(&self.root)
    }

    /// Makes the folder the same as the files that `changes` was made from, or leaves it as it was.
    pub(crate) fn write(&self, changes: &Changes<'_>) -> Result<()> {
        if !changes.unmarked.is_empty() {
            return Err(refusal(changes.refusal(&self.name)));
        }
        write::write(&RealDisk, &self.root, changes).with_context(|| format!("`{}` could not be written", self.name))
    }
}
