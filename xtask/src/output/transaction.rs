//! Steps that can be taken back.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::disk::Disk;

/// The steps taken so far.
pub(super) struct Transaction<'a> {
    disk: &'a dyn Disk,
    taken: Vec<Step>,
}

enum Step {
    Moved { from: PathBuf, to: PathBuf },
    MadeFolder(PathBuf),
    RemovedFolder(PathBuf),
}

impl<'a> Transaction<'a> {
    pub(super) fn new(disk: &'a dyn Disk) -> Self {
        Self { disk, taken: Vec::new() }
    }

    /// Moves a file to where none is. What lies there is not ours: nothing that was not compared is ever written over.
    pub(super) fn rename(&mut self, from: PathBuf, to: PathBuf) -> Result<()> {
        let cannot = || format!("cannot move {} to {}", from.display(), to.display());
        if to.symlink_metadata().is_ok() {
            return Err(io::Error::from(ErrorKind::AlreadyExists)).with_context(cannot);
        }
        self.disk.rename(&from, &to).with_context(cannot)?;
        self.taken.push(Step::Moved { from, to });
        Ok(())
    }

    /// Makes a folder and those above it, as far as they are missing.
    pub(super) fn make_folder(&mut self, folder: &Path) -> Result<()> {
        let missing: Vec<&Path> = folder.ancestors().take_while(|folder| !folder.is_dir()).collect();
        for folder in missing.into_iter().rev() {
            self.disk.create_dir(folder).with_context(|| format!("cannot make the folder {}", folder.display()))?;
            self.taken.push(Step::MadeFolder(folder.to_owned()));
        }
        Ok(())
    }

    /// Removes a folder if there is nothing in it.
    pub(super) fn remove_empty_folder(&mut self, folder: PathBuf) -> Result<()> {
        match self.disk.remove_dir(&folder) {
            Ok(()) => self.taken.push(Step::RemovedFolder(folder)),
            Err(error) if error.kind() == ErrorKind::DirectoryNotEmpty => {}
            Err(error) => {
                return Err(error).with_context(|| format!("cannot remove the empty folder {}", folder.display()));
            }
        }
        Ok(())
    }

    /// Takes all steps back, the last one first. A step that cannot be taken back does not stop the others; the first error
    /// is returned.
    pub(super) fn roll_back(self) -> io::Result<()> {
        let undo = |step| match step {
            Step::Moved { from, to } => self.disk.rename(&to, &from),
            Step::MadeFolder(folder) => self.disk.remove_dir(&folder),
            Step::RemovedFolder(folder) => self.disk.create_dir(&folder),
        };
        self.taken.into_iter().rev().map(undo).fold(Ok(()), io::Result::and)
    }
}
