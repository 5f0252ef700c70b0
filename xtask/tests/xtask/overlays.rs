//! Overlays that the settings and the command line name.

use std::fs;

use super::{Folder, PETS};

const SETTINGS: &str = "\
package:
  name: zoo
clients:
  - name: PetsClient
    module: pets
    documents: [pets.yaml]
    overlays: [overlays/shared, overlays/pets.yaml]
  - name: BirdsClient
    module: birds
    documents: [birds.yaml]
    overlays: [overlays/shared]
";

/// An overlay with one action that describes something.
fn describing(target: &str, text: &str) -> String {
    format!(
        "overlay: 1.0.0\ninfo: {{title: t, version: '1'}}\nactions:\n  - {{target: \"{target}\", update: {{description: {text}}}}}\n"
    )
}

/// A folder with two documents, settings for them, and overlays in a folder.
fn zoo(settings: &str) -> Folder {
    let folder = Folder::with(&[("specs/settings.yaml", settings), ("specs/pets.yaml", PETS)]);
    folder.put("specs/birds.yaml", PETS.replace("Pet", "Bird").replace("pets", "birds"));
    folder.put("specs/overlays/shared/1.yaml", describing("$.paths.*.get", "Said first."));
    folder.put("specs/overlays/shared/2.yaml", describing("$.components.schemas['Pet', 'Bird']", "Said of both."));
    folder.put("specs/overlays/shared/notes.md", "no overlay");
    folder.put("specs/overlays/pets.yaml", describing("$.paths['/pets'].get", "Said last."));
    folder
}

#[test]
fn each_client_has_the_overlays_of_its_own_in_their_order() {
    let folder = zoo(SETTINGS);
    let run = folder.codegen("--settings specs/settings.yaml --out out");
    assert_eq!(run.status, Some(0), "{}", run.stderr);
    let text = |path: &str| fs::read_to_string(folder.path("out/src").join(path)).expect("it is written");
    assert!(text("pets/pets.rs").contains("Said last."));
    assert!(text("birds/birds.rs").contains("Said first."));
    assert!(text("models/pet.rs").contains("Said of both.") && text("models/bird.rs").contains("Said of both."));
}

#[test]
fn overlays_that_do_not_exist_or_match_nothing_are_refused_with_their_place() {
    let settings = SETTINGS
        .replace("overlays/pets.yaml]", "overlays/pets.yaml, overlays/absent.yaml]")
        .replace("[overlays/shared]", "[overlays/shared, overlays/empty]");
    let folder = zoo(&settings);
    fs::create_dir(folder.path("specs/overlays/empty")).expect("a folder");
    folder.put("specs/overlays/pets.yaml", describing("$.paths['/pet'].get", "Said of none."));
    let run = folder.codegen("--settings specs/settings.yaml --out out");
    assert_eq!((run.status, run.stdout.as_str()), (Some(1), ""));
    assert_eq!(folder.names(), ["specs"], "nothing was written");
    insta::assert_snapshot!(run.stderr);
}

#[test]
fn the_command_line_may_name_several_for_its_document() {
    let folder = Folder::with(&[("pets.yaml", PETS)]);
    folder.put("one.yaml", describing("$.paths['/pets'].get", "Said first."));
    folder.put("two.yaml", describing("$.paths['/pets'].get", "Said last."));
    let run = folder.codegen("--spec pets.yaml --overlay one.yaml --overlay two.yaml --out out");
    assert_eq!(run.status, Some(0), "{}", run.stderr);
    let area = fs::read_to_string(folder.path("out/src/api/pets.rs")).expect("it is written");
    assert!(area.contains("Said last.") && !area.contains("Said first."), "{area}");
    let run = folder.codegen("--spec pets.yaml --overlay absent.yaml --out out");
    assert_eq!(run.status, Some(1));
    assert!(run.stderr.contains("the file `absent.yaml` does not exist"), "{}", run.stderr);
    assert_eq!(folder.codegen("--overlay one.yaml").status, Some(2), "it is for `--spec`");
}
