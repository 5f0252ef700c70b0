//! The real documents and the real settings.

use std::fs;
use std::path::Path;

use generator::source::Source;
use generator::{Input, Templates};

use super::generation::settings;

/// What the generator is given for the crate of this project.
pub(crate) fn input() -> Input {
    Input {
        settings: settings("specs/settings.yaml", &read("settings.yaml")),
        documents: ["authentication", "management"]
            .map(|name| Source::new(format!("specs/{name}.yaml"), read(&format!("{name}.yaml"))))
            .to_vec(),
        templates: Templates::default(),
        command: "cargo xtask codegen".to_owned(),
    }
}

fn read(file: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../specs").join(file);
    fs::read_to_string(path).expect("the documents are there")
}
