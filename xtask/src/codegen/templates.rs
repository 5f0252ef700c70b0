//! The files of `templates/` that are copied into crates.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use generator::Templates;

/// Reads every file below the folders of `folder`, except those that askama has compiled into the generator.
pub(super) fn read(folder: &Path) -> Result<Templates> {
    let mut templates = Templates::default();
    for (name, path) in entries(folder)? {
        if path.is_dir() {
            read_below(&name, &path, "", &mut templates)?;
        }
    }
    Ok(templates)
}

fn read_below(folder: &str, path: &Path, prefix: &str, templates: &mut Templates) -> Result<()> {
    for (name, path) in entries(path)? {
        if path.is_dir() {
            read_below(folder, &path, &format!("{prefix}{name}/"), templates)?;
        } else if !name.ends_with(".j2") {
            let text = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
            // A checkout on Windows may have changed the line ends; the output is the same on every machine.
            templates.insert(folder, format!("{prefix}{name}"), text.replace("\r\n", "\n"));
        }
    }
    Ok(())
}

/// What a folder holds, sorted; without hidden files, which editors and file managers leave behind.
fn entries(folder: &Path) -> Result<Vec<(String, PathBuf)>> {
    let unreadable = || format!("cannot read {}", folder.display());
    let mut entries = Vec::new();
    for entry in fs::read_dir(folder).with_context(unreadable)? {
        let entry = entry.with_context(unreadable)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if !name.starts_with('.') {
            entries.push((name, entry.path()));
        }
    }
    entries.sort();
    Ok(entries)
}
