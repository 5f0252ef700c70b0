//! What differs between the files in memory and the output folder.

use std::collections::BTreeSet;
use std::fs::{self, FileType};
use std::path::{Component, Path};

use anyhow::{Context, Result, bail, ensure};
use generator::file_tree::FileTree;
use generator::parallel;

use super::scan::Found;
use super::{mark, scan};

/// The differences, each sorted by path.
#[derive(Debug, Default)]
pub(crate) struct Changes<'a> {
    /// Generated files that say something else.
    pub(crate) stale: Vec<Stale<'a>>,
    /// Files that are not there, with their text.
    pub(crate) missing: Vec<(&'a str, &'a str)>,
    /// Generated files that are no longer wanted.
    pub(crate) orphaned: Vec<String>,
    /// Files in the way that nobody generated.
    pub(crate) unmarked: Vec<&'a str>,
    /// Links in the way, as a file or as a folder above one.
    pub(crate) linked: BTreeSet<String>,
    /// Folders that nobody may write to, and in which something differs. The output folder itself is the empty path.
    pub(crate) read_only: BTreeSet<String>,
    /// Links that are in nobody's way.
    pub(crate) passed_over: Vec<String>,
    /// Files that are as they should be.
    pub(crate) unchanged: Vec<&'a str>,
    /// Every folder; the output folder itself is the empty path.
    pub(super) folders: Vec<String>,
    /// Whether there is nothing in the folder but generated files, and no folder that nobody may write to.
    pub(super) is_alone: bool,
}

/// A generated file that says something else.
#[derive(Debug)]
pub(crate) struct Stale<'a> {
    pub(crate) path: &'a str,
    pub(crate) old: Vec<u8>,
    pub(crate) new: &'a str,
}

impl<'a> Changes<'a> {
    pub(super) fn between(files: &'a FileTree, root: &Path) -> Result<Self> {
        let found = scan::folder(root, &|path| files.get(path).is_some())?;
        let wanted: Vec<(&str, &str)> = files.iter().collect();
        // Whatever a file is named after, it stays in the folder.
        if let Some((path, _)) = wanted.iter().find(|(path, _)| !is_inside(path)) {
            bail!("`{}` is no path within the output folder; nothing was written", path.escape_debug());
        }
        // Opening files is what takes the time, so they are compared on all cores.
        let fates = parallel::map(&wanted, |(path, new)| fate(root, path, new, found.files.get(*path).copied()));
        let mut changes = Self::default();
        let links: Vec<&String> =
            found.files.iter().filter(|(_, kind)| kind.is_symlink()).map(|(path, _)| path).collect();
        for ((path, new), fate) in wanted.into_iter().zip(fates) {
            let fate = fate?;
            if let Some(link) = links.iter().find(|link| is_at_or_below(path, link)) {
                changes.linked.insert((*link).clone());
                continue;
            }
            match fate {
                Fate::Unchanged => changes.unchanged.push(path),
                Fate::Stale(old) => changes.stale.push(Stale { path, old, new }),
                Fate::Missing => changes.missing.push((path, new)),
                Fate::Unmarked => changes.unmarked.push(path),
            }
        }
        changes.is_alone = !found.has_foreign && !found.folders.values().any(|is_read_only| *is_read_only);
        for path in found.files.keys().filter(|path| files.get(path).is_none()) {
            let file = root.join(path);
            if mark::is_generated(&file).with_context(|| unreadable(path))? {
                changes.orphaned.push(path.clone());
            } else {
                changes.is_alone = false;
            }
        }
        changes.passed_over = links.into_iter().filter(|link| !changes.linked.contains(*link)).cloned().collect();
        changes.read_only = changes.read_only_folders(&found);
        changes.folders = found.folders.into_keys().collect();
        Ok(changes)
    }

    /// Those of a folder in which all files are as they should be.
    pub(crate) fn none(files: &'a FileTree) -> Self {
        Self { unchanged: files.iter().map(|(path, _)| path).collect(), ..Self::default() }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.stale.is_empty() && self.missing.is_empty() && self.orphaned.is_empty() && !self.is_blocked()
    }

    /// Whether something has to be put out of the way first.
    pub(super) fn is_blocked(&self) -> bool {
        !self.unmarked.is_empty() || !self.linked.is_empty() || !self.read_only.is_empty()
    }

    fn read_only_folders(&self, found: &Found) -> BTreeSet<String> {
        let stale = self.stale.iter().map(|file| file.path);
        let missing = self.missing.iter().map(|(path, _)| *path);
        let differing = stale.chain(missing).chain(self.orphaned.iter().map(String::as_str));
        // What is to be made is made in the folder above it that there is.
        let folders = differing.filter_map(|path| {
            Path::new(path).ancestors().skip(1).find_map(|folder| found.folders.get_key_value(folder.to_str()?))
        });
        folders.filter(|(_, is_read_only)| **is_read_only).map(|(folder, _)| folder.clone()).collect()
    }
}

/// What is to become of one file.
enum Fate {
    Unchanged,
    /// With what it says.
    Stale(Vec<u8>),
    Missing,
    Unmarked,
}

fn fate(root: &Path, path: &str, new: &str, kind: Option<FileType>) -> Result<Fate> {
    // Without its mark a file could be written once, and never be replaced.
    ensure!(
        mark::is_marked(new.as_bytes()),
        "the generator left out the mark of `{path}`: this is a fault of the generator"
    );
    let Some(kind) = kind else { return Ok(Fate::Missing) };
    if !kind.is_file() {
        return Ok(Fate::Unmarked);
    }
    let old = fs::read(root.join(path)).with_context(|| unreadable(path))?;
    Ok(match () {
        () if is_same(&old, new) => Fate::Unchanged,
        () if mark::is_marked(&old) => Fate::Stale(old),
        () => Fate::Unmarked,
    })
}

fn unreadable(path: &str) -> String {
    format!("cannot read `{path}` in the output folder")
}

fn is_at_or_below(path: &str, folder: &str) -> bool {
    path.strip_prefix(folder).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Whether a file says what it should. Git may have given it the line ends of Windows, which is no difference.
fn is_same(old: &[u8], new: &str) -> bool {
    old == new.as_bytes()
        || old.contains(&b'\r') && str::from_utf8(old).is_ok_and(|old| old.replace("\r\n", "\n") == new)
}

/// Whether a path leads down and nowhere else, on any system.
fn is_inside(path: &str) -> bool {
    let leads_down = Path::new(path).components().all(|part| matches!(part, Component::Normal(_)));
    leads_down && !path.is_empty() && !path.contains(['\\', ':', '\0'])
}
