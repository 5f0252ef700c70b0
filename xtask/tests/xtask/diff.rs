//! `cargo xtask diff`: what it compares, in which forms, and what its statuses mean.

use super::{Folder, PETS};

/// The pets with one property more.
fn more() -> String {
    PETS.replace("        name:\n", "        age:\n          type: integer\n        name:\n")
}

/// The pets without their name.
fn less() -> String {
    PETS.replace("      required: [name]\n      properties:\n        name:\n          type: string\n", "")
}

fn folder() -> Folder {
    Folder::with(&[
        ("pets.yaml", PETS),
        ("more.yaml", &more()),
        ("less.yaml", &less()),
        ("broken.yaml", "openapi: 3.0.3\n"),
    ])
}

#[test]
fn the_help_explains_itself() {
    let ran = folder().run("diff", "--help");
    assert_eq!(ran.status, Some(0));
    insta::assert_snapshot!(ran.stdout);
}

#[test]
fn the_status_says_how_bad_it_is() {
    let folder = folder();
    folder.put("text.yaml", PETS.replace("description: All pets.", "description: Every pet."));
    for (arguments, status) in [
        ("pets.yaml pets.yaml", 0),
        ("pets.yaml text.yaml", 0),
        ("pets.yaml more.yaml", 1),
        ("more.yaml pets.yaml", 2),
        ("pets.yaml more.yaml --only api", 1),
        ("more.yaml pets.yaml --only crate", 2),
        ("--rules", 0),
    ] {
        let ran = folder.run("diff", arguments);
        assert_eq!((ran.status, ran.stderr.as_str()), (Some(status), ""), "{arguments}");
        assert!(!ran.stdout.is_empty(), "{arguments}");
    }
}

#[test]
fn what_goes_wrong_has_statuses_of_its_own() {
    let folder = folder();
    folder.put("empty/readme.md", "");
    folder.put("crate/Cargo.toml", "[package]\nname = \"a\"\nversion = \"0.1.0\"\n");
    folder.put("crate/src/lib.rs", "pub struct");
    for (arguments, status, words) in [
        ("pets.yaml broken.yaml", 4, "error[GA0009]"),
        ("pets.yaml nothing.yaml", 4, "`nothing.yaml` is neither a file, nor a folder, nor a revision of git"),
        ("pets.yaml empty", 4, "the folder `empty` is no version"),
        ("pets.yaml crate", 4, "the surface of `crate` cannot be read: src/lib.rs"),
        ("pets.yaml more.yaml --only neither", 5, "invalid value 'neither'"),
        ("", 5, "not provided"),
        ("pets.yaml more.yaml pets.yaml", 5, "unexpected argument"),
    ] {
        let ran = folder.run("diff", arguments);
        assert_eq!((ran.status, ran.stdout.as_str()), (Some(status), ""), "{arguments}: {}", ran.stderr);
        assert!(ran.stderr.contains(words), "{arguments}: {}", ran.stderr);
    }
}

#[test]
fn people_programs_and_pull_requests_are_told_in_their_own_form() {
    let folder = folder();
    for form in ["human", "markdown", "json"] {
        let ran = folder.run("diff", &format!("pets.yaml less.yaml --format {form}"));
        assert_eq!((ran.status, ran.stderr.as_str()), (Some(2), ""));
        insta::assert_snapshot!(form, ran.stdout);
    }
}

#[test]
fn an_overlay_is_laid_over_documents() {
    let folder = folder();
    let overlay = "overlay: 1.0.0\ninfo: { title: Pets, version: 1.0.0 }\nactions:\n  - target: $.info\n    update: { version: 2.0.0 }\n";
    folder.put("overlay.yaml", overlay);
    let ran = folder.run("diff", "pets.yaml more.yaml --overlay overlay.yaml --format json");
    assert_eq!((ran.status, ran.stderr.as_str()), (Some(1), ""));
    assert!(!ran.stdout.contains("api-version-changed"), "it is laid over both");
}

#[test]
fn a_crate_is_compared_by_its_surface() {
    let folder = folder();
    assert_eq!(folder.codegen("--spec pets.yaml --out crate --name pets").status, Some(0));
    let ran = folder.run("diff", "crate more.yaml");
    assert_eq!((ran.status, ran.stderr.as_str()), (Some(1), ""));
    assert!(ran.stdout.contains("API    not compared\n"), "{}", ran.stdout);
    assert!(ran.stdout.contains("the field `models::Pet::age` is new"), "{}", ran.stdout);
}

#[test]
fn a_revision_is_read_by_git() {
    let folder = folder();
    let ran = folder.run("diff", "HEAD HEAD --only crate");
    if ran.status == Some(4) && ran.stderr.contains("neither") {
        // The sources may have been unpacked without their history.
        return;
    }
    assert_eq!((ran.status, ran.stderr.as_str()), (Some(0), ""));
    assert!(ran.stdout.contains("crate  0 breaking, 0 additive, 0 cosmetic\n"), "{}", ran.stdout);
}

#[test]
fn a_rule_is_explained() {
    let ran = Folder::with(&[]).run("explain", "api-property-removed");
    assert_eq!((ran.status, ran.stderr.as_str()), (Some(0), ""));
    assert!(ran.stdout.starts_with("api-property-removed (breaking)\n"), "{}", ran.stdout);
}
