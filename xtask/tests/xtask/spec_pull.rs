//! `cargo xtask spec pull`: what the vendor changed comes into our documents, and nothing is half done.

use super::{Folder, PETS};

/// The vendor's document: the same API, with prose and without a type of ours.
const VENDOR: &str = r##"{
  "openapi": "3.0.0", "info": {"title": "宠物", "version": "1", "description": "很长"}, "tags": [{"name": "宠物"}],
  "paths": {"/pets": {"get": {"summary": "列表", "operationId": "listPets", "tags": ["宠物"],
    "responses": {"200": {"description": "好", "content": {"application/json": {"schema":
      {"type": "array", "items": {"$ref": "#/components/schemas/Pet"}}}}}}}}},
  "components": {"schemas": {"Pet": {"type": "object", "required": ["name"], "properties": {
    "name": {"type": "string", "description": "名字"}, "age": {"type": "string"}}}}}
}"##;

const SETTINGS: &str = "\
package: { name: pets }
templates: [generic]
clients: [{ name: Client, module: api, documents: [pets.yaml], overlays: [overlay.yaml], reserved: [builder, new] }]
upstream: { documents: { pets.yaml: https://vendor.invalid/v3/pets.json } }
";

const OVERLAY: &str = "\
overlay: 1.0.0
info: { title: Words, version: 1.0.0 }
actions:
  - target: $.paths['/pets'].get
    update: { summary: List pets }
";

const PULL: &str = "pull --settings specs/settings.yaml --from vendor";

fn ours() -> String {
    let age = "          type: string\n        # Choice: a number; the vendor says string.\n        age:\n          type: integer\n";
    PETS.replace("          type: string\n", age)
}

/// A project that has pulled once.
fn project() -> Folder {
    let folder = Folder::with(&[
        ("specs/settings.yaml", SETTINGS),
        ("specs/overlay.yaml", OVERLAY),
        ("specs/pets.yaml", &ours()),
        ("vendor/pets.json", VENDOR),
    ]);
    let ran = folder.run("spec", PULL);
    assert_eq!(ran.status, Some(0), "{}", ran.stderr);
    assert_eq!(folder.files("specs")["specs/pets.yaml"], ours().into_bytes());
    folder
}

/// The vendor publishes another text.
fn changed(folder: &Folder, changes: &[(&str, &str)]) {
    let mut text = VENDOR.to_owned();
    for (from, to) in changes {
        assert!(text.contains(from), "{from}");
        text = text.replace(from, to);
    }
    folder.put("vendor/pets.json", text);
}

const NEW: [(&str, &str); 3] = [
    (r#""required": ["name"]"#, r#""required": ["born", "name"]"#),
    (r#""age": {"type": "string"}"#, r#""age": {"type": "number"}, "born": {"type": "string", "example": "1999"}"#),
    (
        r#"}}}}}}}}},"#,
        r#"}}}}}}}}, "/pets/{id}": {"delete": {"operationId": "deletePet", "tags": ["宠物"],
      "parameters": [{"name": "id", "in": "path", "required": true, "schema": {"type": "string"}}],
      "responses": {"204": {"description": ""}}}}},"#,
    ),
];

#[test]
fn what_changed_is_merged_and_corrections_stay() {
    let folder = project();
    changed(&folder, &NEW);
    let ran = folder.run("spec", PULL);
    assert_eq!(ran.status, Some(0), "{}", ran.stderr);
    insta::assert_snapshot!(ran.stdout, @r"
    pets.yaml: from vendor/pets.json, sha256 b75712b88d9e
      3 added, 0 removed, 0 changed; 1 kept as ours
      + /paths/~1pets~1{id}
      + /components/schemas/Pet/required/0: `born`
      + /components/schemas/Pet/properties/born
      ! /components/schemas/Pet/properties/age/type: `integer` is ours, the vendor now has `number`
    7 things have no text yet: deletePet, listPets, deletePet, deletePet, parameter id, Pet.born, Pet.name, Pet.age
      help: write overlays; `cargo xtask docs --coverage` names them all
    wrote pets.yaml, upstream/pets.yaml, sources.yaml
    ");
    insta::assert_snapshot!(String::from_utf8_lossy(&folder.files("specs")["specs/pets.yaml"]));
    let ran = folder.run("spec", PULL);
    assert_eq!((ran.status, ran.stderr.as_str()), (Some(0), ""));
    assert!(ran.stdout.ends_with("  nothing that we did not have\nnothing to write\n"), "{}", ran.stdout);
}

#[test]
fn a_dry_run_tells_and_writes_nothing() {
    let folder = project();
    let ran = folder.run("spec", &format!("{PULL} --dry-run"));
    assert_eq!(ran.status, Some(0));
    changed(&folder, &NEW);
    let before = folder.files("specs");
    let ran = folder.run("spec", &format!("{PULL} --dry-run"));
    assert_eq!(ran.status, Some(1));
    assert!(ran.stdout.ends_with("would write pets.yaml, upstream/pets.yaml, sources.yaml\n"), "{}", ran.stdout);
    assert!(folder.files("specs") == before);
}

#[test]
fn an_overlay_that_lost_its_target_is_told_with_what_is_near() {
    let folder = project();
    changed(&folder, &[("/pets", "/pet")]);
    let ran = folder.run("spec", PULL);
    assert_eq!(ran.status, Some(0), "{}", ran.stderr);
    insta::assert_snapshot!(ran.stderr, @r"
    warning[GA0021]: the target matches nothing in `specs/pets.yaml`
     --> specs/overlay.yaml:4:20
      |
    4 |   - target: $.paths['/pets'].get
      |                    ^^^^^^^^^ not there
      |
      = help: `$.paths` is there, `['/pets']` is not; did you mean `['/pet']`?

    1 warning
    1 place of overlays or settings is to be mended before `codegen` runs again
    ");
    assert!(ran.stdout.contains("- /paths/~1pets; it seems to be /paths/~1pet now"), "{}", ran.stdout);
    assert_eq!(folder.files("specs")["specs/overlay.yaml"], OVERLAY.as_bytes());
}

#[test]
fn what_would_make_our_document_unusable_is_refused_unless_it_is_wanted() {
    let folder = project();
    // Our document says more of the operation than the vendor ever did, and still refers to what is gone.
    let extra = "\n    Owner:\n      type: object\n      properties:\n        pet:\n          $ref: '#/components/schemas/Pet'\n";
    folder.put("specs/pets.yaml", format!("{}{}", ours().trim_end(), extra));
    let before = folder.files("specs");
    let gone = r##"{"openapi": "3.0.0", "info": {"title": "宠物", "version": "1"}, "paths": {}}"##;
    folder.put("vendor/pets.json", gone);
    let ran = folder.run("spec", PULL);
    assert_eq!(ran.status, Some(1));
    assert!(ran.stderr.contains("error[GA0011]: "), "{}", ran.stderr);
    assert!(ran.stderr.contains("nothing was written: "), "{}", ran.stderr);
    assert!(folder.files("specs") == before);
    let ran = folder.run("spec", &format!("{PULL} --allow-errors"));
    assert_eq!(ran.status, Some(0), "{}", ran.stderr);
    assert!(folder.files("specs") != before);
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_leaves_everything_as_it_was() {
    let folder = project();
    let Some(disk) = super::full_disk::Disk::at(&folder.path("disk")) else { return };
    for (path, text) in folder.files("specs") {
        folder.put(&format!("disk/{path}"), text);
    }
    changed(&folder, &NEW);
    let before = folder.files("disk/specs");
    disk.fill(0);
    let ran = folder.run("spec", "pull --settings disk/specs/settings.yaml --from vendor");
    assert_eq!(ran.status, Some(3), "{}", ran.stderr);
    for words in ["error: nothing was written: ", "No space left", "help: make room on the disk"] {
        assert!(ran.stderr.contains(words), "{}", ran.stderr);
    }
    assert!(folder.files("disk/specs") == before);
}

#[test]
fn what_is_no_description_is_refused() {
    let folder = project();
    let before = folder.files("specs");
    for (text, words) in [
        ("<!doctype html><html></html>", "error: `vendor/pets.json` is a web page, and no description of an API\n"),
        ("", "error[GA0002]: the document is empty"),
        ("{\"openapi\": \"3.0.0\", ", "error[GA0004]: "),
        ("{\"hello\": 1}", "error[GA0006]: "),
        ("{\"swagger\": \"2.0\"}", "error[GA0007]: "),
        ("{\"openapi\": \"3.1.0\"}", "error[GA0008]: "),
        ("[1, 2]", "error[GA0006]: "),
    ] {
        folder.put("vendor/pets.json", text);
        let ran = folder.run("spec", PULL);
        assert_eq!((ran.status, ran.stdout.as_str()), (Some(1), ""), "{text}");
        assert!(ran.stderr.starts_with(words), "{text}: {}", ran.stderr);
        assert!(folder.files("specs") == before, "{text}");
    }
    folder.put("vendor/pets.json", b"{\"a\": \"\xff\"}");
    let ran = folder.run("spec", PULL);
    assert_eq!((ran.status, ran.stderr.as_str()), (Some(1), "error: the document `vendor/pets.json` is not UTF-8\n"));
}

#[test]
fn a_document_that_is_not_there_or_not_known_is_told() {
    let folder = project();
    for (arguments, words) in [
        ("--from nowhere", "error: the document `nowhere` is not there\n"),
        ("--only dogs.yaml --from vendor", "error: `upstream` in the settings has no `dogs.yaml`, but `pets.yaml`\n"),
    ] {
        let ran = folder.run("spec", &format!("pull --settings specs/settings.yaml {arguments}"));
        assert_eq!((ran.status, ran.stderr.as_str()), (Some(1), words));
    }
    let ran = folder.run("spec", "pull --settings nowhere.yaml");
    assert_eq!((ran.status, ran.stderr.as_str()), (Some(1), "error: the settings file `nowhere.yaml` is not there\n"));
}

#[test]
fn the_help_explains_itself() {
    let ran = Folder::with(&[]).run("spec", "pull --help");
    assert_eq!(ran.status, Some(0));
    insta::assert_snapshot!(ran.stdout);
}
