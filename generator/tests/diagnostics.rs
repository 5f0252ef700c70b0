//! The messages for broken documents, word for word, and a few documents that must not break anything.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use generator::diagnostic::{Diagnostic, Diagnostics, Place, Rule, Severity, Style, feature};
use generator::source::{Pointer, Source};
use generator::spec::Document;

/// Loads a text, and gives the document and everything that was reported.
fn load(name: &str, text: &str) -> (Option<Document>, Diagnostics) {
    let mut diagnostics = Diagnostics::default();
    let document = Document::load(Source::new(name, text), &mut diagnostics);
    (document, diagnostics)
}

/// The documents of a folder with their names, in order.
fn documents(folder: &str) -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let entries = fs::read_dir(&folder).expect("the folder is there");
    let mut files: Vec<_> = entries.map(|entry| entry.expect("it is readable").path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "yaml" || extension == "json"));
    files.sort();
    assert!(!files.is_empty());
    let read = |file: &std::path::PathBuf| {
        let name = file.file_name().and_then(|name| name.to_str()).expect("its name is UTF-8");
        (name.to_owned(), fs::read_to_string(file).expect("it is readable"))
    };
    files.iter().map(read).collect()
}

#[test]
fn every_broken_document_is_explained() {
    for (name, text) in documents("tests/invalid") {
        let (_, diagnostics) = load(&format!("specs/{name}"), &text);
        assert!(diagnostics.has_errors(), "{name} is broken");
        insta::with_settings!({ snapshot_path => "invalid", prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(name, diagnostics.render(Style::Plain));
        });
    }
}

#[test]
fn everything_that_cannot_be_meant_is_explained_and_loads_all_the_same() {
    for (name, text) in documents("tests/lint") {
        let (document, diagnostics) = load(&format!("specs/{name}"), &text);
        assert!(document.is_some() && !diagnostics.has_errors(), "{name}: {}", diagnostics.render(Style::Plain));
        // Of one kind of warning three are shown; what has more to show has further documents, `rule.more.yaml`.
        let rule = name.split('.').next().unwrap_or_default();
        assert!(diagnostics.iter().all(|diagnostic| diagnostic.rule.name() == rule), "{name} is about one rule");
        insta::with_settings!({ snapshot_path => "lint", prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(name, diagnostics.render(Style::Plain));
        });
    }
}

#[test]
fn each_rule_has_a_message_that_somebody_has_read() {
    let mut read = String::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("tests")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("the folder is there") {
            let path = entry.expect("it is readable").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "snap" || extension == "rs") {
                read.push_str(&fs::read_to_string(&path).expect("it is a text"));
            }
        }
    }
    let unread: Vec<_> = Rule::all().filter(|rule| !read.contains(&format!("[{}]: ", rule.code()))).collect();
    assert!(unread.is_empty(), "no snapshot shows a message of {unread:?}");
}

