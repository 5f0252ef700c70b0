//! What differs between the files in memory and the output folder.

use std::fs::{self, File, FileType};
use std::io::{self, Read};
use std::path::{Component, Path};

use anyhow::{Context, Result, bail, ensure};
use generator::file_tree::FileTree;
use generator::parallel;

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
    /// How many files are as they should be.
    pub(crate) unchanged: usize,
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
        let found = scan::files(root, &|path| files.get(path).is_some())?;
        let wanted: Vec<(&str, &str)> = files.iter().collect();
        // Whatever a file is named after, it stays in the folder.
        if let Some((path, _)) = wanted.iter().find(|(path, _)| !is_inside(path)) {
            bail!("`{}` is no path within the output folder; nothing was written", path.escape_debug());
        }
        // Opening files is what takes the time, so they are compared on all cores.
        let fates = parallel::map(&wanted, |(path, new)| fate(root, path, new, found.get(*path).copied()));
        let mut changes = Self::default();
        for ((path, new), fate) in wanted.into_iter().zip(fates) {
            match fate? {
                Fate::Unchanged => changes.unchanged += 1,
                Fate::Stale(old) => changes.stale.push(Stale { path, old, new }),
                Fate::Missing => changes.missing.push((path, new)),
                Fate::Unmarked => changes.unmarked.push(path),
            }
        }
        let found = found.into_iter().filter(|(path, _)| files.get(path).is_none());
        for (path, kind) in found {
            if kind.is_file() && mark::is_marked(&read(root, &path, head)?) {
                changes.orphaned.push(path);
            }
        }
        Ok(changes)
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.stale.is_empty() && self.missing.is_empty() && self.orphaned.is_empty() && self.unmarked.is_empty()
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
    // A link leads to what is not ours.
    let old = if kind.is_file() { read(root, path, |path| fs::read(path))? } else { Vec::new() };
    Ok(match () {
        () if is_same(&old, new) => Fate::Unchanged,
        () if mark::is_marked(&old) => Fate::Stale(old),
        () => Fate::Unmarked,
    })
}

fn read(root: &Path, path: &str, read: impl Fn(&Path) -> io::Result<Vec<u8>>) -> Result<Vec<u8>> {
    read(&root.join(path)).with_context(|| format!("cannot read `{path}` in the output folder"))
}

/// Enough of a file to find its mark.
fn head(path: &Path) -> io::Result<Vec<u8>> {
    let mut head = Vec::new();
    File::open(path)?.take(4096).read_to_end(&mut head)?;
    Ok(head)
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
