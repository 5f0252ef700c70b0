//! The parts of the generator, one after the other, on this project's own documents: `cargo bench --package bench`.
//!
//! Each bench goes the way of the one before it and one stage further; what a stage costs is the difference.
#![allow(clippy::expect_used, missing_docs, reason = "a benchmark")]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use divan::{Bencher, black_box};
use generator::diagnostic::Diagnostics;
use generator::overlay::Overlays;
use generator::settings::Settings;
use generator::source::Source;
use generator::{Input, Templates};

fn main() {
    divan::main();
}

/// A document of `specs/` by itself, with the runtime's templates and without overlays.
static INPUT: LazyLock<Input> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let text = fs::read_to_string(root.join("specs/management.yaml")).expect("the document is readable");
    let mut templates = Templates::default();
    for folder in ["crate", "generic"] {
        for path in files(&root.join("templates").join(folder)) {
            let text = fs::read_to_string(&path).expect("the template is text");
            let inside = path.strip_prefix(root.join("templates").join(folder)).expect("it is inside");
            templates.insert(folder, inside.to_string_lossy(), text);
        }
    }
    Input {
        settings: Settings::for_document("bench", "management.yaml"),
        documents: vec![Source::new("management.yaml", text)],
        overlays: Overlays::default(),
        templates,
        command: "cargo bench".to_owned(),
    }
});

/// The files below a folder, without those that askama renders.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the folder is readable");
    let paths = entries.map(|entry| entry.expect("the entry is readable").path());
    let below = |path: PathBuf| if path.is_dir() { files(&path) } else { vec![path] };
    paths.flat_map(below).filter(|path| path.extension().is_none_or(|it| it != "j2")).collect()
}

/// A source keeps what it was asked for, so each run gets a fresh one.
fn fresh() -> Input {
    let documents = INPUT.documents.iter().map(|source| Source::new(source.name(), source.text())).collect();
    Input { documents, ..INPUT.clone() }
}

/// From text to a checked document.
#[divan::bench(sample_count = 10)]
fn load(bencher: Bencher) {
    bencher.with_inputs(fresh).bench_values(|input| {
        generator::documents_of(black_box(&input.documents), &input.overlays, &mut Diagnostics::default())
            .expect("the document is right")
    });
}

/// From text to the model, all passes included.
#[divan::bench(sample_count = 10)]
fn load_and_lower(bencher: Bencher) {
    bencher.with_inputs(fresh).bench_values(|input| {
        let Input { settings, documents, overlays, .. } = &input;
        generator::model_of(settings, black_box(documents), overlays, &mut Diagnostics::default())
            .expect("the document is right")
    });
}

/// From text to the crate's files, printed, in memory.
#[divan::bench(sample_count = 10)]
fn load_lower_emit_and_print(bencher: Bencher) {
    bencher.with_inputs(fresh).bench_values(|input| {
        generator::generate(black_box(&input), &mut Diagnostics::default()).expect("the document is right")
    });
}
