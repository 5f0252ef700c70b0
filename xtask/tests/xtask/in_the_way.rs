//! Links and folders that cannot be written to, in and above the output.
#![cfg(unix)]

use std::fs::{self, Permissions};
use std::os::unix::fs::{PermissionsExt, symlink};

use super::{Folder, PETS};

const MAKE: &str = "--spec pets.yaml --out out";

#[test]
fn a_link_in_the_output_is_named_with_a_remedy_and_nothing_is_written() {
    let folder = Folder::with(&[("pets.yaml", PETS), ("elsewhere/lib.rs", "own\n")]);
    fs::create_dir(folder.path("out")).expect("a folder");
    symlink("../elsewhere", folder.path("out/src")).expect("a link");
    let ran = folder.codegen(MAKE);
    assert_eq!((ran.status, ran.stdout.as_str()), (Some(1), ""));
    insta::assert_snapshot!(ran.stderr, @r"
    error: something is in the way in `out`; nothing was written
    linked    out/src
      help: delete the links, or put files and folders in their places: a link is never followed, and nothing is written where it leads
    ");
    assert_eq!(folder.files("elsewhere").len(), 1);
    assert_eq!(fs::read_dir(folder.path("out")).expect("a folder").count(), 1);
}

#[test]
fn a_link_as_the_output_is_refused() {
    let folder = Folder::with(&[("pets.yaml", PETS), ("elsewhere/own.txt", "own\n")]);
    symlink("elsewhere", folder.path("out")).expect("a link");
    let ran = folder.codegen(MAKE);
    assert_eq!((ran.status, ran.stdout.as_str()), (Some(1), ""));
    insta::assert_snapshot!(ran.stderr, @r"
    error: `out` is a link, and should be the folder of the output
      help: name the folder itself by `--out`, or put a folder in the place of the link
    ");
    assert_eq!(folder.files("elsewhere").len(), 1);
}

#[test]
fn a_link_that_is_in_nobodys_way_is_told_in_every_run() {
    let folder = Folder::with(&[("pets.yaml", PETS)]);
    folder.codegen(MAKE);
    symlink("nowhere", folder.path("out/notes")).expect("a link");
    for _ in 0..3 {
        let ran = folder.codegen(MAKE);
        assert_eq!(ran.status, Some(0));
        assert!(ran.stderr.starts_with("warning: `out/notes` is a link"), "{}", ran.stderr);
    }
}

#[test]
fn a_folder_that_nobody_may_write_to_is_named_with_a_remedy() {
    let folder = Folder::with(&[("pets.yaml", PETS)]);
    folder.codegen(MAKE);
    let old = folder.files("out");
    folder.put("pets.yaml", PETS.replace("title: Pets", "title: Animals").replace("Pet", "Animal"));
    fs::set_permissions(folder.path("out/src"), Permissions::from_mode(0o555)).expect("it is made read-only");
    let ran = folder.codegen(MAKE);
    fs::set_permissions(folder.path("out/src"), Permissions::from_mode(0o755)).expect("it is made writable");
    assert_eq!((ran.status, ran.stdout.as_str()), (Some(1), ""));
    assert!(ran.stderr.contains("read-only out/src\n") && ran.stderr.contains("help: "), "{}", ran.stderr);
    assert!(folder.files("out") == old);
    assert_eq!(folder.codegen(MAKE).status, Some(0));
}
