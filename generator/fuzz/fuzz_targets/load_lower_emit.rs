//! A text as a document, on the whole way to a crate.

#![no_main]

use generator::diagnostic::{Diagnostics, Style};
use generator::overlay::Overlays;
use generator::settings::Settings;
use generator::source::Source;
use generator::{Input, Templates};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let input = Input {
        settings: Settings::for_document("fuzz", "document.yaml"),
        documents: vec![Source::new("document.yaml", text)],
        overlays: Overlays::default(),
        templates: Templates::default(),
        command: "cargo fuzz".to_owned(),
    };
    let mut diagnostics = Diagnostics::default();
    let krate = generator::generate(&input, &mut diagnostics);
    let reported = diagnostics.render(Style::Plain);
    assert!(krate.is_some() || !reported.is_empty(), "nothing came out, and nobody says why");
});
