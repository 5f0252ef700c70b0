//! Writing, when nothing fails.

use std::fs;
use std::time::{Duration, SystemTime};

use super::{Place, marked, tree};

#[test]
fn the_folder_becomes_what_it_should_be() {
    let place = Place::new();
    place.put("src/lib.rs", &marked("old"));
    place.put("src/models/gone/deep.rs", &marked("gone"));
    place.put("src/api.rs/part.rs", &marked("a folder that is to be a file"));
    place.put("src/user", &marked("a file that is to be a folder"));
    place.put("src/kept/own.rs", "fn own() {}\n");
    place.put("src/kept/gone.rs", &marked("gone"));
    place.put("src/left/gone.rs", &marked("gone"));
    let files =
        tree(&[("Cargo.toml", "x"), ("src/lib.rs", "new"), ("src/api.rs", "api"), ("src/user/name.rs", "name")]);
    place.write(&files).expect("nothing fails");
    let found: Vec<String> = place.everything().into_keys().collect();
    insta::assert_snapshot!(found.join("\n"), @r"
    out
    out/Cargo.toml
    out/src
    out/src/api.rs
    out/src/kept
    out/src/kept/own.rs
    out/src/lib.rs
    out/src/user
    out/src/user/name.rs
    ");
    assert!(place.compare(&files).is_empty());
}

#[test]
fn a_deleted_output_comes_back() {
    let place = Place::new();
    let files = tree(&[("Cargo.toml", "x"), ("src/lib.rs", "lib")]);
    place.write(&files).expect("nothing fails");
    let before = place.everything();
    fs::remove_dir_all(place.0.path().join("out")).expect("it is deleted");
    place.write(&files).expect("nothing fails");
    assert_eq!(place.everything(), before);
}

#[test]
fn only_what_changed_is_written() {
    let place = Place::new();
    place.write(&tree(&[("a.rs", "a"), ("b.rs", "b")])).expect("nothing fails");
    let long_ago = SystemTime::now() - Duration::from_secs(1000);
    let modified = |path: &str| fs::metadata(place.0.path().join("out").join(path)).and_then(|file| file.modified());
    for path in ["a.rs", "b.rs"] {
        let file = fs::File::options().append(true).open(place.0.path().join("out").join(path)).expect("the file");
        file.set_modified(long_ago).expect("the time is set");
    }
    let before = [modified("a.rs").expect("a time"), modified("b.rs").expect("a time")];

    place.write(&tree(&[("a.rs", "a"), ("b.rs", "b")])).expect("nothing fails");
    assert_eq!([modified("a.rs").expect("a time"), modified("b.rs").expect("a time")], before);

    place.write(&tree(&[("a.rs", "a"), ("b.rs", "other")])).expect("nothing fails");
    assert_eq!(modified("a.rs").expect("a time"), before[0]);
    assert_ne!(modified("b.rs").expect("a time"), before[1]);
}

#[test]
fn an_unmarked_file_stops_everything() {
    let place = Place::new();
    place.put("src/lib.rs", "fn own() {}\n");
    place.put("src/gone.rs", &marked("gone"));
    let before = place.everything();
    let error = place.write(&tree(&[("Cargo.toml", ""), ("src/lib.rs", "lib")])).expect_err("a file is in the way");
    assert!(error.to_string().contains("src/lib.rs"), "{error}");
    assert_eq!(place.everything(), before);
}

#[test]
fn a_path_that_leads_out_of_the_folder_is_refused() {
    for path in ["../x.rs", "src/../../x.rs", "/x.rs", "src\\x.rs", "C:x.rs", "a\0b", ""] {
        let place = Place::new();
        assert!(place.write(&tree(&[("Cargo.toml", ""), (path, "")])).is_err(), "{path:?}");
        assert!(place.everything().is_empty(), "{path:?}");
    }
}
