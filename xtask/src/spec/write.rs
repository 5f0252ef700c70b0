//! Several files of one folder, written all or not at all.
//!
//! New texts are staged in a folder beside them, so a full disk changes nothing. When all are there, the folder gets the name that
//! says so; from then on the new texts count. Then they are moved into their places, the old ones aside. If a move fails, all are
//! taken back; if the program is killed, the next one ends what was begun.

use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::output::{Disk, RealDisk, remedy};

const STAGED: &str = ".pull.staging";
const READY: &str = ".pull.ready";
const OLD: &str = "old";
const NEW: &str = "new";

/// A folder that no other run writes to, and in which nothing is half done.
pub(crate) struct Folder<'a> {
    path: PathBuf,
    disk: &'a dyn Disk,
    _lock: File,
}

impl Folder<'static> {
    /// Waits until no other run writes there, and ends what one has begun that was stopped.
    pub(crate) fn open(path: &Path) -> Result<Self> {
        Self::open_on(&RealDisk, path)
    }
}

impl<'a> Folder<'a> {
    fn open_on(disk: &'a dyn Disk, path: &Path) -> Result<Self> {
        let lock = File::open(path).and_then(|file| file.lock().map(|()| file));
        let lock = lock.with_context(|| format!("cannot lock the folder {}", path.display()))?;
        let folder = Self { path: path.to_owned(), disk, _lock: lock };
        folder.finish().with_context(|| format!("cannot end what a run has begun in {}", path.display()))?;
        Ok(folder)
    }

    /// Writes files, by path within the folder.
    pub(crate) fn write(&self, files: &[(String, String)]) -> Result<()> {
        self.stage(files).and_then(|()| self.place(files)).context("nothing was written").map_err(remedy::add)
    }

    fn stage(&self, files: &[(String, String)]) -> Result<()> {
        self.clear().context("cannot clear away what a run has left")?;
        let staged = self.path.join(STAGED);
        let written = self.stage_into(&staged, files);
        if written.is_err() {
            let _ = self.clear();
        }
        written
    }

    fn stage_into(&self, staged: &Path, files: &[(String, String)]) -> Result<()> {
        for (file, text) in files {
            let path = staged.join(NEW).join(file);
            make_folder(self.disk, path.parent().unwrap_or(staged))?;
            self.disk.write(&path, text).with_context(|| format!("cannot write `{file}`"))?;
        }
        make_folder(self.disk, &staged.join(OLD))?;
        self.disk.rename(staged, &self.path.join(READY)).context("cannot end the staging")
    }

    fn place(&self, files: &[(String, String)]) -> Result<()> {
        let placed = files.iter().try_for_each(|(file, _)| self.place_one(file));
        if placed.is_err() {
            let back = files.iter().rev().try_for_each(|(file, _)| self.put_back(file));
            back.with_context(|| {
                format!("and not all files could be put back: those missing are in {}", self.ready(OLD).display())
            })?;
        }
        // What cannot be cleared away now is cleared away by the next run.
        let _ = self.clear();
        placed
    }

    fn place_one(&self, file: &str) -> Result<()> {
        let (new, old, place) = (self.ready(NEW).join(file), self.ready(OLD).join(file), self.path.join(file));
        let moved = || -> io::Result<()> {
            if exists(&place) && !exists(&old) {
                make_folder(self.disk, old.parent().unwrap_or(&old))?;
                self.disk.rename(&place, &old)?;
            }
            make_folder(self.disk, place.parent().unwrap_or(&place))?;
            self.disk.rename(&new, &place)
        };
        moved().with_context(|| format!("cannot put `{file}` into its place"))
    }

    fn put_back(&self, file: &str) -> io::Result<()> {
        let (new, old, place) = (self.ready(NEW).join(file), self.ready(OLD).join(file), self.path.join(file));
        if !exists(&new) && exists(&place) {
            self.disk.rename(&place, &new)?;
        }
        if exists(&old) { self.disk.rename(&old, &place) } else { Ok(()) }
    }

    /// Ends what was begun by a run that was stopped: what was staged as a whole is put into its place.
    fn finish(&self) -> Result<()> {
        let new = self.ready(NEW);
        for file in files_under(&new)? {
            self.place_one(&file)?;
        }
        self.clear().context("cannot clear away what a run has left")
    }

    fn ready(&self, which: &str) -> PathBuf {
        self.path.join(READY).join(which)
    }

    fn clear(&self) -> io::Result<()> {
        [STAGED, READY].into_iter().map(|name| self.path.join(name)).filter(|path| exists(path)).try_for_each(|path| {
            // Whatever is only half deleted must not pass for something that was begun.
            let staged = self.path.join(STAGED);
            if path != staged {
                self.disk.rename(&path, &staged)?;
            }
            self.disk.remove_all(&staged)
        })
    }
}

fn make_folder(disk: &dyn Disk, path: &Path) -> io::Result<()> {
    if path.is_dir() {
        return Ok(());
    }
    if let Some(parent) = path.parent() {
        make_folder(disk, parent)?;
    }
    disk.create_dir(path)
}

fn exists(path: &Path) -> bool {
    path.symlink_metadata().is_ok()
}

/// The files under a folder, by path within it; none if there is no folder.
fn files_under(folder: &Path) -> io::Result<Vec<String>> {
    let mut files = Vec::new();
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(files),
        entries => entries?,
    };
    for entry in entries {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.file_type()?.is_dir() {
            files.extend(files_under(&entry.path())?.into_iter().map(|file| format!("{name}/{file}")));
        } else {
            files.push(name);
        }
    }
    Ok(files)
}

#[cfg(test)]
mod tests;
