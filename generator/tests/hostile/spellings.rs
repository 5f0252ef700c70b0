//! The ways in which one document may be written, and those that only look like one.

use generator::diagnostic::Rule;

use super::run::{files, run};

const YAML: &str = "openapi: 3.0.3
info:
  title: Spellings
  version: '1'
paths:
  /a:
    get:
      operationId: getA
      responses:
        200:
          description: |
            All of it,
            on two lines.
components:
  schemas:
    A: &a
      type: object
      properties:
        b: {type: string}
";

const JSON: &str = r#"{"openapi": "3.0.3", "info": {"title": "Spellings", "version": "1"},
    "paths": {"/a": {"get": {"operationId": "getA", "responses": {"200": {"description": "All of it,\non two lines.\n"}}}}},
    "components": {"schemas": {"A": {"type": "object", "properties": {"b": {"type": "string"}}}}}}"#;

/// The crate of a text is that of [`YAML`].
fn same(text: &str) {
    assert_eq!(crate_of(text), crate_of(YAML), "{text}");
}

/// The same, but for the digest: extensions hold what the text refers to, and they are part of what it says.
fn same_beside_extensions(text: &str) {
    let without_digest = |files: Vec<(String, String)>| {
        let other = |line: &&str| !line.starts_with("pub const API_DIGEST");
        let rest = |text: String| text.lines().filter(other).map(str::to_owned).collect::<Vec<_>>();
        files.into_iter().map(|(path, text)| (path, rest(text))).collect::<Vec<_>>()
    };
    assert_eq!(without_digest(crate_of(text)), without_digest(crate_of(YAML)), "{text}");
}

fn crate_of(text: &str) -> Vec<(String, String)> {
    let files = files(text);
    files.iter().map(|(path, text)| (path.to_owned(), text.replace("document.json", "document.yaml"))).collect()
}

#[test]
fn yaml_and_json_are_the_same() {
    same(JSON);
}

#[test]
fn a_byte_order_mark_is_passed_over() {
    same(&format!("\u{feff}{YAML}"));
    same(&format!("\u{feff}{JSON}"));
}

#[test]
fn line_ends_of_windows_are_line_ends() {
    same(&YAML.replace('\n', "\r\n"));
    same(&JSON.replace('\n', "\r\n"));
}

#[test]
fn line_ends_of_old_computers_are_line_ends() {
    same(&YAML.replace('\n', "\r"));
    let ran = run(YAML.replace("object", "objet").replace('\n', "\r"));
    assert_eq!(ran.errors, [Rule::UnknownType]);
}

#[test]
fn tabs_are_space_in_json_and_between_tokens_of_yaml() {
    same(&JSON.replace(' ', "\t").replace("All\tof\tit,", "All of it,").replace("on\ttwo\tlines", "on two lines"));
    same(&YAML.replace("title: ", "title:\t").replace("{type: string}", "{type:\tstring\t}"));
    let ran = run(YAML.replace("  title", "\ttitle"));
    assert_eq!(ran.errors, [Rule::YamlSyntax]);
    assert!(ran.said.contains("YAML does not take tabs"), "{}", ran.said);
}

#[test]
fn anchors_stand_for_what_they_name() {
    same_beside_extensions(
        &YAML.replace("200:", "200: &answer").replace("operationId: getA", "operationId: &id getA\n      x-id: *id"),
    );
    let ran = run(YAML.replace("{type: string}", "*absent"));
    assert_eq!(ran.errors, [Rule::YamlSyntax]);
    assert!(ran.said.contains("define the anchor"), "{}", ran.said);
}

#[test]
fn merge_keys_take_over_what_they_name_and_what_that_takes_over() {
    let merged = "x-one: &one {type: object, properties: {c: {type: integer}}}
x-two: &two {<<: *one, properties: {b: {type: string}}}
x-three: &three {<<: *two}
x-four: &four {type: string}
";
    let with = |schema: &str| {
        merged.to_owned()
            + &YAML.replace("&a\n      type: object\n      properties:\n        b: {type: string}", schema)
    };
    same_beside_extensions(&with("{<<: *two}"));
    same_beside_extensions(&with("{<<: *three}"));
    // The first of a list wins, and what stands beside it.
    same_beside_extensions(&with("{<<: [*three, *four]}"));
    same_beside_extensions(&with("{type: object, <<: [*four, *three]}"));
    for wrong in ["{<<: text}", "{<<: [text]}", "{<<: [[*one]]}"] {
        assert_eq!(run(with(wrong)).errors, [Rule::YamlSyntax], "{wrong}");
    }
}

/// JSON has no merge keys: it is a name like any other.
#[test]
fn a_merge_key_of_json_is_a_name() {
    let files = files(JSON.replace("\"b\"", "\"<<\""));
    assert!(files.get("src/models/a.rs").is_some_and(|text| text.contains("\"<<\"")));
}

#[test]
fn keys_that_are_written_twice_are_refused() {
    let twice = [
        YAML.replace("  title: Spellings\n", "  title: Spellings\n  title: Spellings\n"),
        YAML.replace("  title: Spellings\n", "  title: Spellings\n  \"title\": Spellings\n"),
        YAML.replace("components:", "'200': {description: Again.}\ncomponents:").replace("paths:", "200: {}\npaths:"),
        YAML.replace("        200:", "        '200': {description: First.}\n        200:"),
        YAML.replace("        200:", "        0xc8: {description: First.}\n        200:"),
        YAML.replace("    A: &a\n", "    A: &a\n      <<: {}\n      <<: {}\n"),
        JSON.replace("{\"title\"", "{\"title\": \"First\", \"title\""),
        JSON.replace("{\"title\"", "{\"\\u0074itle\": \"First\", \"title\""),
    ];
    for text in twice {
        let ran = run(text.clone());
        assert!(
            !ran.errors.is_empty() && ran.errors.iter().all(|rule| *rule == Rule::DuplicateKey),
            "{text}\n{}",
            ran.said
        );
    }
}

#[test]
fn yaml_may_begin_with_a_brace() {
    let flow = "{openapi: 3.0.3, info: {title: Spellings, version: '1'}, # with a comment
  paths: {/a: {get: {operationId: getA, responses: {200: {description: \"All of it,\\non two lines.\\n\"}}}}},
  components: {schemas: {A: {type: object, properties: {b: {type: string}}}}}}";
    same(&format!("# not JSON\n{flow}"));
}

#[test]
fn control_characters_are_refused_where_they_cannot_stand() {
    for control in ["\0", "\u{1}", "\u{1b}", "\u{7f}"] {
        assert_eq!(run(YAML.replace("Spellings", &format!("a{control}b"))).errors, [Rule::YamlSyntax], "{control:?}");
    }
    for control in ["\0", "\u{1}", "\u{1b}"] {
        assert_eq!(run(JSON.replace("Spellings", &format!("a{control}b"))).errors, [Rule::JsonSyntax], "{control:?}");
    }
    files(YAML.replace("Spellings", "\"a\\0\\x1b\\u202eb\""));
    files(JSON.replace("Spellings", "a\\u0000\\u001b\\u202e\\ud83d\\ude00b"));
    assert_eq!(run(JSON.replace("Spellings", "a\\ud800b")).errors, [Rule::JsonSyntax]);
}
