//! Fixtures: small documents that show one feature each, with settings of their own where they need them.

use std::fs;
use std::path::{Path, PathBuf};

use generator::Input;
use generator::Templates;
use generator::overlay::Overlays;
use generator::settings::Settings;
use generator::source::Source;

use super::generation::settings;

/// The folder that holds them.
pub(crate) fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures")
}

/// The names of all fixtures, sorted; a name is that of the feature.
pub(crate) fn names() -> Vec<String> {
    let entries = fs::read_dir(folder()).expect("the fixtures are there");
    let mut names: Vec<String> = entries
        .map(|entry| entry.expect("the folder is readable").path())
        .filter(|path| path.join("document.yaml").is_file())
        .filter_map(|path| Some(path.file_name()?.to_str()?.to_owned()))
        .collect();
    names.sort();
    names
}

/// What the generator is given for a fixture.
pub(crate) fn input(name: &str, templates: Templates) -> Input {
    let folder = folder().join(name);
    let document = fs::read_to_string(folder.join("document.yaml")).expect("a fixture has a document");
    let settings = match fs::read_to_string(folder.join("settings.yaml")) {
        Ok(text) => settings(&format!("{name}/settings.yaml"), &text),
        Err(_) => Settings::for_document(&format!("fixture-{}", name.replace('_', "-")), "document.yaml"),
    };
    let documents = vec![Source::new(format!("{name}/document.yaml"), document)];
    let mut overlays = Overlays::default();
    if let Ok(text) = fs::read_to_string(folder.join("overlay.yaml")) {
        overlays.lay(&Source::new(format!("{name}/overlay.yaml"), text), documents[0].name());
    }
    Input { settings, documents, overlays, templates, command: "cargo test".to_owned() }
}
