//! Overlays: what their actions do to a document, and the messages for those that do not fit, word for word.

#[path = "support/shuffle.rs"]
mod shuffle;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use generator::diagnostic::{Diagnostics, Rule, Style};
use generator::documents_of;
use generator::overlay::{Overlay, Overlays};
use generator::source::Source;
use generator::spec::Document;

/// Lays overlays over the one document of these tests.
fn laid(document: &Arc<Source>, overlays: &[&Arc<Source>]) -> (Option<Document>, Diagnostics) {
    let mut plan = Overlays::default();
    for overlay in overlays {
        plan.lay(overlay, document.name());
    }
    let mut diagnostics = Diagnostics::default();
    let documents = documents_of(&[Arc::clone(document)], &plan, &mut diagnostics);
    (documents.and_then(|documents| documents.into_iter().next()), diagnostics)
}

/// An overlay with these actions.
fn overlay(actions: &str) -> Arc<Source> {
    Source::new("overlays/test.yaml", format!("overlay: 1.0.0\ninfo: {{title: t, version: '1'}}\nactions:\n{actions}"))
}

fn document() -> Arc<Source> {
    Source::new("specs/document.yaml", read(&folder("document.yaml")))
}

fn text(document: &Document) -> String {
    serde_yaml::to_string(&document.openapi).expect("it can be written")
}

#[test]
fn actions_change_the_document() {
    let plain = text(&laid(&document(), &[]).0.expect("the document is sound"));
    for (name, overlay) in overlays("valid") {
        let (changed, diagnostics) = laid(&document(), &[&overlay]);
        assert!(diagnostics.is_empty(), "{name}: {}", diagnostics.render(Style::Plain));
        let changed = text(&changed.expect("it is there"));
        assert_ne!(changed, plain, "{name}");
        insta::with_settings!({ snapshot_path => "overlays/valid", prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(name, difference(&plain, &changed));
        });
    }
}

#[test]
fn every_overlay_that_does_not_fit_is_explained() {
    for (name, overlay) in overlays("invalid") {
        let (_, diagnostics) = laid(&document(), &[&overlay]);
        assert!(diagnostics.has_errors(), "{name} is wrong");
        insta::with_settings!({ snapshot_path => "overlays/invalid", prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(name, diagnostics.render(Style::Plain));
        });
    }
}

#[test]
fn a_later_overlay_sees_what_an_earlier_one_did() {
    let add = overlay("  - {target: $.components.schemas, update: {Bird: {type: object}}}");
    let describe = overlay("  - {target: $.components.schemas.Bird, update: {description: Sings}}");
    assert!(laid(&document(), &[&add, &describe]).0.is_some_and(|it| text(&it).contains("Sings")));
    assert!(laid(&document(), &[&describe, &add]).1.has_errors());
}

#[test]
fn one_overlay_may_be_for_several_documents() {
    let other =
        "openapi: 3.0.3\ninfo: {title: Birds, version: '1'}\npaths: {}\ncomponents: {schemas: {Bird: {type: object}}}";
    let sources = [document(), Source::new("specs/birds.yaml", other)];
    let shared = overlay(
        "  - {target: '$.components.schemas[\"Bird\", \"Cat\"]', update: {description: Shared}}
  - {target: $.components.schemas.Bird, update: {title: Only here}}
  - {target: $.components.schemas.Cow, update: {title: Nowhere}}",
    );
    let mut plan = Overlays::default();
    for source in &sources {
        plan.lay(&shared, source.name());
        plan.lay(&shared, source.name());
    }
    let mut diagnostics = Diagnostics::default();
    assert!(documents_of(&sources, &plan, &mut diagnostics).is_none());
    insta::assert_snapshot!(diagnostics.render(Style::Plain));
}

#[test]
fn nothing_is_said_of_targets_while_a_document_cannot_be_read() {
    let shared = overlay("  - {target: $.components.schemas.Bird, update: {title: Only there}}");
    let mut plan = Overlays::default();
    plan.lay(&shared, "specs/document.yaml");
    plan.lay(&shared, "specs/missing.yaml");
    let mut diagnostics = Diagnostics::default();
    documents_of(&[document()], &plan, &mut diagnostics);
    assert!(diagnostics.is_empty(), "{}", diagnostics.render(Style::Plain));
}

#[test]
fn an_overlay_may_name_the_document_it_is_for() {
    let text = "overlay: 1.0.1\nextends: https://example.com/api/document.yaml\ninfo: {title: t, version: '1'}\nactions:\n  - {target: $.info, update: {description: x}}";
    let (document, diagnostics) = laid(&document(), &[&Source::new("a.yaml", text)]);
    assert!(document.is_some(), "{}", diagnostics.render(Style::Plain));
}