#[test]
fn a_missing_file_is_explained() {
    let error = fs::read_to_string("specs/absent.yaml").expect_err("there is no such file");
    let mut diagnostics = Diagnostics::default();
    diagnostics.push(Diagnostic::unreadable("specs/absent.yaml", &error));
    insta::assert_snapshot!(diagnostics.render(Style::Plain), @r"
    error[GA0001]: the file `specs/absent.yaml` does not exist
    --> specs/absent.yaml
     = help: check the path, or create the file

    1 error
    ");
}

#[test]
fn settings_that_do_not_fit_are_explained() {
    let text = "clients:\n  - name: Management\n    retries: many\n";
    let source = Source::new("specs/genauth.yaml", text);
    #[derive(Debug, serde::Deserialize)]
    #[expect(dead_code, reason = "only the error is of interest")]
    struct Client {
        name: String,
        retries: u8,
    }
    #[derive(Debug, serde::Deserialize)]
    #[expect(dead_code, reason = "only the error is of interest")]
    struct Settings {
        clients: Vec<Client>,
    }
    let error = serde_yaml::from_str::<Settings>(text).expect_err("`many` is not a number");
    let mut diagnostics = Diagnostics::default();
    diagnostics.push(Diagnostic::yaml(&source, Rule::InvalidSettings, &error));
    insta::assert_snapshot!(diagnostics.render(Style::Plain), @r#"
    error[GA0017]: clients[0].retries: invalid type: string "many", expected u8
     --> specs/genauth.yaml:3:14
      |
    3 |     retries: many
      |              ^^^^

    1 error
    "#);
}

#[test]
fn repeated_warnings_are_counted_and_errors_are_not_crowded_out() {
    let text: String = (0..200).map(|line| format!("key{line}: value\n")).collect();
    let source = Source::new("many.yaml", text);
    let mut diagnostics = Diagnostics::default();
    for line in 0..200 {
        let place = Place::value(&source, &Pointer::root().child(&format!("key{line}")));
        let rule = if line % 2 == 0 { Rule::Unsupported(feature::CALLBACK) } else { Rule::NameCollision };
        diagnostics.push(Diagnostic::new(rule, format!("number {line}"), place));
    }
    let text = diagnostics.render(Style::Plain);
    assert_eq!(text.matches("error[GA0201]").count(), 50);
    assert_eq!(text.matches("warning[GA0101]").count(), 0);
    assert!(
        text.ends_with("\n\n... and 100 more: callback\n... and 50 more: name-collision\n\n100 errors, 100 warnings\n"),
        "{text}"
    );
}

#[test]
fn columns_count_characters_in_any_line_ending() {
    for text in [
        "\u{feff}openapi: 3.0.3\r\ninfo: {title: 用户😀, version: 1}\r\npaths: {}\r\n",
        "\u{feff}{\"openapi\": \"3.0.3\",\r\n\"x\": 0, \"info\": {\"title\": \"用户\\ud83d\\ude00\", \"version\": 1},\r\n\"paths\": {}}\r\n",
    ] {
        let (document, diagnostics) = load("a.yaml", text);
        assert!(document.is_none());
        let diagnostic = diagnostics.iter().next().expect("the version is not a string");
        let span = diagnostic.at.locate().expect("it is in the text");
        let body = text.trim_start_matches('\u{feff}');
        assert_eq!(&body[span.start..span.end], "1");
        let line = body.lines().nth(1).expect("there are three lines");
        let offset = line.rfind('1').expect("it is in the second line");
        assert_eq!((span.line, span.column), (2, line[..offset].chars().count() + 1));
    }
}

#[test]
fn documents_in_use_are_not_refused() {
    let text = "
openapi: 3.0
info: {title: Loose, version: '1', description: }
paths:
  /a:
    parameters:
    get:
      responses:
        200: {content: {application/json: {schema: {type: string, maxLength: 64.0, maximum: 18446744073709551615}}}}
        404: &gone {description: Gone, headers: {X-Why: {description: No schema}}}
        410: {<<: *gone, x-also: true}
      callbacks: {done: {$ref: '#/components/callbacks/Done'}}
components:
  callbacks: {Done: {}}
";
    let (document, diagnostics) = load("loose.yaml", text);
    assert!(!diagnostics.has_errors(), "{}", diagnostics.render(Style::Plain));
    assert_eq!(document.expect("it loads").openapi.openapi, "3.0");
}

#[test]
fn head_beside_get_may_share_its_id() {
    let text = "{\"openapi\": \"3.0.3\", \"info\": {\"title\": \"t\", \"version\": \"1\"}, \"paths\": {\"/a\": {
        \"get\": {\"operationId\": \"a\", \"responses\": {\"200\": {}}},
        \"head\": {\"operationId\": \"a\", \"responses\": {\"200\": {}}}}}}";
    let (document, diagnostics) = load("twins.json", text);
    assert_eq!(diagnostics.iter().map(|diagnostic| diagnostic.severity).collect::<Vec<_>>(), [Severity::Warning]);
    let document = document.expect("it loads");
    let ids: Vec<_> = document
        .openapi
        .operations()
        .map(|(_, method, operation)| (method, operation.operation_id.as_deref()))
        .collect();
    assert_eq!(ids, [("get", Some("a")), ("head", None)]);
}

#[test]
fn references_are_followed_to_the_end() {
    let text = "
openapi: 3.0.3
info: {title: t, version: '1'}
paths: {}
components:
  schemas:
    A: {$ref: '#/components/schemas/B'}
    B: {$ref: '#/components/schemas/C'}
    C: {type: string}
    Loop: {$ref: '#/components/schemas/Loop'}
";
    let (document, diagnostics) = load("chain.yaml", text);
    assert_eq!(diagnostics.iter().map(|diagnostic| diagnostic.rule).collect::<Vec<_>>(), [Rule::ReferenceCycle]);
    let document = document.expect("it loads");
    assert_eq!(document.schema("#/components/schemas/A").map(|(name, _)| name), Some("C"));
    assert!(document.schema("#/components/schemas/Loop").is_none());
    assert!(document.schema("#/components/responses/A").is_none());
}

#[test]
fn no_document_brings_the_generator_down() {
    let deep = format!(
        "{{\"openapi\": \"3.0.3\", \"info\": {{}}, \"components\": {}1{}",
        "{\"a\":".repeat(500),
        "}".repeat(501)
    );
    let schema = format!("{}{}{}", "{\"items\":".repeat(50), "{\"type\": 5}", "}".repeat(50));
    let nested =
        format!("{{\"openapi\": \"3.0.3\", \"info\": {{}}, \"components\": {{\"schemas\": {{\"a\": {schema}}}}}}}");
    let sound = nested
        .replace("{\"type\": 5}", "{}")
        .replace("\"info\": {}", "\"info\": {\"title\": \"\", \"version\": \"\"}, \"paths\": {}");
    for text in [
        "",
        "\u{feff}",
        "5",
        "[]",
        "- a",
        "{",
        "}",
        "a: b: c",
        "\t",
        "openapi: [",
        "&a [*a]",
        "? [a]\n: b",
        "--- a\n--- b",
        "openapi: 3.0.3\npaths: 5",
        "\u{0}",
        &deep,
        &nested,
    ] {
        let (_, diagnostics) = load("hostile.yaml", text);
        assert!(diagnostics.has_errors(), "{text:?}");
        assert!(!diagnostics.render(Style::Colour).is_empty());
    }
    let (document, diagnostics) = load("deep.json", &sound);
    assert!(document.is_some(), "{}", diagnostics.render(Style::Plain));
    let _: Option<Arc<Source>> = document.map(|document| document.source);
}

#[test]
fn what_is_checked_ends_though_schemas_multiply() {
    let parts = "{$ref: '#/components/schemas/A'}, ".repeat(40);
    for key in ["allOf", "oneOf", "anyOf"] {
        let text = format!(
            "openapi: 3.0.3\ninfo: {{title: t, version: '1'}}\npaths: {{}}\ncomponents:\n  schemas:\n    A:\n      {key}: [{parts}]\n      \
             required: [a]\n      example: {{a: 1}}\n      discriminator: {{propertyName: kind}}\n"
        );
        let (_, diagnostics) = load("many.yaml", &text);
        assert!(diagnostics.iter().any(|diagnostic| diagnostic.rule == Rule::RequiredWithoutProperty), "{key}");
    }
}

#[test]
fn a_fault_behind_a_merge_key_is_found_where_it_is_written() {
    let text = "
openapi: 3.0.3
info: {title: t, version: '1'}
x-common: &common {type: strng}
paths: {}
components:
  schemas:
    A: {<<: *common, nullable: true}
";
    let (_, diagnostics) = load("merge.yaml", text);
    let lines: Vec<_> =
        diagnostics.iter().filter_map(|diagnostic| Some((diagnostic.rule, diagnostic.at.locate()?.line))).collect();
    assert_eq!(lines, [(Rule::UnknownType, 4)]);

    let circle = Source::new("circle.yaml", "&a {<<: *a}");
    assert!(circle.locate(&Pointer::root().child("b")).is_some());
}
