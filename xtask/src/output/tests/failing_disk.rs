//! A disk on which some steps fail.

use std::cell::Cell;
use std::fs;
use std::io;
use std::ops::Range;
use std::path::Path;

use super::super::disk::{Disk, RealDisk};

/// Counts the steps, and lets some of them fail. A disk on which all fail from some step on is left as by a program that was
/// killed there: it does nothing more.
pub(crate) struct FailingDisk {
    taken: Cell<usize>,
    failing: Range<usize>,
}

impl FailingDisk {
    pub(crate) fn new(failing: Range<usize>) -> Self {
        Self { taken: Cell::new(0), failing }
    }

    /// How many steps were asked for.
    pub(crate) fn taken(&self) -> usize {
        self.taken.get()
    }

    fn step(&self) -> io::Result<()> {
        let step = self.taken.replace(self.taken.get() + 1);
        if self.failing.contains(&step) { Err(io::Error::other("the disk is gone")) } else { Ok(()) }
    }

    /// Whether this is the first of the steps that fail. Later ones may not even begin.
    fn is_first(&self) -> bool {
        self.taken.get() == self.failing.start + 1
    }
}

impl Disk for FailingDisk {
    fn write(&self, path: &Path, text: &str) -> io::Result<()> {
        if let Err(error) = self.step() {
            // A full disk takes half of a file.
            if self.is_first() {
                RealDisk.write(path, &text[..text.len() / 2])?;
            }
            return Err(error);
        }
        RealDisk.write(path, text)
    }

    fn link(&self, file: &Path, name: &Path) -> io::Result<()> {
        self.step().and_then(|()| RealDisk.link(file, name))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step().and_then(|()| RealDisk.rename(from, to))
    }

    fn exchange(&self, one: &Path, other: &Path) -> io::Result<()> {
        self.step().and_then(|()| RealDisk.exchange(one, other))
    }

    fn create_dir(&self, path: &Path) -> io::Result<()> {
        self.step().and_then(|()| RealDisk.create_dir(path))
    }

    fn remove_dir(&self, path: &Path) -> io::Result<()> {
        self.step().and_then(|()| RealDisk.remove_dir(path))
    }

    fn remove_file(&self, path: &Path) -> io::Result<()> {
        self.step().and_then(|()| RealDisk.remove_file(path))
    }

    fn remove_all(&self, path: &Path) -> io::Result<()> {
        if let Err(error) = self.step() {
            // What is in a folder goes one by one.
            if let Some(entry) = fs::read_dir(path)?.next().filter(|_| self.is_first()) {
                let path = entry?.path();
                if path.is_dir() { fs::remove_dir_all(path)? } else { fs::remove_file(path)? }
            }
            return Err(error);
        }
        RealDisk.remove_all(path)
    }
}
