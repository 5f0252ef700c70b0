//! A workspace below `target/tmp` for crates that a test makes, with the versions of this workspace's `Cargo.lock`.
//!
//! What the crates depend on is therefore downloaded already, and is compiled once for all later runs.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The folder of that name, with a lock file in it.
pub(crate) fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let lock = Path::new(env!("CARGO_MANIFEST_DIR")).join("../Cargo.lock");
    write(&folder.join("Cargo.lock"), &fs::read_to_string(lock).expect("there is a lock file"));
    folder
}

/// Runs Cargo there, offline, with warnings as errors.
pub(crate) fn cargo(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO"))
        .args(arguments)
        .arg("--offline")
        .current_dir(folder)
        .env_remove("CARGO_ENCODED_RUSTFLAGS")
        .env("RUSTFLAGS", "-D warnings")
        .env("RUSTDOCFLAGS", "-D warnings")
        // One for all, so that what C code the dependencies have is compiled once.
        .env("CARGO_TARGET_DIR", Path::new(env!("CARGO_TARGET_TMPDIR")).join("target"))
        .env("CARGO_TERM_COLOR", "never")
        .output()
        .expect("Cargo runs")
}

/// Writes a file that is not there yet as it should be; one that is keeps its time, and is not compiled again.
pub(crate) fn write(path: &Path, text: &str) {
    if fs::read_to_string(path).is_ok_and(|present| present == text) {
        return;
    }
    fs::create_dir_all(path.parent().expect("it is in a folder")).expect("the folder can be made");
    fs::write(path, text).expect("the file can be written");
}
