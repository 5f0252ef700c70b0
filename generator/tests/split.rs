//! Documents that are split over files: the same crate as of one file, and messages that point at the right one.

#[path = "support/generation.rs"]
mod generation;

use std::cell::RefCell;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use generator::diagnostic::{Diagnostics, Rule, Style};
use generator::overlay::Overlays;
use generator::settings::Settings;
use generator::source::{Part, Source, Unread};
use generator::spec::{Document, gather};
use generator::{Input, Templates};

fn folders(kind: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/split").join(kind);
    let entries = fs::read_dir(folder).expect("the folder is there");
    let mut folders: Vec<PathBuf> =
        entries.map(|entry| entry.expect("it is readable").path()).filter(|path| path.is_dir()).collect();
    folders.sort();
    assert!(!folders.is_empty());
    folders
}

/// The document of a folder with its files.
fn split(folder: &Path) -> Arc<Source> {
    let text = fs::read_to_string(folder.join("openapi.yaml")).expect("a document");
    let read = |path: &str| match fs::read_to_string(folder.join(path)) {
        Ok(text) => Part::Text(Source::new(path, text)),
        Err(_) => absent(path),
    };
    gather(Source::new("openapi.yaml", text), &mut { read })
}

fn absent(path: &str) -> Part {
    let message = format!("the file `{path}` does not exist");
    Part::Unread(Unread { rule: Rule::UnreadableFile, message, help: "create it".to_owned() })
}

/// A document whose files are in memory.
fn of(root: &str, files: &[(&str, &str)]) -> Arc<Source> {
    gather(Source::new("openapi.yaml", root), &mut |path| {
        let text = files.iter().find(|(name, _)| *name == path);
        text.map_or_else(|| absent(path), |(_, text)| Part::Text(Source::new(path, *text)))
    })
}

fn input(document: Arc<Source>) -> Input {
    Input {
        settings: Settings::for_document("split", "openapi.yaml"),
        documents: vec![document],
        overlays: Overlays::default(),
        templates: Templates::default(),
        command: "cargo test".to_owned(),
    }
}

fn crate_of(document: Arc<Source>) -> Vec<(String, String)> {
    let (krate, said) = generation::generate(&input(document));
    assert_eq!(said, "");
    krate.files.iter().map(|(path, text)| (path.to_owned(), text.to_owned())).collect()
}

fn messages(document: Arc<Source>) -> Diagnostics {
    let mut diagnostics = Diagnostics::default();
    let _ = Document::load(document, &mut diagnostics);
    diagnostics
}

#[test]
fn a_split_document_gives_the_crate_of_the_whole() {
    for folder in folders("sound") {
        let whole = fs::read_to_string(folder.join("whole.yaml")).expect("the same in one file");
        let whole = crate_of(Source::new("openapi.yaml", whole));
        assert!(whole.len() > 1);
        assert_eq!(crate_of(split(&folder)), whole, "{}", folder.display());
    }
}

#[test]
fn what_is_wrong_is_told_where_it_is_written() {
    for folder in folders("faults") {
        let diagnostics = messages(split(&folder));
        assert!(diagnostics.has_errors(), "{}", folder.display());
        let name = folder.file_name().expect("a name").to_string_lossy().into_owned();
        insta::with_settings!({ snapshot_path => "split/faults", prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(name, diagnostics.render(Style::Plain));
        });
    }
}

const ROOT: &str = "openapi: 3.0.3\ninfo: {title: t, version: '1'}\npaths: {}\ncomponents:\n  schemas:\n";

#[test]
fn each_file_is_read_once_and_no_address_is_asked_for() {
    let asked = RefCell::new(Vec::new());
    let root = format!(
        "{ROOT}    A: {{$ref: a.yaml#/A}}\n    B: {{$ref: a.yaml#/B}}\n    N: {{$ref: 'https://example.com/n.yaml'}}\n    \
         E: {{example: {{$ref: b.yaml}}, x-more: {{$ref: c.yaml}}}}\n"
    );
    gather(Source::new("openapi.yaml", root), &mut |path| {
        asked.borrow_mut().push(path.to_owned());
        absent(path)
    });
    assert_eq!(*asked.borrow(), ["a.yaml"], "an example is no reference");
}

#[test]
fn the_order_of_the_documents_maps_decides_nothing() {
    let one = of(
        &format!(
            "{ROOT}    Z: {{$ref: a.yaml}}\n    A: {{$ref: a.yaml}}\n    M: {{type: object, properties: {{a: {{$ref: a.yaml}}}}}}\n"
        ),
        &[
            ("a.yaml", "{type: object, properties: {b: {$ref: b.yaml#/B}, c: {$ref: b.yaml#/C}}}"),
            ("b.yaml", "B: {type: object}\nC: {type: object}\n"),
        ],
    );
    let other = of(
        &format!(
            "{ROOT}    M: {{type: object, properties: {{a: {{$ref: ./a.yaml}}}}}}\n    A: {{$ref: a.yaml}}\n    Z: {{$ref: a.yaml}}\n"
        ),
        &[
            ("a.yaml", "{type: object, properties: {c: {$ref: b.yaml#/C}, b: {$ref: b.yaml#/B}}}"),
            ("b.yaml", "C: {type: object}\nB: {type: object}\n"),
        ],
    );
    assert_eq!(crate_of(one), crate_of(other));
}

