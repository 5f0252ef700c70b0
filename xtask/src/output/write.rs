//! Writing as a whole or not at all.
//!
//! First every new text is written to a folder beside the output: a full disk, the likeliest failure, shows itself here and
//! has changed nothing. What is left are renames within one file system:
//!
//! - An output that is not there yet is put in its place in one step.
//! - One that has nothing else in it is exchanged with the new one in one step (`exchange.rs`).
//! - Otherwise files are moved one by one, by a plan that lets this run or the next take all of it back (`moves.rs`). This is
//!   also the way where the system cannot exchange folders, and where few of many files change: a folder that is exchanged has
//!   to get all the others too.
//!
//! So a program that is killed leaves the old output or the new one, at the latest when the next run has opened it. That holds
//! for the end of a program, whose writes the system carries out. It does not for a power cut: nothing is forced to the disk,
//! which would take longer than all the rest, and what is lost can be generated again.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow};

use super::Changes;
use super::disk::Disk;
use super::retire::make_folder;
use super::staging::Staging;
use super::{exchange, moves};

/// Brings the changes to the folder `root`.
pub(super) fn write(disk: &dyn Disk, root: &Path, changes: &Changes<'_>) -> Result<()> {
    // What is as it should be is not even looked at.
    if changes.is_empty() {
        return Ok(());
    }
    let staging = Staging::beside(disk, root)?;
    stage(disk, &staging, changes).context("nothing was changed")?;
    if root.symlink_metadata().is_err_and(|error| error.kind() == ErrorKind::NotFound) {
        let made = disk.rename(&staging.all_incoming(), root);
        return made.with_context(|| format!("cannot make {}", root.display())).context("nothing was changed");
    }
    if !are_few(changes) && exchange::swap(disk, &staging, root, changes).is_ok() {
        return Ok(());
    }
    moves::swap(disk, &staging, root, changes)
}

/// Whether moving what changes takes so much less than linking and unlinking what does not that nobody who looks at the folder
/// meanwhile is likely to see it half done.
fn are_few(changes: &Changes<'_>) -> bool {
    let changed = changes.stale.len() + changes.missing.len() + changes.orphaned.len();
    changed <= changes.unchanged.len() / 32
}

/// Makes the folders, and then writes the new files.
fn stage(disk: &dyn Disk, staging: &Staging<'_>, changes: &Changes<'_>) -> Result<()> {
    let mut made = PathBuf::new();
    let mut files = Vec::new();
    let stale = changes.stale.iter().map(|file| (file.path, file.new));
    for (path, text) in stale.chain(changes.missing.iter().copied()) {
        let file = staging.incoming(path);
        let folder = file.parent().unwrap_or(&file);
        // Files come folder by folder.
        if folder != made {
            make_folder(disk, folder).with_context(|| format!("cannot make the folder {}", folder.display()))?;
            made = folder.to_owned();
        }
        files.push((file, text));
    }
    disk.write_each(&files).map_err(|(file, error)| anyhow!(error).context(format!("cannot write {}", file.display())))
}
