//! The formats that problems are written in: what each looks like, that texts of a document cannot break out of it, and that what
//! is written about JSON is so.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use generator::diagnostic::{Diagnostic, Diagnostics, Format, Limit, Place, Rule, Style, feature};
use generator::source::{Pointer, Source};
use generator::spec::Document;
use serde_json::Value;

const FORMATS: [Format; 4] = [Format::Human(Style::Plain), Format::Short, Format::Json, Format::GitHub];

/// Two operations of one id, which takes two places to see, and a reference that leads out of the document.
const PETS: &str = "\
openapi: 3.0.3
info: {title: Pets, version: 1.0.0}
paths:
  /pets:
    get:
      operationId: pets
      responses: {'200': {description: '用户', content: {application/json: {schema: {$ref: 'pet.yaml'}}}}}
  /dogs:
    get:
      operationId: pets
      responses: {'200': {description: Dogs}}
";

fn problems(text: &str) -> Diagnostics {
    let mut diagnostics = Diagnostics::default();
    Document::load(Source::new("specs/pets.yaml", text), &mut diagnostics);
    diagnostics
}

#[test]
fn each_format_tells_of_the_same_problems() {
    let problems = problems(PETS);
    insta::assert_snapshot!("human", problems.render_as(Format::Human(Style::Plain), Limit::Usual));
    insta::assert_snapshot!("short", problems.render_as(Format::Short, Limit::Usual));
    insta::assert_snapshot!("json", problems.render_as(Format::Json, Limit::Usual));
    insta::assert_snapshot!("github", problems.render_as(Format::GitHub, Limit::Usual));
}

#[test]
fn without_problems_only_json_has_something_to_say() {
    let said = FORMATS.map(|format| Diagnostics::default().render_as(format, Limit::Usual));
    assert_eq!(
        said,
        ["", "", "{\"type\":\"summary\",\"errors\":0,\"warnings\":0,\"notes\":0,\"shown\":0,\"unsupported\":{}}\n", ""]
    );
}

#[test]
fn a_file_without_a_text_has_no_line() {
    let error = fs::read_to_string("specs/absent.yaml").expect_err("there is no such file");
    let mut diagnostics = Diagnostics::default();
    diagnostics.push(Diagnostic::unreadable("specs/absent.yaml", &error));
    let said = FORMATS.map(|format| diagnostics.render_as(format, Limit::Usual));
    let first = |index: usize| said[index].lines().next().expect("a line");
    assert_eq!(first(1), "specs/absent.yaml: error[GA0001]: the file `specs/absent.yaml` does not exist");
    assert!(first(2).contains("\"file\":\"specs/absent.yaml\",\"line\":null,"), "{}", first(2));
    assert!(first(3).starts_with("::error file=specs/absent.yaml,title=GA0001 unreadable-file::"), "{}", first(3));
}

#[test]
fn a_document_cannot_break_out_of_a_line() {
    let hostile = "a\n::error::b\r\n\u{1b}[31mc\u{9b}d\u{2028}%0A,:";
    let source = Source::new("odd,na:me\n::warning::.yaml", format!("{hostile}\n"));
    let place = || Place::span(&source, 0..1);
    let mut diagnostics = Diagnostics::default();
    let diagnostic = Diagnostic::new(Rule::DanglingReference, hostile, place()).label(hostile).help(hostile);
    diagnostics.push(diagnostic.related(Place::file(hostile), hostile).related(place(), hostile));
    for format in FORMATS {
        let said = diagnostics.render_as(format, Limit::All);
        // `:::` is the arrow to a second place, and no command.
        let is_command = |line: &&str| line.trim_start().trim_start_matches(":::").starts_with("::");
        let commands: Vec<&str> = said.lines().filter(is_command).collect();
        assert_eq!(commands.len(), usize::from(format == Format::GitHub), "{format:?}: {said}");
        assert!(!said.contains(['\r', '\u{1b}']), "{format:?}: {said:?}");
        assert!(format == Format::Json || !said.contains(['\u{9b}', '\u{2028}']), "{format:?}: {said:?}");
    }
    insta::assert_snapshot!("hostile", diagnostics.render_as(Format::GitHub, Limit::All));
}

#[test]
fn what_finds_no_room_is_counted() {
    let source = Source::new("many.yaml", (0..60).map(|line| format!("key{line}: value\n")).collect::<String>());
    let mut diagnostics = Diagnostics::default();
    for line in 0..60 {
        let place = Place::value(&source, &Pointer::root().child(&format!("key{line}")));
        diagnostics.push(Diagnostic::new(Rule::Unsupported(feature::CALLBACK), format!("number {line}"), place));
    }
    let shown = |format, limit| diagnostics.render_as(format, limit).matches("number ").count();
    for format in [Format::Human(Style::Plain), Format::Short] {
        assert_eq!([shown(format, Limit::Usual), shown(format, Limit::Most(7)), shown(format, Limit::All)], [3, 7, 60]);
    }
    for format in [Format::Json, Format::GitHub] {
        assert_eq!(
            [shown(format, Limit::Usual), shown(format, Limit::Most(7)), shown(format, Limit::All)],
            [60, 7, 60]
        );
    }
    let short = diagnostics.render_as(Format::Short, Limit::Most(7));
    assert!(short.ends_with(": number 6\n... and 53 more: callback\n\n60 warnings\n"), "{short}");
    let json = diagnostics.render_as(Format::Json, Limit::Most(7));
    assert!(json.ends_with("\"warnings\":60,\"notes\":0,\"shown\":7,\"unsupported\":{\"callback\":60}}\n"), "{json}");
}

#[test]
fn what_is_denied_becomes_an_error() {
    let mut diagnostics = problems(PETS);
    assert_eq!((diagnostics.counts().errors, diagnostics.counts().warnings), (1, 1));
    assert_eq!(diagnostics.deny(|_| true), 1, "errors do not count again");
    assert_eq!((diagnostics.counts().errors, diagnostics.counts().warnings), (2, 0));
}

#[test]
fn the_fields_of_json_are_those_that_are_described() {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("DIAGNOSTICS.md")).expect("it is there");
    let (_, fields) = text.split_once("\n## Fields").expect("they are described");
    let names = fields.lines().filter_map(|line| line.strip_prefix("| `")?.split(" |").next());
    let described: BTreeSet<&str> =
        names.flat_map(|names| names.split("`, `")).map(|name| name.trim_end_matches('`')).collect();
    let json = problems(PETS).render_as(Format::Json, Limit::Usual);
    let objects: Vec<Value> = json.lines().map(|line| serde_json::from_str(line).expect("it is JSON")).collect();
    let mut emitted = BTreeSet::new();
    for object in &objects {
        let related = object.get("related").and_then(Value::as_array).into_iter().flatten();
        for fields in [object].into_iter().chain(related).filter_map(Value::as_object) {
            emitted.extend(fields.keys().map(String::as_str));
        }
    }
    assert_eq!(emitted, described);
}
