//! What becomes of a rival that works, that fails, and that is not there; scripts stand for them.
#![cfg(unix)]
#![allow(clippy::expect_used, clippy::unwrap_used, missing_docs, reason = "a test")]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use bench::Failure;
use bench::contender::{Contender, Emitted, Repair};
use bench::meter::Meter;
use bench::place::Place;
use bench::suite::generation;
use bench::table::Side;

const WORKS: &str = "#!/bin/sh\nmkdir -p \"$2\" && echo '[package]' > \"$2/Cargo.toml\"\n";
const REFUSES_WRONG_DEFAULTS: &str = "#!/bin/sh\nif grep -q default \"$1\"; then\n\
    echo reading >&2; echo 'gen fail: TypeError(InvalidValue)' >&2; exit 3\nfi\nmkdir -p \"$2\"\n";

#[test]
fn a_rival_that_fails_is_shown_with_its_error_and_again_after_its_repair() {
    let folder = tempfile::tempdir().unwrap();
    let document = folder.path().join("pets.json");
    fs::write(&document, r#"{"allOf": [], "default": false}"#).unwrap();
    let contenders = [
        contender("ours", Side::Ours, program(folder.path(), "ours", WORKS)),
        contender("refuses", Side::Rival, program(folder.path(), "refuses", REFUSES_WRONG_DEFAULTS)),
        contender("missing", Side::Rival, folder.path().join("missing")),
    ];
    let place = place(folder.path());
    let section = generation::run(&contenders, &document, &place, &meter(folder.path()), 2).unwrap();

    let outcomes: Vec<_> = section.table.rows.iter().map(|row| (row.name.as_str(), row.rounds.clone())).collect();
    assert_eq!(outcomes.len(), 4);
    assert_eq!(outcomes[0].0, "ours 1.0");
    assert_eq!(outcomes[0].1.as_ref().unwrap().len(), 2);
    assert_eq!(outcomes[1], ("refuses 1.0", Err("refuses failed: gen fail: TypeError(InvalidValue)".to_owned())));
    assert_eq!(outcomes[2].0, "refuses 1.0, without the document's wrong `default: false`");
    assert_eq!(outcomes[2].1.as_ref().unwrap().len(), 2);
    assert_eq!(outcomes[3], ("missing 1.0", Err(Failure::Missing.to_string())));
}

#[test]
fn a_module_gets_a_crate_around_it() {
    let folder = tempfile::tempdir().unwrap();
    let document = folder.path().join("pets.json");
    fs::write(&document, "{}").unwrap();
    let script = "#!/bin/sh\nmkdir -p \"$2/src/generated\"\n\
        printf '[dependencies]\\nserde = \"1\"\\n' > \"$2/src/generated/REQUIRED_DEPS.toml\"\n";
    let rival = Contender {
        result: Emitted::Module,
        ..contender("module", Side::Rival, program(folder.path(), "module", script))
    };
    let place = place(folder.path());
    generation::run(&[rival], &document, &place, &meter(folder.path()), 1).unwrap();
    let manifest = fs::read_to_string(place.crates().join("made-by-module/Cargo.toml")).unwrap();
    assert!(manifest.contains("name = \"made-by-module\"") && manifest.contains("serde = \"1\""), "{manifest}");
    assert!(place.crates().join("made-by-module/src/lib.rs").is_file());
}

#[test]
fn a_run_is_measured_with_its_children() {
    let folder = tempfile::tempdir().unwrap();
    // The shell's child reads 32 MiB at once; the shell itself needs a tenth of that.
    let mut command = Command::new("sh");
    command.args(["-c", "dd if=/dev/zero of=/dev/null bs=32M count=1 && true"]);
    let usage = meter(folder.path()).measure("sh", &command).unwrap();
    assert!(usage.wall > 0.0, "{usage:?}");
    assert!(usage.peak > 32.0, "{usage:?}");
}

fn contender(name: &'static str, side: Side, program: PathBuf) -> Contender {
    Contender {
        name,
        version: "1.0".to_owned(),
        side,
        program,
        arguments: vec!["{document}", "{out}"],
        result: Emitted::Crate,
        repair: Some(Repair::WithoutWrongDefaults),
    }
}

fn program(folder: &Path, name: &str, script: &str) -> PathBuf {
    let path = folder.join(name);
    fs::write(&path, script).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    path
}

fn place(folder: &Path) -> Place {
    Place { work: folder.join("work"), ..Place::new(None) }
}

fn meter(folder: &Path) -> Meter {
    Meter::new(env!("CARGO_BIN_EXE_bench"), folder.join("work"))
}
