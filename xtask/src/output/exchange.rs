//! Replacing a folder as a whole, where all that is in it is ours.
//!
//! What a program does in one step is done or not, whenever it is killed: nobody ever sees a part of both outputs.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

use super::Changes;
use super::disk::Disk;
use super::retire::make_folder;
use super::staging::Staging;

/// Makes the new files that wait in `staging` a whole folder, and puts it in the place of `root`.
///
/// An error has changed nothing. It may mean that the file system knows no such step, or no file with two names.
pub(super) fn swap(disk: &dyn Disk, staging: &Staging<'_>, root: &Path, changes: &Changes<'_>) -> io::Result<()> {
    // The folder in which somebody stands, such as a shell, is not pulled away from under them.
    if !changes.is_alone || std::env::current_dir().is_ok_and(|current| current.starts_with(root)) {
        return Err(ErrorKind::Unsupported.into());
    }
    // What stays as it is becomes part of both folders, and keeps its times.
    let kept: Vec<_> = changes.unchanged.iter().map(|path| (root.join(path), staging.incoming(path))).collect();
    let folders: BTreeSet<_> = kept.iter().filter_map(|(_, name)| name.parent()).collect();
    folders.into_iter().try_for_each(|folder| make_folder(disk, folder))?;
    disk.link_each(&kept)?;
    for folder in &changes.folders {
        let new = staging.incoming(folder);
        if new.is_dir() {
            fs::set_permissions(new, fs::metadata(root.join(folder))?.permissions())?;
        }
    }
    // The name tells the next run, should there be no end to this one, that what lies there may have been the output.
    disk.rename(&staging.all_incoming(), &staging.exchanged())?;
    disk.exchange(&staging.exchanged(), root).or_else(|error| {
        disk.rename(&staging.exchanged(), &staging.all_incoming())?;
        Err(error)
    })
}
