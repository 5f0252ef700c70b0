//! What a run has left behind that was stopped while it wrote, and how it is brought to an end.

use std::path::Path;

use anyhow::{Context, Result};

use super::disk::Disk;
use super::staging::Staging;
use super::{moves, plan};

/// Takes back what was begun, if anything was, and clears away. Nobody else may be writing.
///
/// Says whether files of the output had been moved. May itself be stopped: the next run does the rest.
pub(super) fn recover(disk: &dyn Disk, root: &Path) -> Result<bool> {
    let Some(staging) = Staging::left_beside(disk, root)? else { return Ok(false) };
    let begun = plan::kept(&staging).with_context(|| delete(&staging))?;
    if let Some(steps) = &begun {
        moves::take_back(disk, &staging, root, steps).with_context(|| delete(&staging))?;
    }
    staging.clear().with_context(|| {
        format!(
            "cannot clear {} away, which a run left that was stopped\n  help: keep what is not generated in it, if anything \
             is, delete it, and run again",
            staging.display()
        )
    })?;
    Ok(begun.is_some())
}

fn delete(staging: &Staging<'_>) -> String {
    format!(
        "cannot take back what a run did that was stopped\n  help: delete {}, which holds nothing but generated files, and run \
         again",
        staging.display()
    )
}
