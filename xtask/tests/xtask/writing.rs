//! Documents that can be used: what is on disk after a run, and after a second one.

use std::fs;

use super::{Folder, PETS};

const MAKE: &str = "--spec pets.yaml --out out";
const CHECK: &str = "--spec pets.yaml --out out --check";

/// A folder with a document, and the crate that was made from it.
fn made() -> Folder {
    let folder = Folder::with(&[("pets.yaml", PETS)]);
    let ran = folder.codegen(MAKE);
    assert_eq!((ran.status, ran.stderr.as_str()), (Some(0), ""));
    assert!(ran.stdout.starts_with("out: 1 operation, "), "{}", ran.stdout);
    assert_eq!(ran.stdout.lines().count(), 1, "{}", ran.stdout);
    folder
}

#[test]
fn a_second_run_finds_nothing_to_do() {
    let folder = made();
    assert_eq!(folder.names(), ["out", "pets.yaml"]);
    let check = folder.codegen(CHECK);
    assert_eq!((check.status, check.stderr.as_str()), (Some(0), ""));
    for run in [check, folder.codegen(MAKE)] {
        assert!(run.stdout.contains("(0 written, ") && run.stdout.contains(" unchanged, 0 deleted)"), "{}", run.stdout);
    }
}

#[test]
fn a_check_names_what_differs_and_a_run_mends_it() {
    let folder = made();
    let manifest = fs::read_to_string(folder.path("out/Cargo.toml")).expect("a manifest");
    folder.put("out/Cargo.toml", format!("{manifest}# one line more\n"));
    fs::rename(folder.path("out/src/lib.rs"), folder.path("out/src/orphan.rs")).expect("it is moved");
    folder.put("out/src/own.rs", "fn own() {}\n");

    let check = folder.codegen(CHECK);
    assert_eq!((check.status, check.stdout.as_str()), (Some(1), ""));
    for line in [
        "stale     out/Cargo.toml\n",
        "-# one line more\n",
        "missing   out/src/lib.rs\n",
        "orphaned  out/src/orphan.rs\n",
    ] {
        assert!(check.stderr.contains(line), "{}", check.stderr);
    }

    let run = folder.codegen(MAKE);
    assert!(run.stdout.contains("(2 written, "), "{}", run.stdout);
    assert_eq!(fs::read_to_string(folder.path("out/Cargo.toml")).ok(), Some(manifest));
    assert!(folder.path("out/src/lib.rs").exists() && !folder.path("out/src/orphan.rs").exists());
    assert!(folder.path("out/src/own.rs").exists(), "a file that was not generated stays");
    assert_eq!(folder.codegen(CHECK).status, Some(0));
}

#[test]
fn a_deleted_output_or_one_that_is_no_rust_comes_back() {
    let folder = made();
    let lib = fs::read_to_string(folder.path("out/src/lib.rs")).expect("the crate's front page");
    let mark = lib.lines().take(5).find(|line| line.contains("@generated")).expect("a mark").to_owned();
    folder.put("out/src/lib.rs", format!("{mark}\nthis is no Rust {{"));
    assert_eq!(folder.codegen(MAKE).status, Some(0));
    assert_eq!(fs::read_to_string(folder.path("out/src/lib.rs")).ok().as_ref(), Some(&lib));
    fs::remove_dir_all(folder.path("out")).expect("it is deleted");
    assert_eq!(folder.codegen(MAKE).status, Some(0));
    assert_eq!(fs::read_to_string(folder.path("out/src/lib.rs")).ok().as_ref(), Some(&lib));
}

#[test]
fn a_file_of_the_user_is_never_replaced() {
    let folder = Folder::with(&[("pets.yaml", PETS), ("out/src/lib.rs", "fn own() {}\n")]);
    let run = folder.codegen(MAKE);
    assert_eq!((run.status, run.stdout.as_str()), (Some(1), ""));
    assert!(run.stderr.contains("unmarked  out/src/lib.rs\n"), "{}", run.stderr);
    assert_eq!(fs::read_to_string(folder.path("out/src/lib.rs")).ok().as_deref(), Some("fn own() {}\n"));
    assert!(!folder.path("out/Cargo.toml").exists(), "nothing was written");
}

#[test]
fn the_package_is_named_after_the_document_or_as_one_says() {
    let folder = Folder::with(&[("pets.yaml", PETS)]);
    let name_of = |out: &str| {
        let manifest = fs::read_to_string(folder.path(out).join("Cargo.toml")).expect("a manifest");
        manifest.lines().find_map(|line| line.strip_prefix("name = ").map(str::to_owned)).expect("a name")
    };
    assert_eq!(folder.codegen("--spec pets.yaml --out one").status, Some(0));
    assert_eq!(name_of("one"), "\"pets\"");
    assert_eq!(folder.codegen("--spec pets.yaml --out two --name animals").status, Some(0));
    assert_eq!(name_of("two"), "\"animals\"");
}

#[test]
fn settings_may_come_with_a_document() {
    let settings =
        "package: {name: zoo}\ntemplates: [generic]\nclients:\n  - {name: Zoo, module: zoo, documents: [other.yaml]}\n";
    let folder = Folder::with(&[("pets.yaml", PETS), ("settings.yaml", settings)]);
    let run = folder.codegen("--spec pets.yaml --settings settings.yaml --out out");
    assert_eq!(run.status, Some(0), "{}", run.stderr);
    assert!(run.stdout.starts_with("out: 1 operation, "), "{}", run.stdout);
}
