//! What lies in the output folder.

use std::collections::BTreeMap;
use std::fs::{self, DirEntry, FileType};
use std::io::{self, ErrorKind};
use std::path::Path;

use anyhow::{Context, Result};

/// What was found. Paths are those from the output folder, with `/` between folders.
#[derive(Default)]
pub(super) struct Found {
    /// Every file, and whatever else is no folder.
    pub(super) files: BTreeMap<String, FileType>,
    /// Every folder, and whether nobody may write to it. The output folder itself is the empty path.
    pub(super) folders: BTreeMap<String, bool>,
    /// Whether something was passed over because it is of others.
    pub(super) has_foreign: bool,
}

/// Everything below `root`; nothing when there is no such folder.
///
/// Links are not followed. Folders of others are not entered: what Cargo builds, the repository, and packages below this one,
/// unless their manifest `is_ours`.
pub(super) fn folder(root: &Path, is_ours: &dyn Fn(&str) -> bool) -> Result<Found> {
    let mut found = Found::default();
    visit(root, "", is_ours, &mut found)?;
    Ok(found)
}

fn visit(folder: &Path, path: &str, is_ours: &dyn Fn(&str) -> bool, found: &mut Found) -> Result<()> {
    let unreadable = || format!("cannot read the folder {}", folder.display());
    let entries = match list(folder) {
        // Only the output folder itself can be missing.
        Err(error) if error.kind() == ErrorKind::NotFound && path.is_empty() => return Ok(()),
        entries => entries.with_context(unreadable)?,
    };
    let prefix = if path.is_empty() { String::new() } else { format!("{path}/") };
    // The generator makes no empty folder.
    let is_foreign = entries.is_empty() || entries.iter().any(|(name, _)| belongs_to_others(name, &prefix, is_ours));
    if !path.is_empty() && is_foreign {
        found.has_foreign = true;
        return Ok(());
    }
    let is_read_only = fs::metadata(folder).with_context(unreadable)?.permissions().readonly();
    found.folders.insert(path.to_owned(), is_read_only);
    for (name, entry) in entries {
        let kind = entry.file_type().with_context(|| format!("cannot read {}", entry.path().display()))?;
        // A name that is no Unicode was never generated.
        let Some(name) = name.filter(|name| name != ".git") else {
            found.has_foreign = true;
            continue;
        };
        let path = format!("{prefix}{name}");
        if kind.is_dir() {
            visit(&entry.path(), &path, is_ours, found)?;
        } else {
            found.files.insert(path, kind);
        }
    }
    Ok(())
}

/// Whether a path below `root` is a link, or leads through one.
pub(super) fn meets_link(root: &Path, path: &str) -> bool {
    let above = Path::new(path).ancestors().filter(|path| !path.as_os_str().is_empty());
    above.map(|path| root.join(path)).any(|path| path.is_symlink())
}

/// The entries of a folder, each with its name if that is Unicode.
fn list(folder: &Path) -> io::Result<Vec<(Option<String>, DirEntry)>> {
    fs::read_dir(folder)?.map(|entry| entry.map(|entry| (entry.file_name().into_string().ok(), entry))).collect()
}

/// Whether a file of this name says that its folder is a cache, or another package.
fn belongs_to_others(name: &Option<String>, prefix: &str, is_ours: &dyn Fn(&str) -> bool) -> bool {
    match name.as_deref() {
        Some("CACHEDIR.TAG") => true,
        Some("Cargo.toml") => !is_ours(&format!("{prefix}Cargo.toml")),
        _ => false,
    }
}
