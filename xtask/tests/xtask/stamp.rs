//! A run that would be the same as the last one: it says the same, and does nothing.

use std::fs;
use std::time::SystemTime;

use super::{Folder, PETS};
use crate::run::Ran;

const STAMP: &str = "bin/xtask-codegen.stamp";

/// An operation with a body that is not supported.
const UPLOAD: &str = "  /picture:
    post:
      operationId: upload
      tags: [pets]
      requestBody: { content: { multipart/form-data: { schema: { type: object } } } }
      responses: { '204': { description: Done. } }
";

/// A folder with a document that has something to warn of, a program, and what that has made.
fn made() -> (Folder, Ran) {
    let odd = PETS.replace("components:", &format!("{UPLOAD}components:"));
    let folder = Folder::with(&[("pets.yaml", &odd), ("bin/.keep", "")]);
    fs::copy(env!("CARGO_BIN_EXE_xtask"), folder.path("bin/xtask")).expect("the program is copied");
    let ran = codegen(&folder, "");
    assert_eq!(ran.status, Some(0), "{}", ran.stderr);
    (folder, ran)
}

fn codegen(folder: &Folder, more: &str) -> Ran {
    folder.codegen_by("bin/xtask", &format!("--spec pets.yaml --out out{more}"))
}

/// When the last run that did something ended.
fn written(folder: &Folder) -> SystemTime {
    fs::metadata(folder.path(STAMP)).and_then(|stamp| stamp.modified()).expect("a stamp")
}

/// What a run said, without the time it took.
fn said(ran: &Ran) -> (&str, &str) {
    (ran.stdout.rsplit_once(", in ").map_or("", |(said, _)| said), &ran.stderr)
}

#[test]
fn the_same_run_again_says_the_same_and_does_nothing() {
    let (folder, first) = made();
    assert!(first.stderr.contains("warning["), "{}", first.stderr);
    let stamp = written(&folder);
    let by_work = codegen(&folder, " --timings");
    for again in [codegen(&folder, ""), codegen(&folder, " --check")] {
        assert_eq!(said(&again).0, said(&by_work).0);
        assert_eq!(said(&again).1, first.stderr);
    }
    assert_eq!(written(&folder), stamp, "nothing was done");
}

#[test]
fn an_output_that_was_touched_is_made_anew() {
    let (folder, _) = made();
    let manifest = fs::read_to_string(folder.path("out/Cargo.toml")).expect("a manifest");
    folder.put("out/Cargo.toml", format!("{manifest}# one line more\n"));
    assert_eq!(codegen(&folder, " --check").status, Some(1));
    codegen(&folder, "");
    assert_eq!(fs::read_to_string(folder.path("out/Cargo.toml")).ok(), Some(manifest));
    fs::remove_dir_all(folder.path("out")).expect("it is deleted");
    codegen(&folder, "");
    assert!(folder.path("out/Cargo.toml").exists());
}

#[test]
fn another_input_is_another_run() {
    let (folder, first) = made();
    folder.put("pets.yaml", PETS);
    let second = codegen(&folder, "");
    assert_ne!(second.stderr, first.stderr);
    folder.put("pets.yaml", "openapi: 3.0.3\n");
    assert_eq!(codegen(&folder, "").status, Some(1));
    assert_eq!(codegen(&folder, "").status, Some(1), "a run that failed is no run to repeat");
}

#[test]
fn a_stamp_that_somebody_wrote_into_is_passed_over() {
    let (folder, first) = made();
    let stamp = fs::read_to_string(folder.path(STAMP)).expect("a stamp");
    folder.put(STAMP, stamp.replace("0 written", "7 written"));
    assert!(codegen(&folder, "").stdout.contains("(0 written"));
    folder.put(STAMP, [0xff, 0xfe]);
    assert_eq!(codegen(&folder, "").stderr, first.stderr);
}
