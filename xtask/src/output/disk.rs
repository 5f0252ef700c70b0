//! The few ways in which files change, behind a trait so that tests can let any of them fail.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use generator::parallel;

pub(crate) trait Disk {
    /// Writes a file into a folder that exists.
    fn write(&self, path: &Path, text: &str) -> io::Result<()>;
    /// Writes files into folders that exist, and tells the first that could not be written. Those behind it may be there.
    fn write_each<'f>(&self, files: &'f [(PathBuf, &str)]) -> Result<(), (&'f Path, io::Error)> {
        files.iter().try_for_each(|(path, text)| self.write(path, text).map_err(|error| (path.as_path(), error)))
    }

    /// Gives a file a second name, within its file system.
    fn link(&self, file: &Path, name: &Path) -> io::Result<()>;
    /// Gives files second names, and tells of the first that could not be given. Those behind it may be there.
    fn link_each(&self, links: &[(PathBuf, PathBuf)]) -> io::Result<()> {
        links.iter().try_for_each(|(file, name)| self.link(file, name))
    }

    /// Moves a file or a folder within its file system.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Puts two folders each in the place of the other, in one step that nobody sees half done.
    fn exchange(&self, one: &Path, other: &Path) -> io::Result<()>;
    /// Makes a folder that does not exist, in one that does.
    fn create_dir(&self, path: &Path) -> io::Result<()>;
    /// Deletes a folder that is empty.
    fn remove_dir(&self, path: &Path) -> io::Result<()>;
    /// Deletes a file.
    fn remove_file(&self, path: &Path) -> io::Result<()>;
    /// Deletes files, and tells of the first that could not be deleted. Those behind it may be gone.
    fn remove_each(&self, files: &[PathBuf]) -> io::Result<()> {
        files.iter().try_for_each(|file| self.remove_file(file))
    }

    /// Deletes a folder with all that is in it. A link in it is deleted, and not what it leads to.
    fn remove_all(&self, path: &Path) -> io::Result<()>;
}

/// The file system.
pub(crate) struct RealDisk;

impl Disk for RealDisk {
    fn write(&self, path: &Path, text: &str) -> io::Result<()> {
        fs::write(path, text)
    }

    /// On all cores: a system spends longer on making a thousand files than the generator on what they say.
    fn write_each<'f>(&self, files: &'f [(PathBuf, &str)]) -> Result<(), (&'f Path, io::Error)> {
        let written = parallel::map(files, |(path, text)| fs::write(path, text));
        let first = files.iter().zip(written).find_map(|((path, _), written)| Some((path.as_path(), written.err()?)));
        first.map_or(Ok(()), Err)
    }

    fn link(&self, file: &Path, name: &Path) -> io::Result<()> {
        fs::hard_link(file, name)
    }

    fn link_each(&self, links: &[(PathBuf, PathBuf)]) -> io::Result<()> {
        parallel::map(links, |(file, name)| fs::hard_link(file, name)).into_iter().collect()
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    #[cfg(any(target_os = "linux", target_os = "macos"))]
    fn exchange(&self, one: &Path, other: &Path) -> io::Result<()> {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        Ok(renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE)?)
    }

    #[cfg(not(any(target_os = "linux", target_os = "macos")))]
    fn exchange(&self, _: &Path, _: &Path) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }

    fn create_dir(&self, path: &Path) -> io::Result<()> {
        fs::create_dir(path)
    }

    fn remove_dir(&self, path: &Path) -> io::Result<()> {
        fs::remove_dir(path)
    }

    fn remove_file(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn remove_each(&self, files: &[PathBuf]) -> io::Result<()> {
        parallel::map(files, |file| fs::remove_file(file)).into_iter().collect()
    }

    fn remove_all(&self, path: &Path) -> io::Result<()> {
        fs::remove_dir_all(path)
    }
}
