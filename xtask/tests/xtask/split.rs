//! Documents that are split over files, on a disk: what is read, what is not, and what a change of it causes.

use std::fs;

use super::Folder;

const ROOT: &str = "\
openapi: 3.0.3
info: { title: Pets, version: 1.0.0 }
paths:
  /pets: { $ref: 'paths/pets.yaml' }
";

const PATHS: &str = "\
get:
  operationId: listPets
  tags: [pets]
  responses:
    '200':
      description: All pets.
      content: { application/json: { schema: { type: array, items: { $ref: '../schemas.json#/Pet' } } } }
";

const SCHEMAS: &str = "{\"Pet\": {\"type\": \"object\", \"properties\": {\"name\": {\"type\": \"string\"}}}}\n";

fn pets() -> Folder {
    Folder::with(&[("api/openapi.yaml", ROOT), ("api/paths/pets.yaml", PATHS), ("api/schemas.json", SCHEMAS)])
}

/// A document with one schema, which is a reference.
fn referring(reference: &str) -> String {
    format!(
        "openapi: 3.0.3\ninfo: {{ title: Pets, version: 1.0.0 }}\npaths: {{}}\ncomponents: {{ schemas: {{ Pet: {{ $ref: '{reference}' }} }} }}\n"
    )
}

#[test]
fn each_command_reads_all_files() {
    let folder = pets();
    let ran = folder.run("check-spec", "api/openapi.yaml");
    assert_eq!((ran.status, ran.stderr.as_str()), (Some(0), ""));
    assert_eq!(ran.stdout, "1 document with 1 operation: no errors\n");
    let ran = folder.codegen("--spec api/openapi.yaml --out out");
    assert_eq!((ran.status, ran.stderr.as_str()), (Some(0), ""));
    assert!(folder.path("out/src/models/pet.rs").exists());
    folder.put(
        "settings.yaml",
        "package: { name: pets }\nclients: [{ name: Client, module: api, documents: [api/openapi.yaml] }]\n",
    );
    let ran = folder.docs("--settings settings.yaml --out book --no-site");
    assert_eq!((ran.status, ran.stderr.as_str()), (Some(0), ""));
    assert!(folder.path("book/src/api/pets/list-pets.md").exists());
}

