//! Writing, when any of its steps fails, or the program is killed there.

use std::collections::BTreeMap;

use generator::file_tree::FileTree;

use super::super::{Changes, recovery, write};
use super::failing_disk::FailingDisk;
use super::{Place, marked, tree};

/// What else is in the output.
const OWN: &[&str] = &["notes.txt", "src/old/deep/own.txt"];

const ALONE: &[&str] = &[];

/// An output with something of everything: stale, missing and orphaned files, and folders that come and go; and `own` files.
fn place_and_files(own: &[&str]) -> (Place, FileTree) {
    let place = Place::new();
    for path in
        ["Cargo.toml", "src/lib.rs", "src/gone.rs", "src/old/one.rs", "src/old/deep/two.rs", "src/api.rs/part.rs"]
    {
        place.put(path, &marked("old"));
    }
    place.put("src/same.rs", &marked("same"));
    for path in own {
        place.put(path, "own\n");
    }
    let new =
        ["Cargo.toml", "src/lib.rs", "src/api.rs", "src/new/one.rs", "src/new/deep/two.rs", "src/gone.rs/three.rs"];
    let files = new.map(|path| (path, "new")).into_iter().chain([("src/same.rs", "same")]);
    (place, tree(&files.collect::<Vec<_>>()))
}

fn write_on(disk: &FailingDisk, place: &Place, files: &FileTree) -> anyhow::Result<()> {
    let root = place.output().root;
    write::write(disk, &root, &Changes::between(files, &root)?)
}

/// How many steps it takes when nothing fails, and what comes out.
fn steps_and_new(own: &[&str]) -> (usize, BTreeMap<String, Option<String>>) {
    let (place, files) = place_and_files(own);
    let disk = FailingDisk::new(0..0);
    write_on(&disk, &place, &files).expect("nothing fails");
    (disk.taken(), place.everything())
}

#[test]
fn whichever_step_fails_the_output_is_wholly_old_or_wholly_new() {
    for own in [OWN, ALONE] {
        let (steps, new) = steps_and_new(own);
        for step in 0..steps {
            let (place, files) = place_and_files(own);
            let before = place.everything();
            match write_on(&FailingDisk::new(step..step + 1), &place, &files) {
                Err(error) => assert_eq!(place.everything(), before, "after step {step}: {error:#}"),
                Ok(()) => assert!(new.keys().all(|path| place.everything().get(path) == new.get(path)), "{step}"),
            }
            place.write(&files).expect("the next run succeeds");
            assert_eq!(place.everything(), new, "after step {step}");
        }
    }
}

#[test]
fn a_first_output_is_there_as_a_whole_or_not_at_all() {
    let (_, files) = place_and_files(ALONE);
    let disk = FailingDisk::new(0..0);
    write_on(&disk, &Place::new(), &files).expect("nothing fails");
    for step in 0..disk.taken() {
        for failing in [step..step + 1, step..usize::MAX] {
            let place = Place::new();
            let is_written = write_on(&FailingDisk::new(failing), &place, &files).is_ok();
            assert_eq!(!place.inside().is_empty(), is_written, "after step {step}");
            place.write(&files).expect("the next run succeeds");
            assert!(place.compare(&files).is_empty());
        }
    }
}

#[cfg(any(target_os = "linux", target_os = "macos"))]
#[test]
fn an_output_with_nothing_else_in_it_is_never_seen_half_written() {
    let (steps, new) = steps_and_new(ALONE);
    let mut seen = [0, 0];
    for step in 0..steps {
        let (place, files) = place_and_files(ALONE);
        let old = place.inside();
        let _ = write_on(&FailingDisk::new(step..usize::MAX), &place, &files);
        let left = place.inside();
        assert!(left == old || left == new, "killed at step {step}: {left:?}");
        seen[usize::from(left == new)] += 1;
    }
    assert!(seen[0] > 0 && seen[1] > 0, "{seen:?}");
}

#[test]
fn a_run_that_is_killed_at_any_step_is_brought_to_an_end_by_the_next() {
    for own in [OWN, ALONE] {
        let (steps, new) = steps_and_new(own);
        let mut seen = [0, 0];
        for step in 0..steps {
            let (place, files) = place_and_files(own);
            let old = place.everything();
            let _ = write_on(&FailingDisk::new(step..usize::MAX), &place, &files);
            for path in own {
                assert_eq!(place.everything().get(&format!("out/{path}")), Some(&Some("own\n".to_owned())));
            }
            // Even a run that only compares sees nothing half written.
            place.compare(&files);
            let left = place.everything();
            assert!(left == old || left == new, "killed at step {step}: {left:?}");
            seen[usize::from(left == new)] += 1;
            place.write(&files).expect("the next run succeeds");
            assert_eq!(place.everything(), new);
        }
        assert!(seen[0] > 0 && seen[1] > 0, "{seen:?}");
    }
}

#[test]
fn the_run_that_takes_it_back_may_be_killed_too() {
    let (steps, new) = steps_and_new(OWN);
    // Each pair of moments would take long, and shows no more.
    for step in (0..steps).step_by(3) {
        for second in 0.. {
            let (place, files) = place_and_files(OWN);
            let old = place.everything();
            let _ = write_on(&FailingDisk::new(step..usize::MAX), &place, &files);
            let disk = FailingDisk::new(second..usize::MAX);
            let _ = recovery::recover(&disk, &place.output().root);
            place.compare(&files);
            let left = place.everything();
            assert!(left == old || left == new, "killed at step {step}, and then at {second}: {left:?}");
            if disk.taken() <= second {
                break;
            }
        }
    }
}

#[test]
fn nothing_is_lost_when_going_back_fails_too() {
    let (steps, _) = steps_and_new(OWN);
    let mut told = 0;
    for step in 0..steps {
        let (place, files) = place_and_files(OWN);
        let Err(error) = write_on(&FailingDisk::new(step..usize::MAX), &place, &files) else { continue };
        let is_kept = place.everything().contains_key(".out.staging/plan");
        assert!(!is_kept || format!("{error:#}").contains(".out.staging"), "not told after step {step}: {error:#}");
        told += usize::from(is_kept);
    }
    assert!(told > 0);
}

#[test]
fn few_changes_take_few_steps_however_many_files_there_are() {
    let files = |changed: &str| {
        let same: Vec<String> = (0..320).map(|number| format!("src/file_{number}.rs")).collect();
        let same = same.iter().map(|path| (path.as_str(), "same"));
        tree(&same.chain([("Cargo.toml", changed), ("src/lib.rs", changed)]).collect::<Vec<_>>())
    };
    let place = Place::new();
    place.write(&files("old")).expect("nothing fails");
    let disk = FailingDisk::new(0..0);
    write_on(&disk, &place, &files("new")).expect("nothing fails");
    assert!(place.compare(&files("new")).is_empty());
    assert!(disk.taken() < 32, "{} steps", disk.taken());
}
