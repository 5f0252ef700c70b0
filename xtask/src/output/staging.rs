//! The folder beside the output in which a write is made ready, and which holds what it replaces.

use std::ffi::OsString;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use super::disk::Disk;
use crate::outcome::refusal;

/// `.genauth.staging` beside `genauth`. It goes away with this value, unless it is kept.
///
/// Its name is always the same, so that it keeps out a second run: two at once would take each other's files.
pub(super) struct Staging {
    folder: PathBuf,
    is_kept: bool,
}

impl Staging {
    pub(super) fn beside(disk: &dyn Disk, root: &Path) -> Result<Self> {
        let (Some(parent), Some(name)) = (root.parent(), root.file_name()) else {
            return Err(refusal(format!("{} cannot be an output folder", root.display())));
        };
        let mut staging_name = OsString::from(".");
        staging_name.push(name);
        staging_name.push(".staging");
        let folder = parent.join(staging_name);
        // Should anything fail later, an empty folder above the output does no harm.
        fs::create_dir_all(parent).with_context(|| format!("cannot make the folder {}", parent.display()))?;
        match disk.create_dir(&folder) {
            Ok(()) => Ok(Self { folder, is_kept: false }),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => bail!(
                "{} exists: another run is writing, or one was stopped while it wrote\n  \
                 help: if none is running, delete that folder and run again; it holds nothing but generated files",
                folder.display()
            ),
            Err(error) => Err(error).with_context(|| format!("cannot make the folder {}", folder.display())),
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

    /// Leaves the folder where it is, because it holds the only copy of something; tells where that is.
    pub(super) fn keep(mut self) -> PathBuf {
        self.is_kept = true;
        self.folder.join("old")
    }
}

impl Drop for Staging {
    /// A folder that cannot be deleted does not spoil the output; the next run finds it and says what to do.
    fn drop(&mut self) {
        if !self.is_kept {
            let _ = fs::remove_dir_all(&self.folder);
        }
    }
}