#[test]
fn a_problem_is_told_at_its_file() {
    let folder = pets();
    folder.put("api/schemas.json", SCHEMAS.replace("string", "strng"));
    let ran = folder.run("check-spec", "api/openapi.yaml --message-format short");
    assert_eq!(ran.status, Some(1));
    insta::assert_snapshot!(ran.stderr, @r"
    api/schemas.json:1:60: error[GA0010]: `strng` is not a type of OpenAPI 3.0
    1 error
    ");
}

#[test]
fn a_change_of_a_further_file_is_another_run() {
    let folder = pets();
    folder.put("bin/.keep", "");
    fs::copy(env!("CARGO_BIN_EXE_xtask"), folder.path("bin/xtask")).expect("the program is copied");
    let codegen = |more: &str| folder.codegen_by("bin/xtask", &format!("--spec api/openapi.yaml --out out{more}"));
    assert_eq!(codegen("").status, Some(0));
    assert_eq!(codegen(" --check").status, Some(0));
    folder.put("api/schemas.json", SCHEMAS.replace("name", "title"));
    assert_eq!(codegen(" --check").status, Some(1));
    assert_eq!(codegen("").status, Some(0));
    let model = fs::read_to_string(folder.path("out/src/models/pet.rs")).expect("the model");
    assert!(model.contains("title"), "{model}");
    fs::remove_file(folder.path("api/schemas.json")).expect("it is removed");
    assert_eq!(codegen("").status, Some(1));
}

#[test]
fn a_name_that_is_nearly_right_is_offered() {
    let said = |reference: &str| {
        let folder = Folder::with(&[("openapi.yaml", &referring(reference)), ("schemas/Pet.yaml", "type: object\n")]);
        let ran = folder.run("check-spec", "openapi.yaml");
        assert_eq!(ran.status, Some(1));
        ran.stderr
    };
    insta::assert_snapshot!(said("schemas/pet.yaml"), @r"
    error[GA0001]: the file `schemas/pet.yaml` does not exist
     --> openapi.yaml:4:39
      |
    4 | components: { schemas: { Pet: { $ref: 'schemas/pet.yaml' } } }
      |                                       ^^^^^^^^^^^^^^^^^^ named here
      |
      = note: at /components/schemas/Pet/$ref
      = help: write `Pet.yaml` for `pet.yaml`: upper and lower case are different

    1 error
    ");
    insta::assert_snapshot!(said("schema/Pet.yaml"), @r"
    error[GA0001]: the file `schema/Pet.yaml` does not exist
     --> openapi.yaml:4:39
      |
    4 | components: { schemas: { Pet: { $ref: 'schema/Pet.yaml' } } }
      |                                       ^^^^^^^^^^^^^^^^^ named here
      |
      = note: at /components/schemas/Pet/$ref
      = help: did you mean `schemas` for `schema`?

    1 error
    ");
    insta::assert_snapshot!(said("schemas"), @r"
    error[GA0001]: `schemas` is a folder
     --> openapi.yaml:4:39
      |
    4 | components: { schemas: { Pet: { $ref: 'schemas' } } }
      |                                       ^^^^^^^^^ named here
      |
      = note: at /components/schemas/Pet/$ref
      = help: name the file in it

    1 error
    ");
}

#[test]
fn a_file_that_is_no_text_is_refused() {
    let folder = Folder::with(&[("openapi.yaml", &referring("pet.yaml"))]);
    folder.put("pet.yaml", [0xff, 0xfe, 0x00]);
    let ran = folder.run("check-spec", "openapi.yaml");
    assert_eq!(ran.status, Some(1));
    insta::assert_snapshot!(ran.stderr, @r"
    error[GA0001]: the file `pet.yaml` is no UTF-8 text
     --> openapi.yaml:4:39
      |
    4 | components: { schemas: { Pet: { $ref: 'pet.yaml' } } }
      |                                       ^^^^^^^^^^ named here
      |
      = note: at /components/schemas/Pet/$ref
      = help: save it as UTF-8

    1 error
    ");
}

#[cfg(unix)]
#[test]
fn links_may_lead_within_the_folder_and_not_out_of_it() {
    use std::os::unix::fs::symlink;
    let folder = Folder::with(&[
        ("api/openapi.yaml", &referring("link.yaml")),
        ("api/pet.yaml", "type: object\n"),
        ("secret.yaml", "type: object\n"),
    ]);
    symlink("pet.yaml", folder.path("api/link.yaml")).expect("a link");
    assert_eq!(folder.run("check-spec", "api/openapi.yaml").status, Some(0));
    fs::remove_file(folder.path("api/link.yaml")).expect("it is removed");
    symlink("../secret.yaml", folder.path("api/link.yaml")).expect("a link");
    let ran = folder.run("check-spec", "api/openapi.yaml");
    assert_eq!(ran.status, Some(1));
    insta::assert_snapshot!(ran.stderr, @r"
    error[GA0046]: the file `api/link.yaml` is a link that leads out of the folder of the document
     --> api/openapi.yaml:4:39
      |
    4 | components: { schemas: { Pet: { $ref: 'link.yaml' } } }
      |                                       ^^^^^^^^^^^ named here
      |
      = note: at /components/schemas/Pet/$ref
      = help: put the file itself into the folder

    1 error
    ");
    // A folder may be a link too.
    symlink("..", folder.path("api/up")).expect("a link");
    folder.put("api/openapi.yaml", referring("up/secret.yaml"));
    let ran = folder.run("check-spec", "api/openapi.yaml --message-format short");
    assert!(ran.stderr.contains("error[GA0046]"), "{}", ran.stderr);
}

#[cfg(unix)]
#[test]
fn pipes_and_devices_are_not_read() {
    let folder = Folder::with(&[("openapi.yaml", &referring("pipe.yaml"))]);
    let made = std::process::Command::new("mkfifo").arg(folder.path("pipe.yaml")).status().expect("mkfifo runs");
    assert!(made.success());
    let ran = folder.run("check-spec", "openapi.yaml");
    assert_eq!(ran.status, Some(1));
    insta::assert_snapshot!(ran.stderr, @r"
    error[GA0001]: `pipe.yaml` is no file, but a device or a pipe
     --> openapi.yaml:4:39
      |
    4 | components: { schemas: { Pet: { $ref: 'pipe.yaml' } } }
      |                                       ^^^^^^^^^^^ named here
      |
      = note: at /components/schemas/Pet/$ref
      = help: put a file in its place

    1 error
    ");
}

#[test]
fn ten_thousand_files_are_refused() {
    let folder = Folder::with(&[]);
    let mut schemas = String::new();
    for number in 0..10_000 {
        folder.put(&format!("s/a{number}.yaml"), "type: object\n");
        schemas.push_str(&format!("    A{number}: {{ $ref: 's/a{number}.yaml' }}\n"));
    }
    folder.put(
        "openapi.yaml",
        format!(
            "openapi: 3.0.3\ninfo: {{ title: Many, version: 1.0.0 }}\npaths: {{}}\ncomponents:\n  schemas:\n{schemas}"
        ),
    );
    let ran = folder.run("check-spec", "openapi.yaml --max-problems 1");
    assert_eq!(ran.status, Some(1));
    insta::assert_snapshot!(ran.stderr, @r"
    error[GA0044]: the document has more than the 5000 files that are read
        --> openapi.yaml:5006:20
         |
    5006 |     A5000: { $ref: 's/a5000.yaml' }
         |                    ^^^^^^^^^^^^^^ named here
         |
         = note: at /components/schemas/A5000/$ref
         = help: put several parts into one file

    1 error
    ");
}

#[test]
fn files_are_read_up_to_a_length_together() {
    let folder = Folder::with(&[]);
    let mut schemas = String::new();
    let text = format!("description: {}\n", "long ".repeat(2_000_000));
    for number in 0..4 {
        folder.put(&format!("a{number}.yaml"), &text);
        schemas.push_str(&format!("    A{number}: {{ $ref: 'a{number}.yaml' }}\n"));
    }
    folder.put(
        "openapi.yaml",
        format!(
            "openapi: 3.0.3\ninfo: {{ title: Long, version: 1.0.0 }}\npaths: {{}}\ncomponents:\n  schemas:\n{schemas}"
        ),
    );
    let ran = folder.run("check-spec", "openapi.yaml");
    assert_eq!(ran.status, Some(1));
    insta::assert_snapshot!(ran.stderr, @r"
    error[GA0044]: with `a3.yaml` the document is longer than the 32 MiB that are read
     --> openapi.yaml:9:17
      |
    9 |     A3: { $ref: 'a3.yaml' }
      |                 ^^^^^^^^^ named here
      |
      = note: at /components/schemas/A3/$ref
      = help: leave out what the client does not need

    1 error
    ");
}
