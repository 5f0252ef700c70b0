//! Documents and settings that cannot be used: status 1, a message that leads to the place, and nothing written.

use std::fs;
use std::path::Path;

use super::{Folder, PETS, Ran};

/// What the error stream says of a document.
fn refusal(name: &str, text: impl AsRef<[u8]>) -> String {
    let folder = Folder::with(&[]);
    folder.put(name, text);
    let ran = folder.codegen(&format!("--spec {name} --out out"));
    assert_refused(&ran);
    assert_eq!(folder.names(), [name], "nothing was written");
    ran.stderr
}

fn assert_refused(ran: &Ran) {
    assert_eq!(ran.status, Some(1), "{ran:?}");
    assert_eq!(ran.stdout, "", "{ran:?}");
}

#[test]
fn every_invalid_document_is_refused_with_its_place_and_a_remedy() {
    let invalid = Path::new(env!("CARGO_MANIFEST_DIR")).join("../generator/tests/invalid");
    let mut count = 0;
    for entry in fs::read_dir(invalid).expect("the folder of invalid documents") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().expect("a name").to_string_lossy();
        if !name.ends_with(".yaml") && !name.ends_with(".json") {
            continue;
        }
        let stderr = refusal(&name, fs::read(&path).expect("the document"));
        let place = stderr.split(&format!("--> {name}:")).nth(1).unwrap_or_default();
        let numbers: Vec<&str> = place.lines().next().unwrap_or_default().split(':').collect();
        assert!(numbers.len() == 2 && numbers.iter().all(|number| number.parse::<usize>().is_ok()), "{stderr}");
        assert!(stderr.contains("help: "), "{stderr}");
        count += 1;
    }
    assert!(count > 0, "there are invalid documents");
}

#[test]
fn a_dangling_reference() {
    insta::assert_snapshot!(refusal("pets.yaml", PETS.replace("schemas/Pet'", "schemas/Dog'")));
}

#[test]
fn an_older_and_a_later_version() {
    let older = refusal("pets.yaml", PETS.replace("openapi: 3.0.3", "swagger: '2.0'"));
    let later = refusal("pets.yaml", PETS.replace("openapi: 3.0.3", "openapi: 3.1.0"));
    insta::assert_snapshot!(older + "\n" + &later);
}

#[test]
fn a_text_that_is_no_yaml_or_no_json() {
    let yaml = refusal("pets.yaml", PETS.replace("title: Pets", "title: Pets: and owners"));
    let json = refusal("pets.json", "{\n  \"openapi\": \"3.0.3\",\n}\n");
    insta::assert_snapshot!(yaml + "\n" + &json);
}

#[test]
fn a_file_that_is_empty_or_no_text() {
    insta::assert_snapshot!(refusal("pets.yaml", "") + "\n" + &refusal("pets.yaml", b"openapi: \xff\n"));
}

#[test]
fn a_file_that_does_not_exist_or_is_a_folder() {
    let folder = Folder::with(&[]);
    fs::create_dir(folder.path("specs")).expect("a folder");
    let [missing, a_folder] = ["pets.yaml", "specs"].map(|spec| folder.codegen(&format!("--spec {spec} --out out")));
    assert_refused(&missing);
    assert_refused(&a_folder);
    assert_eq!(folder.names(), ["specs"]);
    insta::assert_snapshot!(missing.stderr + "\n" + &a_folder.stderr);
}

#[test]
fn settings_that_do_not_exist_or_are_wrong() {
    let folder = Folder::with(&[("settings.yaml", "package:\n  name: pets\nclients: 5\n")]);
    let missing = folder.codegen("--settings absent.yaml");
    let wrong = folder.codegen("--settings settings.yaml --out out");
    assert_refused(&missing);
    assert_refused(&wrong);
    insta::assert_snapshot!(missing.stderr + "\n" + &wrong.stderr);
}

#[test]
fn all_documents_of_the_settings_are_looked_at() {
    let settings = "\
package:
  name: pets
clients:
  - name: PetsClient
    module: pets
    documents: [absent.yaml, broken.yaml]
";
    let folder = Folder::with(&[("specs/settings.yaml", settings), ("specs/broken.yaml", "openapi: 3.1.0\n")]);
    let ran = folder.codegen("--settings specs/settings.yaml --out out");
    assert_refused(&ran);
    assert_eq!(folder.names(), ["specs"]);
    insta::assert_snapshot!(ran.stderr);
}
