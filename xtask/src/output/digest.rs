//! What the whole output folder says, as a number.

use std::fs::{self, FileType};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

use anyhow::{Context, Result};
use generator::parallel;

use super::scan;

/// The digest of all files in a folder, by path and content. A file of others counts too: it may come to be in the way.
pub(super) fn of(root: &Path) -> Result<u64> {
    let found: Vec<(String, FileType)> = scan::folder(root, &|_| true)?.files.into_iter().collect();
    let mut all = DefaultHasher::new();
    for digest in parallel::map(&found, |(path, kind)| of_file(root, path, *kind)) {
        digest?.hash(&mut all);
    }
    Ok(all.finish())
}

fn of_file(root: &Path, path: &str, kind: FileType) -> Result<u64> {
    let mut digest = DefaultHasher::new();
    path.hash(&mut digest);
    kind.hash(&mut digest);
    if kind.is_file() {
        let text = fs::read(root.join(path)).with_context(|| format!("cannot read `{path}` in the output folder"))?;
        text.hash(&mut digest);
    }
    Ok(digest.finish())
}
