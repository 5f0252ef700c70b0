//! The description that every change is made to, the changes, and the versions that come of them.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock, Mutex};

use diff::{Changes, Surface, Version};
use generator::diagnostic::Diagnostics;
use generator::overlay::Overlays;
use generator::settings::Settings;
use generator::source::Source;
use generator::{Input, Templates};

/// What each change comes to, by the name of its overlay.
pub(crate) static CHANGES: LazyLock<BTreeMap<String, Changes>> = LazyLock::new(|| {
    let base = base();
    let names = Mutex::new(names());
    let found = Mutex::new(BTreeMap::new());
    let next = || names.lock().expect("no other thread has failed").pop();
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                while let Some(name) = next() {
                    let changes = Changes::between(&base, &version(Some(&name)));
                    found.lock().expect("no other thread has failed").insert(name, changes);
                }
            });
        }
    });
    found.into_inner().expect("no thread has failed")
});

static TEMPLATES: LazyLock<Templates> = LazyLock::new(|| {
    let mut templates = Templates::default();
    for folder in ["crate", "generic"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../templates").join(folder);
        read_below(folder, &path, "", &mut templates);
    }
    templates
});

fn read_below(folder: &str, path: &Path, prefix: &str, templates: &mut Templates) {
    for entry in fs::read_dir(path).expect("the templates are there") {
        let path = entry.expect("the folder is readable").path();
        let name = path.file_name().expect("a file has a name").to_string_lossy().into_owned();
        if path.is_dir() {
            read_below(folder, &path, &format!("{prefix}{name}/"), templates);
        } else if !name.ends_with(".j2") {
            templates.insert(
                folder,
                format!("{prefix}{name}"),
                fs::read_to_string(&path).expect("templates are texts"),
            );
        }
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/changes")
}

/// A text beside this file.
pub(crate) fn text(path: &str) -> String {
    fs::read_to_string(folder().join(path)).expect("the file is there")
}

/// The names of all changes, sorted.
pub(crate) fn names() -> Vec<String> {
    let entries = fs::read_dir(folder().join("overlays")).expect("the overlays are there");
    let name = |path: PathBuf| path.file_stem().map(|stem| stem.to_string_lossy().into_owned());
    let mut names: Vec<String> =
        entries.filter_map(|entry| name(entry.expect("the folder is readable").path())).collect();
    names.sort();
    names
}

/// The description as it is.
pub(crate) fn base() -> Version {
    version(None)
}

/// The description, with a change or as it is.
fn version(change: Option<&str>) -> Version {
    let document = "base.yaml".to_owned();
    let mut overlays = Overlays::default();
    if let Some(change) = change {
        let name = format!("overlays/{change}.yaml");
        overlays.lay(&Source::new(name.clone(), text(&name)), &document);
    }
    let name = change.unwrap_or("base");
    of(name, &text("base.yaml"), overlays)
}

pub(crate) fn of(name: &str, document: &str, overlays: Overlays) -> Version {
    let mut diagnostics = Diagnostics::default();
    let settings = Settings::parse(Source::new("settings.yaml", text("settings.yaml")), &mut diagnostics);
    let input = Input {
        settings: settings.expect("the settings can be read"),
        documents: vec![Arc::clone(&Source::new("base.yaml", document.to_owned()))],
        overlays,
        templates: TEMPLATES.clone(),
        command: "cargo test".to_owned(),
    };
    let krate = generator::generate(&input, &mut diagnostics);
    assert!(!diagnostics.has_errors(), "{name} has errors: {:?}", diagnostics.iter().collect::<Vec<_>>());
    let krate = krate.expect("without errors there is a crate");
    let surface = Surface::read(krate.files.iter()).expect("the crate can be read");
    Version { name: name.to_owned(), api: Some(krate.api), surface: Some(surface) }
}
