//! What lies in the output folder.

use std::collections::BTreeMap;
use std::fs::{self, DirEntry, FileType};
use std::io::{self, ErrorKind};
use std::path::Path;

use anyhow::{Context, Result};

/// Every file below `root` by its path from there, with `/` between folders; none when there is no such folder.
///
/// Folders of others are not entered: what Cargo builds, the repository, and packages below this one, unless their manifest
/// `is_ours`.
pub(super) fn files(root: &Path, is_ours: &dyn Fn(&str) -> bool) -> Result<BTreeMap<String, FileType>> {
    let mut found = BTreeMap::new();
    visit(root, "", is_ours, &mut found)?;
    Ok(found)
}

fn visit(
    folder: &Path,
    prefix: &str,
    is_ours: &dyn Fn(&str) -> bool,
    found: &mut BTreeMap<String, FileType>,
) -> Result<()> {
    let entries = match list(folder) {
        // Only the output folder itself can be missing.
        Err(error) if error.kind() == ErrorKind::NotFound && prefix.is_empty() => return Ok(()),
        entries => entries.with_context(|| format!("cannot read the folder {}", folder.display()))?,
    };
    if !prefix.is_empty() && entries.iter().any(|(name, _)| belongs_to_others(name, prefix, is_ours)) {
        return Ok(());
    }
    for (name, entry) in entries {
        let kind = entry.file_type().with_context(|| format!("cannot read {}", entry.path().display()))?;
        let path = format!("{prefix}{name}");
        if kind.is_dir() {
            if name != ".git" {
                visit(&entry.path(), &format!("{path}/"), is_ours, found)?;
            }
        } else {
            found.insert(path, kind);
        }
    }
    Ok(())
}

/// The entries of a folder. A name that is no Unicode was never generated, and is passed over.
fn list(folder: &Path) -> io::Result<Vec<(String, DirEntry)>> {
    let mut entries = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if let Ok(name) = entry.file_name().into_string() {
            entries.push((name, entry));
        }
    }
    Ok(entries)
}

/// Whether a file of this name says that its folder is a cache, or another package.
fn belongs_to_others(name: &str, prefix: &str, is_ours: &dyn Fn(&str) -> bool) -> bool {
    name == "CACHEDIR.TAG" || name == "Cargo.toml" && !is_ours(&format!("{prefix}{name}"))
}
