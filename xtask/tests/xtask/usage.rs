//! The command line itself: its help, and what it refuses.

use super::{Folder, PETS};

#[test]
fn the_help_explains_itself() {
    let ran = Folder::with(&[]).codegen("--help");
    assert_eq!(ran.status, Some(0));
    insta::assert_snapshot!(ran.stdout);
}

#[test]
fn a_wrong_command_line_has_status_2() {
    let folder = Folder::with(&[("pets.yaml", PETS)]);
    for arguments in ["--spec pets.yaml", "--chek", "--spec pets.yaml --out out --name Pets!", "pets.yaml"] {
        let ran = folder.codegen(arguments);
        assert_eq!((ran.status, ran.stdout.as_str()), (Some(2), ""), "{arguments}: {}", ran.stderr);
    }
    assert_eq!(folder.names(), ["pets.yaml"]);
}

#[test]
fn an_output_that_is_a_file_is_refused() {
    let folder = Folder::with(&[("pets.yaml", PETS), ("out", "")]);
    let ran = folder.codegen("--spec pets.yaml --out out");
    assert_eq!(ran.status, Some(1));
    assert_eq!(ran.stderr, "error: `out` is a file, and should be the folder of the output\n");
}
