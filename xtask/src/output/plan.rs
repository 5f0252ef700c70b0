//! The steps that bring changes to a folder file by file, decided before the first is taken, so that they can be written down.
//!
//! Lives here: which steps, in which order, and how they are kept on disk. Does not live here: taking them.

use std::collections::BTreeSet;
use std::fs;
use std::io::ErrorKind;
use std::path::{Component, Path};

use anyhow::{Context, Result, bail, ensure};

use super::Changes;
use super::disk::Disk;
use super::staging::Staging;

/// A step, with the path that it is about from the output folder.
#[derive(Debug, Eq, PartialEq)]
pub(super) enum Step {
    /// Moves an old file to where it is kept until all is done.
    Out(String),
    /// Moves a new file to its place.
    In(String),
    /// Removes a folder if it is empty by now.
    Leave(String),
    /// Makes a folder that is not there.
    Make(String),
}

/// The steps for changes to the folder `root`.
pub(super) fn of(root: &Path, changes: &Changes<'_>) -> Vec<Step> {
    let mut steps = Vec::new();
    for file in &changes.stale {
        steps.extend([Step::Out(file.path.to_owned()), Step::In(file.path.to_owned())]);
    }
    let missing = || changes.missing.iter().map(|(path, _)| *path);
    let needed = folders_above(missing());
    let left = folders_above(changes.orphaned.iter().map(String::as_str));
    // Orphans go before new files come: a folder may now be a file, and a name may differ from the old one in case alone.
    steps.extend(changes.orphaned.iter().cloned().map(Step::Out));
    let left = left.iter().rev().filter(|folder| !needed.contains(*folder));
    steps.extend(left.map(|folder| Step::Leave((*folder).to_owned())));
    let is_folder = |path: &str| root.join(path).symlink_metadata().is_ok_and(|found| found.is_dir());
    steps.extend(needed.iter().filter(|folder| !is_folder(folder)).map(|folder| Step::Make((*folder).to_owned())));
    steps.extend(missing().map(|path| Step::In(path.to_owned())));
    steps
}

/// The folders that hold files, each after the one that holds it; without the output folder.
fn folders_above<'a>(paths: impl Iterator<Item = &'a str>) -> BTreeSet<&'a str> {
    paths.flat_map(|path| path.match_indices('/').map(|(end, _)| path.get(..end).unwrap_or(path))).collect()
}

/// Writes the steps down. They are there as a whole or not at all.
pub(super) fn keep(disk: &dyn Disk, staging: &Staging<'_>, steps: &[Step]) -> Result<()> {
    let mut text = String::new();
    for step in steps {
        let (kind, path) = match step {
            Step::Out(path) => ('o', path),
            Step::In(path) => ('i', path),
            Step::Leave(path) => ('l', path),
            Step::Make(path) => ('m', path),
        };
        // What no path has in it ends one.
        text.extend([kind, ' ']);
        text.push_str(path);
        text.push('\0');
    }
    let plan = staging.plan();
    let kept = disk.write(&staging.draft(), &text).and_then(|()| disk.rename(&staging.draft(), &plan));
    kept.with_context(|| format!("cannot write {}", plan.display()))
}

/// Reads what a run has written down; `None` when it had not come so far, or was done.
pub(super) fn kept(staging: &Staging<'_>) -> Result<Option<Vec<Step>>> {
    let plan = staging.plan();
    match fs::read_to_string(&plan) {
        Ok(text) => text.split_terminator('\0').map(step).collect::<Result<_>>().map(Some),
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => Err(error.into()),
    }
    .with_context(|| format!("cannot read {}", plan.display()))
}

fn step(text: &str) -> Result<Step> {
    let (kind, path) = text.split_at_checked(2).context("a step is cut off")?;
    let is_below = Path::new(path).components().all(|part| matches!(part, Component::Normal(_)));
    ensure!(is_below && !path.is_empty(), "a step leads out of the folder");
    let path = path.to_owned();
    Ok(match kind {
        "o " => Step::Out(path),
        "i " => Step::In(path),
        "l " => Step::Leave(path),
        "m " => Step::Make(path),
        _ => bail!("a step is of another version of this program"),
    })
}
