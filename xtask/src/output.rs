//! The output folder: what differs from the files in memory, and how it becomes the same.
//!
//! Lives here: the only code of the project that writes and deletes files of others to read.
//! Does not live here: what the files say.
//!
//! Invariants: a file without the mark is never touched; no link is followed; a write is done as a whole or not at all, even if
//! the program is killed; two runs never write at once.

mod changes;
mod digest;
mod disk;
mod excerpt;
mod exchange;
mod lock;
mod mark;
mod moves;
mod plan;
mod recovery;
pub(crate) mod remedy;
mod report;
mod retire;
mod scan;
mod staging;
mod write;

#[cfg(test)]
pub(crate) mod tests;

use std::fs;
use std::io::ErrorKind;
use std::path::{self, Path, PathBuf};

use anyhow::{Context, Result};
use generator::file_tree::FileTree;

pub(crate) use changes::Changes;
pub(crate) use disk::{Disk, RealDisk};
use lock::Lock;

use crate::outcome::refusal;
use crate::workspace;

/// A folder that belongs to the generator, except for the files in it that are not marked.
pub(crate) struct Output {
    root: PathBuf,
    name: String,
}

/// An output that no other run reads or writes, and in which nothing is half done.
pub(crate) struct Opened<'a> {
    output: &'a Output,
    /// None where there is no folder that could be locked, and so no output.
    _lock: Option<Lock>,
}

/// What an output is opened for.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Access {
    Comparing,
    Writing,
}

impl Access {
    /// That of a command, with `--check` and without.
    pub(crate) fn of(is_check: bool) -> Self {
        if is_check { Self::Comparing } else { Self::Writing }
    }
}

impl Output {
    /// The folder at `path`, which need not exist.
    pub(crate) fn at(path: &Path) -> Result<Self> {
        let name = workspace::name_of(path);
        let root = place(path).with_context(|| format!("cannot open the output folder `{name}`"))?;
        match root.symlink_metadata() {
            Ok(found) if found.is_symlink() => Err(refusal(format!(
                "`{name}` is a link, and should be the folder of the output\n  \
                 help: name the folder itself by `--out`, or put a folder in the place of the link"
            ))),
            Ok(found) if !found.is_dir() => {
                Err(refusal(format!("`{name}` is a file, and should be the folder of the output")))
            }
            Err(error) if error.kind() != ErrorKind::NotFound => {
                Err(error).with_context(|| format!("cannot open the output folder `{name}`"))
            }
            _ => Ok(Self { root, name }),
        }
    }

    /// What messages call it.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// The folder, whether or not it exists.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// A number that is another one when any file in the folder is: made, changed, or deleted. `None` when a run was stopped
    /// while it wrote there, or writes just now.
    pub(crate) fn digest(&self) -> Result<Option<u64>> {
        if staging::is_left_beside(&self.root) { Ok(None) } else { digest::of(&self.root).map(Some) }
    }

    /// Waits until no other run has it open, and brings to an end what a run has begun that was stopped; `say` tells of both.
    pub(crate) fn open(&self, access: Access, say: &dyn Fn(&str)) -> Result<Opened<'_>> {
        self.lock_and_recover(access, say).map_err(remedy::add)
    }

    fn lock_and_recover(&self, access: Access, say: &dyn Fn(&str)) -> Result<Opened<'_>> {
        let parent = self.root.parent().with_context(|| format!("`{}` cannot be an output folder", self.name))?;
        if access == Access::Writing {
            // Should anything fail later, an empty folder above the output does no harm.
            fs::create_dir_all(parent).with_context(|| format!("cannot make the folder {}", parent.display()))?;
        } else if !parent.exists() {
            return Ok(Opened { output: self, _lock: None });
        }
        let wait =
            || say(&format!("note: another run has the folder of `{}` open; waiting until it is done\n", self.name));
        let lock = Lock::of(parent, &wait)?;
        if recovery::recover(&RealDisk, &self.root)? {
            say(&format!("note: a run was stopped while it wrote `{}`; what it had done is taken back\n", self.name));
        }
        Ok(Opened { output: self, _lock: Some(lock) })
    }
}

impl Opened<'_> {
    /// What messages call it.
    pub(crate) fn name(&self) -> &str {
        &self.output.name
    }

    /// Finds what differs. Nothing is written.
    pub(crate) fn compare<'a>(&self, files: &'a FileTree) -> Result<Changes<'a>> {
        Changes::between(files, &self.output.root).map_err(remedy::add)
    }

    /// Makes the folder the same as the files that `changes` was made from, or leaves it as it was.
    pub(crate) fn write(&self, changes: &Changes<'_>) -> Result<()> {
        let Output { root, name } = self.output;
        if changes.is_blocked() {
            return Err(refusal(changes.refusal(name)));
        }
        let written = write::write(&RealDisk, root, changes);
        written.with_context(|| format!("`{name}` could not be written")).map_err(remedy::add)
    }
}

/// The absolute path of a folder. Links above it are followed: files are staged beside it, where it really is. The folder itself
/// may be a link, which is for the caller to see.
fn place(path: &Path) -> std::io::Result<PathBuf> {
    // A slash at the end would follow the link.
    let path: PathBuf = path::absolute(path)?.components().collect();
    let (Some(parent), Some(name)) = (path.parent(), path.file_name()) else { return fs::canonicalize(path) };
    match fs::canonicalize(parent) {
        Ok(parent) => Ok(parent.join(name)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(path),
        Err(error) => Err(error),
    }
}
