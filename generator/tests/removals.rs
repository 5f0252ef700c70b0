//! Operations that the documents have no longer, and that the settings keep for a while: what is wrong with such an entry.

use std::fs;
use std::path::Path;

use generator::diagnostic::{Diagnostics, Style};
use generator::overlay::Overlays;
use generator::settings::Settings;
use generator::source::Source;
use generator::{Input, Templates};

const ENTRY: &str = "{since: 0.2.0, until: 0.3.0, replaced_by: orders, note: It takes no filter.}";

#[test]
fn an_entry_that_is_right_has_no_problem() {
    assert_eq!(problems(&fixture()), "");
}

#[test]
fn its_page_says_what_to_use_instead() {
    let mut diagnostics = Diagnostics::default();
    let book = generator::document(&fixture(), &mut diagnostics).expect("there is a book");
    let page = book.files.get("src/api/operations/old-orders.md").expect("it has a page");
    let said = "> **Deprecated since 0.2.0.** Use `orders` instead. It takes no filter. It is gone in version 0.3.0.\n";
    assert!(page.contains(said), "{page}");
    let area = book.files.get("src/api/operations/README.md").expect("its area has a page");
    assert!(area.contains("| Deprecated. Every order, in the old way. |"), "{area}");
}

#[test]
fn an_operation_that_the_document_has_again_is_no_removed_one() {
    let input = fixture();
    let again = "  /v1/orders: {get: {operationId: oldOrders, responses: {'200': {description: Done.}}}}\n";
    let text = format!("{}{again}", input.documents[0].text());
    let documents = vec![Source::new(input.documents[0].name(), text)];
    insta::assert_snapshot!(problems(&Input { documents, ..input }));
}

#[test]
fn a_version_that_should_no_longer_have_it_is_not_made() {
    insta::assert_snapshot!(problems(&with_entry("{since: 0.1.0, until: 0.2.0}")));
}

#[test]
fn it_is_deprecated_before_it_is_gone() {
    insta::assert_snapshot!(problems(&with_entry("{since: 0.3.0, until: 0.3.0}")));
}

#[test]
fn what_takes_its_place_is_a_method_that_stays() {
    insta::assert_snapshot!("misspelled", problems(&with_entry("{since: 0.2.0, until: 0.3.0, replaced_by: order}")));
    insta::assert_snapshot!("itself", problems(&with_entry("{since: 0.2.0, until: 0.3.0, replaced_by: oldOrders}")));
}

#[test]
fn an_operation_that_no_overlay_adds_is_missing() {
    insta::assert_snapshot!(problems(&Input { overlays: Overlays::default(), ..fixture() }));
}

#[test]
fn a_version_is_one_of_semver() {
    let mut diagnostics = Diagnostics::default();
    let text = settings().replace(ENTRY, "{since: soon, until: 0.3.0}");
    assert!(Settings::parse(Source::new("settings.yaml", text), &mut diagnostics).is_none());
    insta::assert_snapshot!(diagnostics.render(Style::Plain));
}

/// The fixture that is right.
fn fixture() -> Input {
    with_entry(ENTRY)
}

/// The fixture with another entry.
fn with_entry(entry: &str) -> Input {
    let mut diagnostics = Diagnostics::default();
    let settings = Settings::parse(Source::new("settings.yaml", settings().replace(ENTRY, entry)), &mut diagnostics);
    assert!(settings.is_some(), "{}", diagnostics.render(Style::Plain));
    let mut overlays = Overlays::default();
    overlays.lay(&Source::new("overlay.yaml", read("overlay.yaml")), "document.yaml");
    Input {
        settings: settings.expect("it is there"),
        documents: vec![Source::new("document.yaml", read("document.yaml"))],
        overlays,
        templates: Templates::default(),
        command: "cargo test".to_owned(),
    }
}

fn settings() -> String {
    let text = read("settings.yaml");
    assert!(text.contains(ENTRY), "{text}");
    text
}

fn read(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/removed_operation");
    fs::read_to_string(folder.join(name)).expect("the fixture has it")
}

fn problems(input: &Input) -> String {
    let mut diagnostics = Diagnostics::default();
    let krate = generator::generate(input, &mut diagnostics);
    assert_eq!(krate.is_some(), !diagnostics.has_errors());
    diagnostics.render(Style::Plain)
}
