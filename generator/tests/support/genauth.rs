//! The real documents and the real settings.

use std::fs;
use std::path::Path;

use generator::overlay::Overlays;
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
        overlays: overlays(),
        templates: Templates::default(),
        command: "cargo xtask codegen".to_owned(),
    }
}

/// The prose, as the settings name it.
fn overlays() -> Overlays {
    let mut overlays = Overlays::default();
    for (folder, documents) in [
        ("shared", ["authentication", "management"].as_slice()),
        ("authentication", &["authentication"]),
        ("management", &["management"]),
    ] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../specs/overlays").join(folder);
        let files = fs::read_dir(path).expect("the overlays are there").map(|entry| entry.expect("it is readable"));
        let mut names: Vec<String> =
            files.map(|file| format!("overlays/{folder}/{}", file.file_name().to_string_lossy())).collect();
        names.sort();
        for name in names {
            let source = Source::new(format!("specs/{name}"), read(&name));
            documents.iter().for_each(|document| overlays.lay(&source, &format!("specs/{document}.yaml")));
        }
    }
    overlays
}

fn read(file: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../specs").join(file);
    fs::read_to_string(path).expect("the documents are there")
}