#[test]
fn overlays_and_settings_name_places_of_the_whole() {
    let document = of(
        &format!("{ROOT}    Pet: {{$ref: pet.yaml}}\n"),
        &[(
            "pet.yaml",
            "type: object\nproperties:\n  name: {type: string, default: 1}\n  age: {type: string, default: 2}\n",
        )],
    );
    let overlay = Source::new(
        "overlay.yaml",
        "overlay: 1.0.0\ninfo: {title: t, version: '1'}\nactions:\n  - target: $.components.schemas.Pet.properties.name\n    update: {default: 3}\n",
    );
    let settings = "package: {name: pets}\nclients: [{name: Client, module: api, documents: [openapi.yaml]}]\nrules:\n  - {rule: \
                    default-misfit, level: allow, at: /components/schemas/Pet/properties/age, reason: It is old.}\n";
    let settings = generation::settings("settings.yaml", settings);
    let mut overlays = Overlays::default();
    overlays.lay(&overlay, "openapi.yaml");
    let mut diagnostics = Diagnostics::default();
    assert!(generator::model_of(&settings, &[document], &overlays, &mut diagnostics).is_some());
    insta::assert_snapshot!(diagnostics.render(Style::Plain), @r"
    warning[GA0028]: the default is no value of its schema: the number `3` where a text is wanted
     --> pet.yaml:3:33
      |
    3 |   name: {type: string, default: 1}
      |                                 ^ does not fit
      |
     ::: overlay.yaml:5:23
      |
    5 |     update: {default: 3}
      |                       - action 1 of this overlay made it so
      |
      = note: at /properties/name/default
      = help: correct the default or the schema; until then there is none in the documentation

    1 warning
    ");
}

#[test]
fn a_file_that_only_an_overlay_names_is_not_followed() {
    let overlay = Source::new(
        "overlay.yaml",
        "overlay: 1.0.0\ninfo: {title: t, version: '1'}\nactions: [{target: $.components.schemas, update: {Cat: {$ref: cat.yaml}}}]\n",
    );
    let mut overlays = Overlays::default();
    overlays.lay(&overlay, "openapi.yaml");
    let mut diagnostics = Diagnostics::default();
    let document = of(&format!("{ROOT}    Pet: {{$ref: pet.yaml}}\n"), &[("pet.yaml", "type: object")]);
    let settings = Settings::for_document("split", "openapi.yaml");
    generator::model_of(&settings, &[document], &overlays, &mut diagnostics);
    let names: Vec<_> = diagnostics.iter().map(|diagnostic| diagnostic.rule.name()).collect();
    assert_eq!(names, ["external-reference"]);
}

#[test]
fn copies_of_path_items_end() {
    // Each of the paths would have a copy of a file with a hundred thousand values.
    let paths: String = (0..100).map(|number| format!("  /p{number}: {{$ref: p.yaml}}\n")).collect();
    let root = format!("openapi: 3.0.3\ninfo: {{title: t, version: '1'}}\npaths:\n{paths}");
    let item = format!("x-a: [{}0]\n", "0,".repeat(100_000));
    let diagnostics = messages(of(&root, &[("p.yaml", &item)]));
    assert_eq!(diagnostics.iter().map(|diagnostic| diagnostic.rule).collect::<Vec<_>>(), [Rule::TooLarge]);
    insta::assert_snapshot!(diagnostics.render(Style::Plain), @r"
    error[GA0044]: put together, the files up to here would have more than 4000000 values
      --> openapi.yaml:43:16
       |
    43 |   /p39: {$ref: p.yaml}
       |                ^^^^^^ too much from here on
       |
       = note: at /paths/~1p39/$ref
       = help: refer to fewer files, or to smaller parts of them

    1 error
    ");
}

#[test]
fn many_files_that_refer_to_each_other_are_followed() {
    let files: Vec<(String, String)> = (0..1000)
        .map(|number| {
            let next = (number + 1) % 1000;
            (format!("s{number}.yaml"), format!("{{type: object, properties: {{next: {{$ref: s{next}.yaml}}}}}}"))
        })
        .collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let document = of(&format!("{ROOT}    Start: {{$ref: s0.yaml}}\n"), &files);
    assert_eq!(document.parts().len(), 1000);
    let mut diagnostics = Diagnostics::default();
    let document = Document::load(document, &mut diagnostics).expect("it loads");
    assert!(diagnostics.is_empty(), "{}", diagnostics.render(Style::Plain));
    assert_eq!(document.openapi.components.map(|components| components.schemas.len()), Some(1000));
}

#[test]
fn files_that_are_cut_off_anywhere_bring_nothing_down() {
    for folder in folders("sound").into_iter().chain(folders("faults")) {
        let document = split(&folder);
        let texts: Vec<(&String, &Arc<Source>)> = document
            .parts()
            .iter()
            .filter_map(|(path, part)| match part {
                Part::Text(source) if source.text().len() < 1000 => Some((path, source)),
                _ => None,
            })
            .collect();
        for (cut, source) in &texts {
            for length in (0..source.text().len()).step_by(5) {
                let mut files: Vec<(&str, &str)> =
                    texts.iter().map(|(path, source)| (path.as_str(), source.text())).collect();
                let short = source.text().get(..length).expect("it is ASCII");
                files.retain(|(path, _)| path != cut);
                files.push((cut, short));
                let _ = messages(of(document.text(), &files)).render(Style::Plain);
            }
        }
    }
}
