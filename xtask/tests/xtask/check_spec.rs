//! `cargo xtask check-spec`: what is wrong with documents, and nothing written.

use super::{Folder, PETS};

#[test]
fn a_sound_document_is_counted() {
    let folder = Folder::with(&[("pets.yaml", PETS)]);
    let ran = folder.run("check-spec", "pets.yaml");
    assert_eq!((ran.status, ran.stderr.as_str()), (Some(0), ""));
    assert_eq!(ran.stdout, "1 document with 1 operation: no errors\n");
    assert_eq!(folder.names(), ["pets.yaml"]);
}

#[test]
fn each_document_is_looked_at_though_another_is_broken() {
    let broken = PETS.replace("#/components/schemas/Pet", "#/components/schemas/Pot");
    let doubtful = PETS.replace("        name:\n", "        name:\n          default: 5\n");
    let folder = Folder::with(&[("a.yaml", &broken), ("b.yaml", &doubtful)]);
    let ran = folder.run("check-spec", "a.yaml b.yaml --counts");
    assert_eq!(ran.status, Some(1));
    assert_eq!(ran.stdout, "     1  GA0011  dangling-reference\n     1  GA0028  default-misfit\n");
    insta::assert_snapshot!(ran.stderr);
}

#[test]
fn the_help_explains_itself() {
    let ran = Folder::with(&[]).run("check-spec", "--help");
    assert_eq!(ran.status, Some(0));
    insta::assert_snapshot!(ran.stdout);
}
