//! Deleting an output that has been replaced as a whole.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

use generator::parallel;

use super::disk::Disk;
use super::mark;

/// Deletes the generated files of `old`, which was `root` until a moment ago, and then the folder.
///
/// It was compared before it was replaced, and had nothing else in it. What somebody has put into it since then is moved to
/// the same place in `root`, unless there is something; then it stays where it is.
pub(super) fn retire(disk: &dyn Disk, old: &Path, root: &Path) -> io::Result<()> {
    if old.symlink_metadata().is_err_and(|error| error.kind() == ErrorKind::NotFound) {
        return Ok(());
    }
    retire_folder(disk, old, Some(root))
}

/// Deletes a folder whose place is now that of the folder `new`, or of something that is no folder.
fn retire_folder(disk: &dyn Disk, old: &Path, new: Option<&Path>) -> io::Result<()> {
    let new = new.filter(|new| new.symlink_metadata().is_ok_and(|found| found.is_dir()) || !exists(new));
    let place = |path: &Path| Some(new?.join(path.file_name()?));
    let mut files = Vec::new();
    for entry in fs::read_dir(old)? {
        let entry = entry?;
        let path = entry.path();
        if entry.file_type()?.is_dir() {
            retire_folder(disk, &path, place(&path).as_deref())?;
        } else {
            files.push(path);
        }
    }
    let mut generated = Vec::with_capacity(files.len());
    let mut others = Vec::new();
    for (is_generated, path) in parallel::map(&files, |path| mark::is_generated(path)).into_iter().zip(files) {
        if is_generated? { generated.push(path) } else { others.push(path) }
    }
    disk.remove_each(&generated)?;
    for path in others {
        let (Some(new), Some(place)) = (new, place(&path).filter(|place| !exists(place))) else {
            return Err(io::Error::new(ErrorKind::AlreadyExists, format!("there is no place for {}", path.display())));
        };
        make_folder(disk, new)?;
        disk.rename(&path, &place)?;
    }
    disk.remove_dir(old)
}

fn exists(path: &Path) -> bool {
    path.symlink_metadata().is_ok()
}

/// Makes a folder and those above it, as far as they are missing.
pub(super) fn make_folder(disk: &dyn Disk, folder: &Path) -> io::Result<()> {
    let is_missing = |folder: &&Path| folder.symlink_metadata().is_err();
    let missing: Vec<&Path> = folder.ancestors().take_while(is_missing).collect();
    missing.into_iter().rev().try_for_each(|folder| disk.create_dir(folder))
}
