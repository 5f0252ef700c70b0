//! A text as an overlay of a small document.

#![no_main]

use generator::diagnostic::{Diagnostics, Style};
use generator::documents_of;
use generator::overlay::Overlays;
use generator::source::Source;
use libfuzzer_sys::fuzz_target;

/// It has what the overlays of the corpus select.
const DOCUMENT: &str = include_str!("../../tests/overlays/document.yaml");

fuzz_target!(|text: &str| {
    let document = Source::new("document.yaml", DOCUMENT);
    let mut overlays = Overlays::default();
    overlays.lay(&Source::new("overlay.yaml", text), document.name());
    let mut diagnostics = Diagnostics::default();
    let documents = documents_of(&[document], &overlays, &mut diagnostics);
    let reported = diagnostics.render(Style::Plain);
    assert!(documents.is_some() || !reported.is_empty(), "nothing came out, and nobody says why");
});
