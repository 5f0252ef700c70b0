//! Links and folders that nobody may write to.
#![cfg(unix)]

use std::fs::{self, Permissions};
use std::os::unix::fs::{PermissionsExt, symlink};

use generator::file_tree::FileTree;

use super::{Place, marked, tree};

/// A generated file, and what lies outside of the output: a folder with another.
fn place() -> (Place, FileTree) {
    let place = Place::new();
    place.put("Cargo.toml", &marked("old"));
    fs::create_dir(place.0.path().join("outside")).expect("a folder");
    fs::write(place.0.path().join("outside/lib.rs"), marked("outside")).expect("a file");
    (place, tree(&[("Cargo.toml", "new"), ("src/lib.rs", "new")]))
}

/// Says why nothing is written.
fn refusal(place: &Place, files: &FileTree) -> String {
    let before = place.everything();
    let error = format!("{:#}", place.write(files).expect_err("something is in the way"));
    assert_eq!(place.everything(), before);
    error
}

#[test]
fn a_link_in_the_place_of_a_file_or_a_folder_is_refused() {
    for (link, target) in [
        ("src", "../outside"),
        ("src", "nowhere"),
        ("src/lib.rs", "../../outside/lib.rs"),
        ("src/lib.rs", "nowhere"),
        ("src/lib.rs", "/"),
        ("Cargo.toml", "Cargo.toml"),
    ] {
        let (place, files) = place();
        let link_at = place.0.path().join("out").join(link);
        fs::create_dir_all(link_at.parent().expect("a folder")).expect("folders");
        let _ = fs::remove_file(&link_at);
        symlink(target, link_at).expect("a link");
        let line = format!("linked    out/{link}\n");
        assert!(refusal(&place, &files).contains(&line.replace(" out/", &format!(" {}/", place.output().name))));
        let report = place.compare(&files).report("out");
        assert!(report.contains(&line) && report.contains("1 linked\n") && report.contains("help: delete the links"));
    }
}

#[test]
fn a_link_elsewhere_in_the_output_is_passed_over_and_told() {
    let (place, files) = place();
    let links = ["notes", "src/gone.rs", "target"];
    fs::create_dir(place.0.path().join("out/src")).expect("a folder");
    for (link, target) in links.iter().zip(["nowhere", "../../outside/lib.rs", "../outside"]) {
        symlink(target, place.0.path().join("out").join(link)).expect("a link");
    }
    let outside = place.everything();
    assert_eq!(place.compare(&files).passed_over, links);
    insta::assert_snapshot!(place.compare(&files).warnings("out"), @r"
    warning: `out/notes` is a link, and links are not followed
      help: put a file or folder there instead, or delete the link
    warning: `out/src/gone.rs` is a link, and links are not followed
      help: put a file or folder there instead, or delete the link
    warning: `out/target` is a link, and links are not followed
      help: put a file or folder there instead, or delete the link
    ");
    place.write(&files).expect("nothing is in the way");
    let after = place.everything();
    for path in ["out/notes", "out/src/gone.rs", "out/target", "outside", "outside/lib.rs"] {
        assert_eq!(after.get(path), outside.get(path), "{path}");
    }
    assert_eq!(after.get("out/src/lib.rs"), Some(&Some(marked("new"))));
}

#[test]
fn an_output_that_is_a_link_is_refused() {
    let (place, _) = place();
    for target in ["outside", "nowhere"] {
        fs::remove_file(place.0.path().join("link")).unwrap_or_default();
        symlink(target, place.0.path().join("link")).expect("a link");
        for path in ["link", "link/", "link/."] {
            let opened = super::Output::at(&place.0.path().join(path));
            let error = opened.err().expect("a link is no folder").to_string();
            assert!(error.contains("link` is a link") || error.contains(&format!("{path}` is a link")), "{error}");
        }
    }
    // A link further up is where somebody keeps their files.
    symlink(".", place.0.path().join("up")).expect("a link");
    let output = super::Output::at(&place.0.path().join("up/out")).expect("a folder");
    assert_eq!(output.root(), place.output().root());
}

#[test]
fn a_link_where_a_write_is_made_ready_is_refused() {
    let (place, files) = place();
    symlink("outside", place.0.path().join(".out.staging")).expect("a link");
    assert!(refusal(&place, &files).contains("is in the way\n  help: move or delete it"));
}

#[test]
fn a_folder_that_nobody_may_write_to_is_refused() {
    for (folder, line) in [("", "read-only out\n"), ("src", "read-only out/src\n")] {
        let (place, files) = place();
        place.put("src/gone.rs", &marked("gone"));
        let folder = place.0.path().join("out").join(folder);
        fs::set_permissions(&folder, Permissions::from_mode(0o555)).expect("it is made read-only");
        let report = place.compare(&files).report("out");
        let refusal = refusal(&place, &files);
        fs::set_permissions(&folder, Permissions::from_mode(0o755)).expect("it is made writable");
        assert!(report.contains(line), "{report}");
        assert!(refusal.contains("read-only ") && refusal.contains("chmod u+w"), "{refusal}");
        place.write(&files).expect("nothing is in the way");
    }
}

#[test]
fn a_folder_that_nobody_may_write_to_is_no_hindrance_where_nothing_differs() {
    let (place, files) = place();
    place.put("same/lib.rs", &marked("same"));
    let mut files = files;
    files.insert("same/lib.rs", marked("same"));
    let folder = place.0.path().join("out/same");
    fs::set_permissions(&folder, Permissions::from_mode(0o555)).expect("it is made read-only");
    let written = place.write(&files);
    let mode = fs::metadata(&folder).expect("it is there").permissions().mode();
    fs::set_permissions(&folder, Permissions::from_mode(0o755)).expect("it is made writable");
    written.expect("nothing is in the way");
    assert_eq!(mode & 0o777, 0o555);
}

#[test]
fn folders_keep_their_permissions() {
    let (place, files) = place();
    place.put("src/lib.rs", &marked("old"));
    let folder = place.0.path().join("out/src");
    fs::set_permissions(&folder, Permissions::from_mode(0o700)).expect("the permissions are set");
    place.write(&files).expect("nothing is in the way");
    assert_eq!(fs::metadata(folder).expect("it is there").permissions().mode() & 0o777, 0o700);
}
