//! Running the generator where it must not fail.

use generator::diagnostic::{Diagnostics, Style};
use generator::settings::Settings;
use generator::source::Source;
use generator::{Crate, Input};

/// Settings that are right.
pub(crate) fn settings(name: &str, text: &str) -> Settings {
    let mut diagnostics = Diagnostics::default();
    let settings = Settings::parse(Source::new(name, text), &mut diagnostics);
    assert!(settings.is_some(), "{}", diagnostics.render(Style::Plain));
    settings.expect("it is there")
}

/// The crate of documents without an error, and what was reported all the same.
pub(crate) fn generate(input: &Input) -> (Crate, String) {
    let mut diagnostics = Diagnostics::default();
    let krate = generator::generate(input, &mut diagnostics);
    let reported = diagnostics.render(Style::Plain);
    assert!(krate.is_some(), "{reported}");
    (krate.expect("it is there"), reported)
}
