//! A folder beside the output, where everything is made before the output is replaced.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use tempfile::TempDir;

use crate::search;

/// The folder. It is removed when this is dropped.
pub(crate) struct Staging {
    folder: TempDir,
}

impl Staging {
    /// Makes the folder where a rename to `out` is cheap: on the same file system.
    pub(crate) fn beside(out: &Path) -> Result<Self> {
        ensure!(is_replaceable(out)?, "{} is neither empty nor a site; nothing was written", out.display());
        let parent = out.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
        fs::create_dir_all(parent).with_context(|| format!("cannot make {}", parent.display()))?;
        let parent = parent.canonicalize()?;
        let folder = tempfile::Builder::new().prefix(".site-").tempdir_in(parent)?;
        Ok(Self { folder })
    }

    /// Where mdBook finds what is not part of the book: styles and scripts.
    pub(crate) fn root(&self) -> &Path {
        self.folder.path()
    }

    /// Where the pages are written.
    pub(crate) fn pages(&self) -> PathBuf {
        self.folder.path().join("pages")
    }

    /// Puts the pages in the place of `out`.
    pub(crate) fn move_to(self, out: &Path) -> Result<()> {
        let previous = self.folder.path().join("previous");
        if out.exists() {
            fs::rename(out, &previous).with_context(|| format!("cannot replace {}", out.display()))?;
        }
        fs::rename(self.pages(), out).or_else(|error| {
            // What was there goes back, so that a failure leaves it as it was.
            if previous.exists() {
                fs::rename(&previous, out).with_context(|| format!("cannot put {} back", out.display()))?;
            }
            Err(error).with_context(|| format!("cannot make {}", out.display()))
        })
    }
}

/// Only what an earlier build wrote is ever removed.
fn is_replaceable(out: &Path) -> Result<bool> {
    if !out.exists() {
        return Ok(true);
    }
    let is_empty = fs::read_dir(out).with_context(|| format!("cannot read {}", out.display()))?.next().is_none();
    Ok(is_empty || is_site(out))
}

/// Whether a build made the folder.
pub(crate) fn is_site(folder: &Path) -> bool {
    folder.join(search::FILE).is_file()
}
