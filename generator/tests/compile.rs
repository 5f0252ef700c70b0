//! What comes out of each fixture compiles without a warning, and its documentation builds without one. So does the table
//! by which a test calls its operations.
//!
//! All crates stand in one workspace below `target/tmp`, with the versions of this workspace's own `Cargo.lock`. What
//! they depend on is therefore downloaded already, and is compiled once for all of them and for later runs.

#[path = "support/contract.rs"]
mod contract;
#[path = "support/fixtures.rs"]
mod fixtures;
#[path = "support/generation.rs"]
mod generation;
#[path = "support/templates.rs"]
mod templates;
#[path = "support/workspace.rs"]
mod workspace;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use workspace::write;

#[test]
fn fixtures_compile_without_warnings() {
    cargo(&["check", "--workspace", "--all-targets", "--all-features"]);
}

#[test]
fn hostile_texts_and_names_are_documented_without_warnings() {
    let packages = ["markdown-hazards", "keyword-names", "symbol-names", "obstacle-course", "deprecated"];
    let packages: Vec<String> = packages.iter().map(|name| format!("--package=fixture-{name}")).collect();
    let arguments: Vec<&str> =
        ["doc", "--no-deps", "--all-features"].into_iter().chain(packages.iter().map(String::as_str)).collect();
    cargo(&arguments);
}

/// Runs Cargo in the workspace; its whole output is the message when it fails or warns.
fn cargo(arguments: &[&str]) {
    let output = workspace::cargo(&WORKSPACE, arguments);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "cargo {}:\n{said}", arguments.join(" "));
    assert!(!said.contains("warning:"), "cargo {}:\n{said}", arguments.join(" "));
}

/// The workspace with one crate for each fixture, written once for all tests.
static WORKSPACE: LazyLock<PathBuf> = LazyLock::new(|| {
    let workspace = workspace::folder("fixtures");
    let templates = templates::read();
    let names = fixtures::names();
    for name in &names {
        let mut input = fixtures::input(name, templates.clone());
        contract::add(&mut input);
        let (krate, _) = generation::generate(&input);
        let folder = workspace.join(name);
        krate.files.iter().for_each(|(path, text)| write(&folder.join(path), text));
        remove_others(&folder, &folder, &|path| krate.files.get(path).is_some());
    }
    write(&workspace.join("Cargo.toml"), &format!("[workspace]\nresolver = \"3\"\nmembers = {names:?}\n"));
    workspace
});

/// Removes what an earlier run wrote and this one did not.
fn remove_others(root: &Path, folder: &Path, is_kept: &dyn Fn(&str) -> bool) {
    for entry in fs::read_dir(folder).expect("the folder is readable") {
        let path = entry.expect("the entry is readable").path();
        let inner = path.strip_prefix(root).expect("it is below").components();
        let name = inner.map(|part| part.as_os_str().to_string_lossy().into_owned()).collect::<Vec<_>>().join("/");
        if path.is_dir() {
            remove_others(root, &path, is_kept);
        } else if !is_kept(&name) {
            fs::remove_file(&path).expect("the file can be removed");
        }
    }
}
