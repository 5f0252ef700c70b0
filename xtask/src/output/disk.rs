//! The few ways in which files change, behind a trait so that tests can let any of them fail.

use std::fs;
use std::io;
use std::path::Path;

pub(super) trait Disk {
    /// Writes a file into a folder that exists.
    fn write(&self, path: &Path, text: &str) -> io::Result<()>;
    /// Moves a file within its file system.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Makes a folder that does not exist, in one that does.
    fn create_dir(&self, path: &Path) -> io::Result<()>;
    /// Deletes a folder that is empty.
    fn remove_dir(&self, path: &Path) -> io::Result<()>;
}

/// The file system.
pub(super) struct RealDisk;

impl Disk for RealDisk {
    fn write(&self, path: &Path, text: &str) -> io::Result<()> {
        fs::write(path, text)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn create_dir(&self, path: &Path) -> io::Result<()> {
        fs::create_dir(path)
    }

    fn remove_dir(&self, path: &Path) -> io::Result<()> {
        fs::remove_dir(path)
    }
}
