//! Bringing changes to a folder file by file, so that what is not ours in it is not touched.
//!
//! Each file that is replaced or deleted is moved aside and not deleted, and the plan is on disk before the first move. So all
//! moves can be taken back, by this run when one of them fails, or by the next run when this one is killed. The plan is deleted
//! when the last move is done: before that moment the old output is what counts, and after it the new one.

use std::io::{self, ErrorKind};
use std::path::Path;

use anyhow::{Context, Result, anyhow};

use super::Changes;
use super::disk::Disk;
use super::plan::{self, Step};
use super::retire::make_folder;
use super::staging::Staging;
use super::{mark, scan};

/// Moves the old files out and the new ones in.
pub(super) fn swap(disk: &dyn Disk, staging: &Staging<'_>, root: &Path, changes: &Changes<'_>) -> Result<()> {
    let steps = plan::of(root, changes);
    for step in &steps {
        if let Step::Out(path) = step {
            make_room(disk, &staging.outgoing(path)).context("nothing was changed")?;
        }
    }
    plan::keep(disk, staging, &steps).context("nothing was changed")?;
    let taken = steps.iter().try_for_each(|step| take(disk, staging, root, step));
    let done = taken.and_then(|()| forget(disk, staging).context("cannot end the write"));
    let Err(error) = done else { return Ok(()) };
    Err(match undo(disk, staging, root, &steps).and_then(|()| forget(disk, staging)) {
        Ok(()) => error.context("nothing was changed"),
        // The old files are not all back in their places; where they are is the most important thing to know.
        Err(failure) => anyhow!(
            "{error:#}; and the files could not all be put back: {failure}\n  help: those that are missing are in {}, \
             from where the next run puts them back",
            staging.display()
        ),
    })
}

/// Takes back what a run did before it was stopped. What is back already stays as it is, so this may itself be stopped.
pub(super) fn take_back(disk: &dyn Disk, staging: &Staging<'_>, root: &Path, steps: &[Step]) -> io::Result<()> {
    undo(disk, staging, root, steps)?;
    forget(disk, staging)
}

fn forget(disk: &dyn Disk, staging: &Staging<'_>) -> io::Result<()> {
    disk.remove_file(&staging.plan())
}

fn take(disk: &dyn Disk, staging: &Staging<'_>, root: &Path, step: &Step) -> Result<()> {
    match step {
        Step::Out(path) => move_file(disk, &root.join(path), &staging.outgoing(path)),
        Step::In(path) => move_file(disk, &staging.incoming(path), &root.join(path)),
        Step::Leave(path) => {
            remove_if_empty(disk, &root.join(path)).with_context(|| format!("cannot remove the empty folder `{path}`"))
        }
        Step::Make(path) => {
            disk.create_dir(&root.join(path)).with_context(|| format!("cannot make the folder `{path}`"))
        }
    }
}

/// Moves a file to where none is. What lies there is not ours: nothing that was not compared is ever written over.
fn move_file(disk: &dyn Disk, from: &Path, to: &Path) -> Result<()> {
    let moved = if exists(to) { Err(ErrorKind::AlreadyExists.into()) } else { disk.rename(from, to) };
    moved.with_context(|| format!("cannot move {} to {}", from.display(), to.display()))
}

/// Takes steps back, the last one first. Which of them were taken is seen from where the files are. A step that cannot be taken
/// back does not stop the others; the first error is returned.
fn undo(disk: &dyn Disk, staging: &Staging<'_>, root: &Path, steps: &[Step]) -> io::Result<()> {
    steps.iter().rev().map(|step| undo_step(disk, staging, root, step)).fold(Ok(()), io::Result::and)
}

fn undo_step(disk: &dyn Disk, staging: &Staging<'_>, root: &Path, step: &Step) -> io::Result<()> {
    let (Step::Out(path) | Step::In(path) | Step::Leave(path) | Step::Make(path)) = step;
    let place = root.join(path);
    // Somebody may have worked in the folder since. What is theirs stays; what is moved here can be generated again.
    if scan::meets_link(root, path) || exists(&place) && !place.is_dir() && !mark::is_generated(&place)? {
        return Ok(());
    }
    match step {
        Step::In(path) if !exists(&staging.incoming(path)) && place.is_file() => {
            disk.rename(&place, &staging.incoming(path))
        }
        Step::Out(path) if exists(&staging.outgoing(path)) && !place.is_dir() => {
            make_room(disk, &place)?;
            disk.rename(&staging.outgoing(path), &place)
        }
        Step::Leave(_) if !exists(&place) => make_folder(disk, &place),
        Step::Make(_) if place.is_dir() => remove_if_empty(disk, &place),
        _ => Ok(()),
    }
}

fn remove_if_empty(disk: &dyn Disk, folder: &Path) -> io::Result<()> {
    match disk.remove_dir(folder) {
        Err(error) if error.kind() == ErrorKind::DirectoryNotEmpty => Ok(()),
        removed => removed,
    }
}

/// Makes the folder that a file is to be put into.
fn make_room(disk: &dyn Disk, file: &Path) -> io::Result<()> {
    file.parent().map_or(Ok(()), |folder| make_folder(disk, folder))
}

fn exists(path: &Path) -> bool {
    path.symlink_metadata().is_ok()
}
