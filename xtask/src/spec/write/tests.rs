//! Writing several files, when any step fails or the program is killed there.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use tempfile::TempDir;

use super::*;
use crate::output::tests::failing_disk::FailingDisk;

/// Files by path, with their texts.
type Files = BTreeMap<String, String>;

fn place() -> io::Result<TempDir> {
    let place = TempDir::new()?;
    fs::write(place.path().join("a.yaml"), "old a")?;
    fs::write(place.path().join("mine.yaml"), "mine")?;
    Ok(place)
}

fn files() -> Vec<(String, String)> {
    [("a.yaml", "new a"), ("upstream/a.yaml", "new base"), ("sources.yaml", "new record")]
        .map(|(file, text)| (file.to_owned(), text.to_owned()))
        .to_vec()
}

fn inside(folder: &Path) -> io::Result<Files> {
    files_under(folder)?.into_iter().map(|file| Ok((file.clone(), fs::read_to_string(folder.join(file))?))).collect()
}

fn write_on(disk: &dyn Disk, place: &TempDir) -> Result<()> {
    Folder::open_on(disk, place.path())?.write(&files())
}

/// The old and the new files, and how many steps lead from one to the other.
fn both() -> Result<(Files, Files, usize)> {
    let place = place()?;
    let old = inside(place.path())?;
    let disk = FailingDisk::new(0..0);
    write_on(&disk, &place)?;
    Ok((old, inside(place.path())?, disk.taken()))
}

#[test]
fn all_files_are_written_and_others_stay() -> Result<()> {
    let (_, new, _) = both()?;
    let texts: Vec<(&str, &str)> = new.iter().map(|(file, text)| (file.as_str(), text.as_str())).collect();
    let expected =
        [("a.yaml", "new a"), ("mine.yaml", "mine"), ("sources.yaml", "new record"), ("upstream/a.yaml", "new base")];
    assert_eq!(texts, expected);
    Ok(())
}

#[test]
fn whichever_step_fails_all_is_old_or_all_is_new() -> Result<()> {
    let (old, new, steps) = both()?;
    for step in 0..steps {
        let place = place()?;
        let written = write_on(&FailingDisk::new(step..step + 1), &place);
        let mut found = inside(place.path())?;
        found.retain(|file, _| !file.starts_with(".pull."));
        assert_eq!(&found, if written.is_ok() { &new } else { &old }, "step {step}: {written:?}");
        write_on(&RealDisk, &place)?;
        assert_eq!(inside(place.path())?, new, "after step {step}");
    }
    Ok(())
}

#[test]
fn wherever_the_program_is_killed_the_next_run_finds_all_old_or_all_new() -> Result<()> {
    let (old, new, steps) = both()?;
    for step in 0..steps {
        let place = place()?;
        let _ = write_on(&FailingDisk::new(step..usize::MAX), &place);
        drop(Folder::open(place.path())?);
        let found = inside(place.path())?;
        assert!(found == old || found == new, "killed at step {step}: {found:?}");
    }
    Ok(())
}
