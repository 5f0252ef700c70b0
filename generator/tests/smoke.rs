//! Random texts on the whole way from a text to a crate: whatever is wrong with them, nothing may panic.
//!
//! `PROPTEST_CASES` tells how many are tried of each kind, `PROPTEST_RNG_SEED` where they start from. What runs on for hours
//! stands in `generator/fuzz`.

#[path = "smoke/edit.rs"]
mod edit;
#[path = "support/fixtures.rs"]
mod fixtures;
#[path = "support/generation.rs"]
mod generation;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use generator::diagnostic::{Diagnostics, Style};
use generator::overlay::Overlays;
use generator::settings::Settings;
use generator::source::Source;
use generator::{Input, Templates};
use proptest::prelude::{Strategy, any};
use proptest::sample::select;
use proptest::test_runner::{Config, RngSeed, TestRunner};

use edit::{edited, edits};

#[test]
fn edited_fixtures() {
    let inputs: Vec<Input> = fixtures::names().iter().map(|name| fixtures::input(name, Templates::default())).collect();
    // As they are, nothing is wrong with them.
    let files = inputs.iter().map(|input| generation::generate(input).0.files);
    assert!(files.map(|files| files.iter().count()).min() > Some(0));
    let numbers: Vec<usize> = (0..inputs.len()).collect();
    each(3000, &(select(numbers), edits()), |(number, edits)| {
        let input = &inputs[number];
        let source = &input.documents[0];
        generate(&Input {
            documents: vec![Source::new(source.name(), edited(source.text(), &edits))],
            ..input.clone()
        });
    });
}

#[test]
fn edited_overlays() {
    let overlays: Vec<Arc<Source>> = ["valid", "invalid"].into_iter().flat_map(overlays).collect();
    let document = Source::new("document.yaml", read(&folder("document.yaml")));
    each(3000, &(select(overlays), edits()), |(overlay, edits)| {
        let mut plan = Overlays::default();
        plan.lay(&Source::new("overlay.yaml", edited(overlay.text(), &edits)), document.name());
        generate(&Input { documents: vec![Arc::clone(&document)], overlays: plan, ..alone("") });
    });
}

#[test]
fn edited_settings() {
    let fixtures =
        fixtures::names().into_iter().filter(|name| fixtures::folder().join(name).join("settings.yaml").is_file());
    let fixtures: Vec<(String, String)> =
        fixtures.map(|name| (read(&fixtures::folder().join(&name).join("settings.yaml")), name)).collect();
    each(1000, &(select(fixtures), edits()), |((text, name), edits)| {
        let mut diagnostics = Diagnostics::default();
        let settings = Settings::parse(Source::new("settings.yaml", edited(&text, &edits)), &mut diagnostics);
        let _ = diagnostics.render(Style::Plain);
        if let Some(settings) = settings {
            generate(&Input { settings, ..fixtures::input(&name, Templates::default()) });
        }
    });
}

#[test]
fn any_bytes() {
    let bytes = any::<Vec<u8>>().prop_map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    each(3000, &bytes, |text| generate(&alone(&text)));
}

/// Texts of the characters that YAML and JSON are made of.
#[test]
fn any_syntax() {
    each(3000, &r#"[-:{}\[\],&*!|>'"%@`#?~<$ \nabx10.]{0,60}"#, |text| {
        generate(&alone(&text));
        generate(&alone(&format!(
            "openapi: 3.0.3\ninfo: {{title: t, version: '1'}}\npaths: {{}}\ncomponents:\n{text}"
        )));
    });
}

/// A document without overlays.
fn alone(text: &str) -> Input {
    Input {
        settings: Settings::for_document("smoke", "document.yaml"),
        documents: vec![Source::new("document.yaml", text)],
        overlays: Overlays::default(),
        templates: Templates::default(),
        command: "cargo test".to_owned(),
    }
}

/// Goes the whole way, and writes what there is to say.
fn generate(input: &Input) {
    let mut diagnostics = Diagnostics::default();
    let krate = generator::generate(input, &mut diagnostics);
    let reported = diagnostics.render(Style::Plain);
    assert!(krate.is_some() || !reported.is_empty(), "nothing came out, and nobody says why");
}

/// Tries values; one that panics is made as small as possible, and shown.
fn each<S: Strategy>(usual: u32, values: &S, attempt: impl Fn(S::Value)) {
    let environment = Config::default();
    // What the environment says wins over what a run of all tests has time for.
    let cases = if std::env::var_os("PROPTEST_CASES").is_some() { environment.cases } else { usual };
    let is_seeded = std::env::var_os("PROPTEST_RNG_SEED").is_some();
    let rng_seed = if is_seeded { environment.rng_seed } else { RngSeed::Fixed(1) };
    let config = Config { cases, rng_seed, failure_persistence: None, ..environment };
    let outcome = TestRunner::new(config).run(values, |value| {
        attempt(value);
        Ok(())
    });
    assert!(outcome.is_ok(), "{}", outcome.err().map(|error| error.to_string()).unwrap_or_default());
}

/// The overlays of a folder.
fn overlays(kind: &str) -> Vec<Arc<Source>> {
    let entries = fs::read_dir(folder(kind)).expect("the folder is there");
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.expect("it is readable").path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "yaml"));
    files.sort();
    files
        .iter()
        .map(|file| {
            Source::new(format!("{kind}/{}", file.file_name().unwrap_or_default().to_string_lossy()), read(file))
        })
        .collect()
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).expect("it is readable")
}

fn folder(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/overlays").join(path)
}
