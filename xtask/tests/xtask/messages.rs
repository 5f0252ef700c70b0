//! How problems are told: forms, streams, what is denied, and exit statuses.

use std::fs;

use super::{Folder, PETS, Ran};

/// An operation with callbacks, which the crate has nothing for.
const WATCH: &str = "  /watch:
    post:
      operationId: watch
      tags: [pets]
      callbacks: { seen: {} }
      responses: { '204': { description: Done. } }
";

const MAKE: &str = "--spec pets.yaml --out out";

/// A folder with a document that a crate can be made from, with one warning.
fn odd() -> Folder {
    Folder::with(&[("pets.yaml", &PETS.replace("components:", &format!("{WATCH}components:")))])
}

/// A folder with a document that has two errors, one of which takes two places to see.
fn broken() -> Folder {
    let twins =
        WATCH.replace("operationId: watch", "operationId: listPets").replace("      callbacks: { seen: {} }\n", "");
    let text = PETS.replace("schemas/Pet'", "schemas/Pets'").replace("components:", &format!("{twins}components:"));
    Folder::with(&[("pets.yaml", &text)])
}

fn run(folder: &Folder, more: &str) -> Ran {
    folder.codegen(&format!("{MAKE} {more}"))
}

#[test]
fn each_form_tells_of_the_same_problems() {
    for form in ["human", "short", "json", "github"] {
        let folder = broken();
        let ran = run(&folder, &format!("--message-format {form}"));
        assert_eq!(ran.status, Some(1), "{ran:?}");
        assert_eq!(folder.names(), ["pets.yaml"], "nothing was written");
        let (said, silent) = if form == "json" { (&ran.stdout, &ran.stderr) } else { (&ran.stderr, &ran.stdout) };
        assert_eq!(silent, "", "{form}");
        insta::assert_snapshot!(form, said);
    }
}

#[test]
fn the_result_goes_where_the_problems_do_not() {
    for form in ["human", "short", "json", "github"] {
        let folder = odd();
        let ran = run(&folder, &format!("--message-format {form}"));
        assert_eq!(ran.status, Some(0), "{ran:?}");
        let (problems, result) = if form == "json" { (ran.stdout, ran.stderr) } else { (ran.stderr, ran.stdout) };
        assert!(problems.contains("GA0101"), "{form}: {problems}");
        assert!(result.starts_with("out: 2 operations, ") && result.lines().count() == 1, "{form}: {result}");
    }
}

#[test]
fn nothing_is_coloured_off_a_terminal() {
    for form in ["human", "short", "json", "github"] {
        let ran = run(&broken(), &format!("--message-format {form}"));
        assert!(!(ran.stderr + &ran.stdout).contains('\u{1b}'), "{form}");
    }
}

#[test]
fn what_is_denied_keeps_the_crate_from_being_written() {
    for deny in ["unsupported", "warnings", "warnings,unsupported"] {
        let folder = odd();
        let ran = run(&folder, &format!("--deny {deny}"));
        assert_eq!((ran.status, ran.stdout.as_str()), (Some(1), ""), "{deny}");
        assert!(ran.stderr.starts_with("error[GA0101]: "), "{}", ran.stderr);
        assert!(ran.stderr.ends_with("\n1 error\n1 problem is an error because of `--deny`\n"), "{}", ran.stderr);
        assert_eq!(folder.names(), ["pets.yaml"], "nothing was written");
    }
    let folder = Folder::with(&[("pets.yaml", PETS)]);
    assert_eq!(run(&folder, "--deny warnings,unsupported").status, Some(0), "there is nothing to deny");
}

#[test]
fn the_same_run_denied_or_in_another_form_is_another_run() {
    let folder = odd();
    folder.put("bin/.keep", "");
    fs::copy(env!("CARGO_BIN_EXE_xtask"), folder.path("bin/xtask")).expect("the program is copied");
    let run = |more: &str| folder.codegen_by("bin/xtask", &format!("{MAKE} {more}"));
    assert_eq!(run("").status, Some(0));
    assert_eq!(run("--deny unsupported").status, Some(1));
    assert!(run("--message-format short").stderr.starts_with("pets.yaml:"), "the first run said it at length");
    let [first, again] = [run("--message-format json"), run("--message-format json")];
    assert_eq!(again.stdout, first.stdout);
}

#[test]
fn as_many_are_shown_as_one_asks_for() {
    let shown = |more: &str| run(&broken(), &format!("--message-format short {more}")).stderr;
    assert_eq!(shown("--max-problems 0"), shown(""));
    let one = shown("--max-problems 1");
    assert_eq!(one.matches("pets.yaml:").count(), 1, "{one}");
    assert!(one.ends_with("... and 1 more: duplicate-operation-id\n\n2 errors\n"), "{one}");
}

#[test]
fn trouble_of_the_machine_has_status_3() {
    let folder = Folder::with(&[("pets.yaml", PETS), ("file", "")]);
    let under_a_file = folder.codegen("--spec pets.yaml --out file/out");
    assert_eq!(under_a_file.status, Some(3), "{under_a_file:?}");
    assert!(under_a_file.stderr.starts_with("error: "), "{under_a_file:?}");
    // Something of another's where files are to be staged.
    folder.put(".out.staging", "");
    let in_the_way = folder.codegen(MAKE);
    assert_eq!(in_the_way.status, Some(3), "{in_the_way:?}");
    assert!(in_the_way.stderr.contains("is in the way"), "{in_the_way:?}");
    assert_eq!(folder.names(), [".out.staging", "file", "pets.yaml"]);
}

#[test]
fn what_a_command_was_given_has_status_1_and_how_it_was_given_2() {
    let folder = odd();
    assert_eq!(run(&folder, "--check").status, Some(1), "everything is missing");
    assert_eq!(run(&folder, "").status, Some(0));
    assert_eq!(run(&folder, "--check").status, Some(0));
    let settings =
        "package: {name: a}\nclients: [{name: A, module: a, documents: []}, {name: B, module: b, documents: []}]\n";
    folder.put("settings.yaml", settings);
    assert_eq!(run(&folder, "--settings settings.yaml").status, Some(1), "a document for two clients");
    for wrong in ["--message-format xml", "--deny everything", "--max-problems many"] {
        assert_eq!(run(&folder, wrong).status, Some(2), "{wrong}");
    }
}
