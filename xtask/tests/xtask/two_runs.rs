//! Two runs at once.
#![cfg(unix)]

use std::fs::File;
use std::io::{BufRead, BufReader};

use super::{Folder, PETS, large};

#[test]
fn a_run_waits_for_another_and_says_so() {
    let folder = Folder::with(&[("pets.yaml", PETS)]);
    let other = File::open(folder.path(".")).expect("the folder");
    for (arguments, status) in [("--spec pets.yaml --out out --check", 1), ("--spec pets.yaml --out out", 0)] {
        other.lock().expect("it is locked as by another run");
        let mut run = folder.start_codegen(arguments);
        let mut said = String::new();
        BufReader::new(run.stderr.as_mut().expect("its errors")).read_line(&mut said).expect("a line");
        assert_eq!(said, "note: another run has the folder of `out` open; waiting until it is done\n");
        assert!(run.try_wait().expect("a status").is_none(), "it waits");
        assert!(!folder.path("out").exists());
        other.unlock().expect("the other run ends");
        assert_eq!(run.wait().expect("a status").code(), Some(status));
    }
}

#[test]
fn the_output_is_that_of_one_of_them() {
    let folder = Folder::with(&[("one/things.yaml", &large("one")), ("two/things.yaml", &large("two"))]);
    let arguments = |word: &str| format!("--spec {word}/things.yaml --out out");
    let outputs = ["one", "two"].map(|word| {
        assert_eq!(folder.codegen(&arguments(word)).status, Some(0));
        folder.files("out")
    });
    for _ in 0..10 {
        let runs = ["one", "two"].map(|word| folder.start_codegen(&arguments(word)));
        for mut run in runs {
            assert!(run.wait().expect("a status").success());
        }
        assert!(outputs.contains(&folder.files("out")));
        assert_eq!(folder.names(), ["one", "out", "two"]);
    }
}
