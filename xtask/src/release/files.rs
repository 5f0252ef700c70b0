//! The files that a release is prepared in, read and written as a whole.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// A file, and what it is to say.
pub(super) struct File {
    /// By path from the root, with slashes.
    pub(super) name: String,
    pub(super) path: PathBuf,
    pub(super) old: String,
    pub(super) new: String,
}

impl File {
    pub(super) fn is_changed(&self) -> bool {
        self.old != self.new
    }

    /// Writes it beside its place first, so that a stopped program leaves the old file or the new one.
    pub(super) fn write(&self) -> Result<()> {
        let beside = self.path.with_extension("new");
        let write = || fs::write(&beside, &self.new).and_then(|()| fs::rename(&beside, &self.path));
        write().inspect_err(|_| drop(fs::remove_file(&beside))).with_context(|| format!("cannot write {}", self.name))
    }
}

/// The text of a file.
pub(super) fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}
