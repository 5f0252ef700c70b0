//! Writing as a whole or not at all.
//!
//! First every new text is written to a folder beside the output: a full disk, the likeliest failure, shows itself here and
//! has changed nothing. What is left are moves within one file system. Each file that is replaced or deleted is moved aside
//! and not deleted, so that after a failure all moves can be taken back.
//!
//! A program that is killed between two moves cannot take them back. Then every file is whole, old or new, and the next run
//! makes the rest new.

use std::collections::BTreeSet;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use anyhow::{Context, Error, Result, anyhow};

use super::Changes;
use super::disk::Disk;
use super::staging::Staging;
use super::transaction::Transaction;

/// Brings the changes to the folder `root`.
pub(super) fn write(disk: &dyn Disk, root: &Path, changes: &Changes<'_>) -> Result<()> {
    // What is as it should be is not even looked at.
    if changes.is_empty() {
        return Ok(());
    }
    let staging = Staging::beside(disk, root)?;
    stage(disk, &staging, changes).context("nothing was changed")?;
    let mut transaction = Transaction::new(disk);
    let Err(error) = swap(&mut transaction, &staging, root, changes) else { return Ok(()) };
    Err(match transaction.roll_back() {
        Ok(()) => error.context("nothing was changed"),
        Err(failure) => stranded(&error, &failure, staging),
    })
}

/// Writes the new files, and makes room for the old ones.
fn stage(disk: &dyn Disk, staging: &Staging, changes: &Changes<'_>) -> Result<()> {
    // Folders of the staging area go away with it, so that there is nothing to take back.
    let mut folders = Transaction::new(disk);
    let mut made = PathBuf::new();
    for (path, text) in replaced(changes).chain(changes.missing.iter().copied()) {
        let file = staging.incoming(path);
        // Files come folder by folder.
        if parent(&file) != made {
            folders.make_folder(parent(&file))?;
            made = parent(&file).to_owned();
        }
        disk.write(&file, text).with_context(|| format!("cannot write {}", file.display()))?;
    }
    let outgoing = changes.orphaned.iter().map(String::as_str).chain(replaced(changes).map(|(path, _)| path));
    for path in outgoing {
        folders.make_folder(parent(&staging.outgoing(path)))?;
    }
    Ok(())
}

/// Moves the old files out and the new ones in.
fn swap(transaction: &mut Transaction<'_>, staging: &Staging, root: &Path, changes: &Changes<'_>) -> Result<()> {
    // An output that is not there yet is put in its place as a whole.
    if root.symlink_metadata().is_err_and(|error| error.kind() == ErrorKind::NotFound) {
        return transaction.rename(staging.all_incoming(), root.to_owned());
    }
    for (path, _) in replaced(changes) {
        transaction.rename(root.join(path), staging.outgoing(path))?;
        transaction.rename(staging.incoming(path), root.join(path))?;
    }
    // Orphans go before new files come: a folder may now be a file, and a name may differ from the old one in case alone.
    for path in &changes.orphaned {
        transaction.rename(root.join(path), staging.outgoing(path))?;
    }
    for folder in folders_of_orphans(root, changes).into_iter().rev() {
        transaction.remove_empty_folder(folder)?;
    }
    for (path, _) in &changes.missing {
        let file = root.join(path);
        transaction.make_folder(parent(&file))?;
        transaction.rename(staging.incoming(path), file)?;
    }
    Ok(())
}

fn replaced<'a>(changes: &Changes<'a>) -> impl Iterator<Item = (&'a str, &'a str)> {
    changes.stale.iter().map(|file| (file.path, file.new))
}

/// The folders that may be empty now, each after the one that holds it.
fn folders_of_orphans(root: &Path, changes: &Changes<'_>) -> BTreeSet<PathBuf> {
    let mut folders = BTreeSet::new();
    for path in &changes.orphaned {
        let above = Path::new(path).ancestors().skip(1).filter(|folder| !folder.as_os_str().is_empty());
        folders.extend(above.map(|folder| root.join(folder)));
    }
    folders
}

fn parent(file: &Path) -> &Path {
    file.parent().unwrap_or(file)
}

/// The old files are not all back in their places; where they are is the most important thing to know.
fn stranded(error: &Error, failure: &io::Error, staging: Staging) -> Error {
    let old = staging.keep();
    anyhow!(
        "{error:#}; and the files could not all be put back: {failure}\n  help: those that are missing are in {}; \
         or delete the folder above it, and run again",
        old.display()
    )
}
