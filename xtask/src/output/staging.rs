//! The folder beside the output in which a write is made ready, and which holds what it replaces.

use std::ffi::OsString;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use super::disk::Disk;
use super::retire;
use crate::outcome::refusal;

/// `.genauth.staging` beside `genauth`. It goes away with this value, or with the next run.
pub(super) struct Staging<'a> {
    disk: &'a dyn Disk,
    root: &'a Path,
    folder: PathBuf,
}

impl<'a> Staging<'a> {
    /// Makes the folder.
    pub(super) fn beside(disk: &'a dyn Disk, root: &'a Path) -> Result<Self> {
        let folder = place(root)?;
        disk.create_dir(&folder).with_context(|| format!("cannot make the folder {}", folder.display()))?;
        Ok(Self { disk, root, folder })
    }

    /// Finds the folder that a run left behind which was stopped.
    pub(super) fn left_beside(disk: &'a dyn Disk, root: &'a Path) -> Result<Option<Self>> {
        let folder = place(root)?;
        match folder.symlink_metadata() {
            Ok(found) if found.is_dir() => Ok(Some(Self { disk, root, folder })),
            Ok(_) => bail!("{} is in the way\n  help: move or delete it, and run again", folder.display()),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error).with_context(|| format!("cannot look at {}", folder.display())),
        }
    }

    /// Where all files wait until they are put in their places.
    pub(super) fn all_incoming(&self) -> PathBuf {
        self.folder.join("new")
    }

    /// Where a file waits until it is put in its place.
    pub(super) fn incoming(&self, path: &str) -> PathBuf {
        self.folder.join("new").join(path)
    }

    /// Where a file is kept until all is done.
    pub(super) fn outgoing(&self, path: &str) -> PathBuf {
        self.folder.join("old").join(path)
    }

    /// Where a whole folder waits for its exchange with the output, and where the output of before lies after it.
    pub(super) fn exchanged(&self) -> PathBuf {
        self.folder.join("exchanged")
    }

    /// The plan of the moves that are being done.
    pub(super) fn plan(&self) -> PathBuf {
        self.folder.join("plan")
    }

    /// The plan while it is being written.
    pub(super) fn draft(&self) -> PathBuf {
        self.folder.join("draft")
    }

    /// Deletes the folder. As long as there is a plan, what lies here is needed to go back, and stays.
    pub(super) fn clear(&self) -> io::Result<()> {
        if self.plan().symlink_metadata().is_ok() {
            return Ok(());
        }
        retire::retire(self.disk, &self.exchanged(), self.root)?;
        for folder in [self.folder.join("new"), self.folder.join("old")] {
            unless_missing(self.disk.remove_all(&folder))?;
        }
        unless_missing(self.disk.remove_file(&self.draft()))?;
        self.disk.remove_dir(&self.folder)
    }

    /// What messages call it.
    pub(super) fn display(&self) -> impl std::fmt::Display {
        self.folder.display()
    }
}

impl Drop for Staging<'_> {
    /// A folder that cannot be deleted does not spoil the output; the next run finds it.
    fn drop(&mut self) {
        if fs::symlink_metadata(&self.folder).is_ok() {
            let _ = self.clear();
        }
    }
}

/// Whether a run that was stopped has left something behind.
pub(super) fn is_left_beside(root: &Path) -> bool {
    place(root).is_ok_and(|folder| folder.symlink_metadata().is_ok())
}

/// The name is always the same, so that the next run finds it.
fn place(root: &Path) -> Result<PathBuf> {
    let (Some(parent), Some(name)) = (root.parent(), root.file_name()) else {
        return Err(refusal(format!("{} cannot be an output folder", root.display())));
    };
    let mut staging = OsString::from(".");
    staging.push(name);
    staging.push(".staging");
    Ok(parent.join(staging))
}

fn unless_missing(result: io::Result<()>) -> io::Result<()> {
    result.or_else(|error| if error.kind() == ErrorKind::NotFound { Ok(()) } else { Err(error) })
}
