//! What a run has left that was stopped, when somebody has worked in the folder since.

use std::fs;

use super::super::{Changes, write};
use super::failing_disk::FailingDisk;
use super::{Place, marked, tree};

/// An output with one file of somebody's own, in which a run was killed after all moves but one.
fn stopped() -> Place {
    let place = Place::new();
    place.put("notes.txt", "own\n");
    place.put("src/gone.rs", &marked("old"));
    place.put("src/lib.rs", &marked("old"));
    let root = place.output().root;
    let files = tree(&[("src/lib.rs", "new"), ("src/new/one.rs", "new"), ("src/new/two.rs", "new")]);
    for step in 0.. {
        let disk = FailingDisk::new(step..usize::MAX);
        let changes = Changes::between(&files, &root).expect("the folder can be read");
        let _ = write::write(&disk, &root, &changes);
        if place.inside().contains_key("out/src/new/one.rs") {
            break;
        }
        place.compare(&files);
    }
    assert!(!place.inside().contains_key("out/src/new/two.rs") && !place.inside().contains_key("out/src/gone.rs"));
    place
}

#[test]
fn what_was_written_since_is_kept() {
    let place = stopped();
    let mine = ["src/gone.rs", "src/lib.rs", "src/new/mine.rs", "notes.txt"];
    for path in mine {
        place.put(path, "mine\n");
    }
    place.compare(&tree(&[]));
    let mut files: Vec<_> = place.everything().into_iter().filter_map(|(path, text)| Some((path, text?))).collect();
    files.retain(|file| !mine.iter().any(|path| *file == (format!("out/{path}"), "mine\n".to_owned())));
    assert_eq!(files, []);
}

#[test]
fn a_folder_that_was_deleted_since_is_no_hindrance() {
    let place = stopped();
    fs::remove_dir_all(place.0.path().join("out")).expect("it is deleted");
    let files = tree(&[("src/lib.rs", "new")]);
    place.write(&files).expect("nothing fails");
    assert_eq!(place.everything().into_keys().collect::<Vec<_>>(), ["out", "out/src", "out/src/lib.rs"]);
}

#[cfg(unix)]
#[test]
fn nothing_is_put_back_through_a_link() {
    let place = stopped();
    fs::rename(place.0.path().join("out/src"), place.0.path().join("elsewhere")).expect("it is moved");
    std::os::unix::fs::symlink("../elsewhere", place.0.path().join("out/src")).expect("a link");
    let elsewhere = |place: &Place| {
        place.everything().into_iter().filter(|(path, _)| path.starts_with("elsewhere")).collect::<Vec<_>>()
    };
    let before = elsewhere(&place);
    place.compare(&tree(&[]));
    assert_eq!(elsewhere(&place), before);
}

#[test]
fn what_is_not_understood_is_left_and_told() {
    let place = Place::new();
    place.put("src/lib.rs", &marked("old"));
    let staging = place.0.path().join(".out.staging");
    fs::create_dir(&staging).expect("a folder");
    for plan in ["x src/lib.rs\0", "o ../lib.rs\0", "i /lib.rs\0", "o"] {
        fs::write(staging.join("plan"), plan).expect("a plan");
        let before = place.everything();
        let error = format!("{:#}", place.write(&tree(&[("src/lib.rs", "new")])).expect_err("the plan is odd"));
        assert!(error.contains("help: delete ") && error.contains(".out.staging"), "{error}");
        assert_eq!(place.everything(), before, "{plan}");
    }
}

#[test]
fn what_came_into_an_output_while_it_was_exchanged_is_put_into_the_new_one() {
    let place = Place::new();
    place.put("src/lib.rs", &marked("new"));
    place.put("src/taken.rs", "fn own() {}\n");
    let exchanged = place.0.path().join(".out.staging/exchanged");
    fs::create_dir_all(exchanged.join("src/more")).expect("folders");
    fs::write(exchanged.join("src/lib.rs"), marked("old")).expect("a file");
    fs::write(exchanged.join("src/more/mine.rs"), "mine\n").expect("a file");
    place.compare(&tree(&[]));
    assert_eq!(place.inside().get("out/src/more/mine.rs"), Some(&Some("mine\n".to_owned())));
    assert!(!place.everything().contains_key(".out.staging"));

    fs::create_dir_all(exchanged.join("src")).expect("folders");
    fs::write(exchanged.join("src/taken.rs"), "mine\n").expect("a file");
    let error = format!("{:#}", place.write(&tree(&[])).expect_err("there is no place for it"));
    assert!(error.contains("keep what is not generated in it"), "{error}");
    assert_eq!(place.everything().get(".out.staging/exchanged/src/taken.rs"), Some(&Some("mine\n".to_owned())));
}
