//! A disk that becomes full, on a small file system in memory.
#![cfg(target_os = "linux")]

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::{Folder, large};

const MAKE: &str = "--spec things.yaml --out disk/out";

/// A file system of its own. It goes away with this value.
pub(super) struct Disk(PathBuf);

impl Disk {
    /// `None` where this user may not make one, which is told.
    pub(super) fn at(path: &Path) -> Option<Self> {
        fs::create_dir(path).expect("a folder");
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", "size=8m", "tmpfs"]).arg(path);
        let is_mounted = mount.stderr(Stdio::null()).status().is_ok_and(|status| status.success());
        if !is_mounted {
            #[expect(clippy::print_stderr, reason = "who reads the log is to know that this was not tested")]
            {
                eprintln!("did not run: only root may mount a file system");
            }
        }
        is_mounted.then(|| Self(path.to_owned()))
    }

    /// Fills it, but for some bytes.
    pub(super) fn fill(&self, free: u64) {
        let mut filler = fs::File::create(self.0.join("filler")).expect("a file");
        let mut length = 0;
        while let Ok(count) = filler.write(&[0; 4096]) {
            length += count as u64;
        }
        filler.set_len(length.saturating_sub(free)).expect("it is cut");
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(&self.0).status();
    }
}

#[test]
fn a_full_disk_leaves_the_old_output_and_says_what_to_do() {
    let folder = Folder::with(&[("things.yaml", &large("old"))]);
    let Some(disk) = Disk::at(&folder.path("disk")) else { return };
    for own in [None, Some("disk/out/notes.txt")] {
        folder.put("things.yaml", large("old"));
        own.into_iter().for_each(|path| folder.put(path, "own\n"));
        assert_eq!(folder.codegen(MAKE).status, Some(0));
        let old = folder.files("disk/out");
        folder.put("things.yaml", large("new"));
        for free in [0, 4, 64, 200] {
            disk.fill(free * 1024);
            let ran = folder.codegen(MAKE);
            assert_eq!((ran.status, ran.stdout.as_str()), (Some(3), ""), "{free} KiB free");
            for words in
                ["`disk/out` could not be written: ", "nothing was changed", "No space left", "help: make room"]
            {
                assert!(ran.stderr.contains(words), "{}", ran.stderr);
            }
            assert!(folder.files("disk/out") == old);
            let left = fs::read_dir(folder.path("disk")).expect("the disk").count();
            assert_eq!(left, 2, "nothing is left beside the output and the filler");
            fs::remove_file(folder.path("disk/filler")).expect("room is made");
        }
        assert_eq!(folder.codegen(MAKE).status, Some(0));
    }
}
