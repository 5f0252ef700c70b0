//! Keeping other runs out, so that two never write at once.

use std::fs::{File, TryLockError};
use std::io;
use std::path::Path;

use anyhow::{Context, Result};

/// Held while an output is compared and written. It goes away with this value, or with the program, however that ends.
pub(super) struct Lock(#[expect(dead_code, reason = "the lock lasts as long as the file is open")] File);

impl Lock {
    /// Locks what is in `folder`, the folder that holds the output; calls `wait` before it waits for another run.
    pub(super) fn of(folder: &Path, wait: &dyn Fn()) -> Result<Self> {
        let cannot = || format!("cannot lock the folder {}", folder.display());
        let file = open(folder).with_context(cannot)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                wait();
                file.lock().with_context(cannot)?;
            }
            Err(TryLockError::Error(error)) => return Err(error).with_context(cannot),
        }
        Ok(Self(file))
    }
}

/// The folder itself can be locked, so there is no file that a run would leave behind, and a folder that nobody may write to
/// can be compared.
#[cfg(unix)]
fn open(folder: &Path) -> io::Result<File> {
    File::open(folder)
}

#[cfg(not(unix))]
fn open(folder: &Path) -> io::Result<File> {
    File::options().create(true).truncate(false).write(true).open(folder.join(".xtask.lock"))
}
