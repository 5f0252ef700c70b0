//! Writing, when any of its steps fails.

use std::cell::Cell;
use std::io;
use std::ops::Range;
use std::path::Path;

use generator::file_tree::FileTree;

use super::super::disk::{Disk, RealDisk};
use super::super::write;
use super::{Place, marked, tree};

/// Counts the steps, and lets some of them fail.
struct FailingDisk {
    taken: Cell<usize>,
    failing: Range<usize>,
}

impl FailingDisk {
    fn new(failing: Range<usize>) -> Self {
        Self { taken: Cell::new(0), failing }
    }

    fn step(&self) -> io::Result<()> {
        let step = self.taken.replace(self.taken.get() + 1);
        if self.failing.contains(&step) { Err(io::Error::other("the disk is gone")) } else { Ok(()) }
    }
}

impl Disk for FailingDisk {
    fn write(&self, path: &Path, text: &str) -> io::Result<()> {
        if let Err(error) = self.step() {
            // A full disk takes half of a file.
            RealDisk.write(path, &text[..text.len() / 2])?;
            return Err(error);
        }
        RealDisk.write(path, text)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step().and_then(|()| RealDisk.rename(from, to))
    }

    fn create_dir(&self, path: &Path) -> io::Result<()> {
        self.step().and_then(|()| RealDisk.create_dir(path))
    }

    fn remove_dir(&self, path: &Path) -> io::Result<()> {
        self.step().and_then(|()| RealDisk.remove_dir(path))
    }
}

/// An output with something of everything: stale, missing, orphaned and unmarked files, and folders that come and go.
fn place_and_files() -> (Place, FileTree) {
    let place = Place::new();
    for path in
        ["Cargo.toml", "src/lib.rs", "src/gone.rs", "src/old/one.rs", "src/old/deep/two.rs", "src/api.rs/part.rs"]
    {
        place.put(path, &marked("old"));
    }
    place.put("src/old/deep/own.txt", "own\n");
    let new =
        ["Cargo.toml", "src/lib.rs", "src/api.rs", "src/new/one.rs", "src/new/deep/two.rs", "src/gone.rs/three.rs"];
    (place, tree(&new.map(|path| (path, "new"))))
}

fn write_on(disk: &FailingDisk, place: &Place, files: &FileTree) -> anyhow::Result<()> {
    let output = place.output();
    write::write(disk, &output.root, &output.compare(files)?)
}

/// How many steps it takes when nothing fails.
fn steps() -> usize {
    let (place, files) = place_and_files();
    let disk = FailingDisk::new(0..0);
    write_on(&disk, &place, &files).expect("nothing fails");
    disk.taken.get()
}

#[test]
fn whichever_step_fails_the_old_output_is_whole() {
    for step in 0..steps() {
        let (place, files) = place_and_files();
        let before = place.everything();
        let error = write_on(&FailingDisk::new(step..step + 1), &place, &files).expect_err("a step fails");
        assert_eq!(place.everything(), before, "after step {step}: {error:#}");
        place.write(&files).expect("the next run succeeds");
    }
}

#[test]
fn a_first_output_is_there_as_a_whole_or_not_at_all() {
    let (_, files) = place_and_files();
    let steps = {
        let disk = FailingDisk::new(0..0);
        write_on(&disk, &Place::new(), &files).expect("nothing fails");
        disk.taken.get()
    };
    for step in 0..steps {
        let place = Place::new();
        assert!(write_on(&FailingDisk::new(step..step + 1), &place, &files).is_err());
        assert!(place.everything().is_empty(), "after step {step}");
    }
}

#[test]
fn nothing_is_lost_when_going_back_fails_too() {
    for step in 0..steps() {
        let (place, files) = place_and_files();
        let before = place.everything();
        let error = write_on(&FailingDisk::new(step..usize::MAX), &place, &files).expect_err("all steps fail");
        let after = place.everything();
        let is_old = |path: &str, text: &str| after.get(path).is_some_and(|found| found.as_deref() == Some(text));
        for (path, text) in before.iter().filter_map(|(path, text)| Some((path, text.as_deref()?))) {
            let aside = path.replacen("out/", ".out.staging/old/", 1);
            assert!(is_old(path, text) || is_old(&aside, text), "{path} is lost after step {step}: {error:#}");
        }
        let is_kept = after.contains_key(".out.staging");
        assert!(!is_kept || format!("{error:#}").contains(".out.staging"), "not told after step {step}: {error:#}");
    }
}
