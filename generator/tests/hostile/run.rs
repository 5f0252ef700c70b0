//! The generator on one document, and what has to hold whatever comes of it.

use generator::diagnostic::{Diagnostics, Rule, Severity, Style};
use generator::file_tree::FileTree;
use generator::overlay::Overlays;
use generator::settings::Settings;
use generator::source::Source;
use generator::{Input, Templates};

/// What came of a document.
pub(crate) struct Ran {
    /// The files of the crate and of its book, unless there is an error.
    pub(crate) files: Option<FileTree>,
    /// The rules of all errors.
    pub(crate) errors: Vec<Rule>,
    /// Everything that was reported, as text.
    pub(crate) said: String,
}

/// Generates from a text in YAML or JSON.
pub(crate) fn run(text: impl Into<String>) -> Ran {
    run_under(text, None)
}

/// Generates from a text with an overlay.
pub(crate) fn run_under(text: impl Into<String>, overlay: Option<&str>) -> Ran {
    let text = text.into();
    let name = if text.starts_with('{') { "document.json" } else { "document.yaml" };
    let mut overlays = Overlays::default();
    if let Some(overlay) = overlay {
        overlays.lay(&Source::new("overlay.yaml", overlay), name);
    }
    let input = Input {
        settings: Settings::for_document("hostile", name),
        documents: vec![Source::new(name, text)],
        overlays,
        templates: Templates::default(),
        command: "cargo test".to_owned(),
    };
    let mut diagnostics = Diagnostics::default();
    let krate = generator::generate(&input, &mut diagnostics);
    let said = diagnostics.render(Style::Plain);
    assert_eq!(krate.is_none(), diagnostics.has_errors(), "{said}");
    let is_error = |severity| severity == Severity::Error;
    let errors = diagnostics.iter().filter(|it| is_error(it.severity)).map(|it| it.rule).collect();
    let files = krate.map(|krate| {
        let mut files = krate.files;
        let book = generator::document(&input, &mut Diagnostics::default()).expect("there is no error");
        book.files.iter().for_each(|(path, text)| files.insert(format!("book/{path}"), text));
        files
    });
    Ran { files, errors, said }
}

/// The files of a document that has no error.
pub(crate) fn files(text: impl Into<String>) -> FileTree {
    let ran = run(text);
    assert!(ran.files.is_some(), "{}", ran.said);
    ran.files.expect("there are files")
}

/// A document with nothing but what is under `components`, in JSON.
pub(crate) fn components(components: &str) -> String {
    format!(
        r#"{{"openapi": "3.0.3", "info": {{"title": "t", "version": "1"}}, "paths": {{}}, "components": {components}}}"#
    )
}