#[test]
fn the_order_of_a_documents_maps_changes_nothing() {
    let json = |document: &Arc<Source>| {
        let all: Vec<_> =
            overlays("valid").into_iter().filter(|(name, _)| name != "remove.yaml" && name != "order.yaml").collect();
        let overlays: Vec<&Arc<Source>> = all.iter().map(|(_, overlay)| overlay).collect();
        let (document, diagnostics) = laid(document, &overlays);
        assert!(document.is_some(), "{}", diagnostics.render(Style::Plain));
        serde_json::to_value(document.expect("it is there").openapi).expect("it can be written")
    };
    let plain = document();
    let expected = json(&plain);
    for seed in 0..8 {
        assert_eq!(json(&Source::new(plain.name(), shuffle::shuffled(plain.text(), seed))), expected, "seed {seed}");
    }
}

#[test]
fn no_overlay_brings_the_generator_down() {
    let deep = format!("  - {{target: $, update: {}1{}}}", "{x-a: ".repeat(100), "}".repeat(100));
    let deeper = format!("{deep}\n  - {{target: $..x-a, update: {}1{}}}", "{x-b: ".repeat(100), "}".repeat(100));
    let nested = format!("  - {{target: '$[?{}@.a{}]', update: {{}}}}", "(".repeat(5000), ")".repeat(5000));
    for actions in [
        "  - {target: '$.tags[9007199254740991]', update: {}}",
        "  - {target: '$.tags[-9007199254740991]', remove: true}",
        "  - {target: '$.tags[0:9007199254740991:9007199254740991]', update: 1}",
        "  - {target: '$..*', update: {}}",
        "  - {target: '$[\"\\u0000\"]', update: {}}",
        "  - {target: '', update: {}}",
        "  - {target: '$[?match(@.name, ''('')]', update: {}}",
        deeper.as_str(),
        nested.as_str(),
    ] {
        let (_, diagnostics) = laid(&document(), &[&overlay(actions)]);
        assert!(diagnostics.has_errors(), "{actions}");
    }
    for text in ["", "5", "[]", "overlay: 1.0.0", "overlay: 1.0.0\nactions: 5", "{\"overlay\": \"1.0.0\",}", "&a [*a]"]
    {
        let mut diagnostics = Diagnostics::default();
        Overlay::parse(Source::new("hostile.yaml", text), &mut diagnostics);
        assert!(diagnostics.has_errors(), "{text:?}");
    }
}

#[test]
fn an_overlay_may_be_json_and_an_action_without_change_is_a_warning() {
    let text = r#"{"overlay": "1.0.0", "info": {"title": "t", "version": "1"}, "actions": [{"target": "$.info"}]}"#;
    let mut diagnostics = Diagnostics::default();
    assert!(Overlay::parse(Source::new("a.json", text), &mut diagnostics).is_some());
    assert_eq!((diagnostics.counts().errors, diagnostics.counts().warnings), (0, 1));
    assert!(diagnostics.iter().all(|diagnostic| diagnostic.rule == Rule::InvalidOverlay));
}

/// The overlays of a folder, by the names of their files.
fn overlays(kind: &str) -> Vec<(String, Arc<Source>)> {
    let entries = fs::read_dir(folder(kind)).expect("the folder is there");
    let mut files: Vec<_> = entries.map(|entry| entry.expect("it is readable").path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "yaml"));
    files.sort();
    assert!(!files.is_empty());
    let named = files.iter().map(|file| {
        let name = file.file_name().and_then(|name| name.to_str()).expect("its name is UTF-8");
        (name.to_owned(), Source::new(format!("overlays/{name}"), read(file)))
    });
    named.collect()
}

/// The lines that only one of two texts has, each after the lines that it stands under.
fn difference(before: &str, after: &str) -> String {
    let before: Vec<String> = with_parents(before);
    let after: Vec<String> = with_parents(after);
    let removed = before.iter().filter(|line| !after.contains(line)).map(|line| format!("- {line}\n"));
    let added = after.iter().filter(|line| !before.contains(line)).map(|line| format!("+ {line}\n"));
    removed.chain(added).collect()
}

/// Each line with the keys around it before it.
fn with_parents(text: &str) -> Vec<String> {
    let mut open: Vec<(usize, String)> = Vec::new();
    let mut lines = Vec::new();
    for line in text.lines() {
        let depth = line.len() - line.trim_start_matches([' ', '-']).len();
        open.retain(|(around, _)| *around < depth);
        let parents: String = open.iter().map(|(_, key)| format!("{key} ")).collect();
        lines.push(parents + line.trim_start());
        open.push((depth, line.trim().to_owned()));
    }
    lines
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).expect("it is readable")
}

fn folder(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/overlays").join(path)
}
