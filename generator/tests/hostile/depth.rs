//! Collections in collections.

use generator::diagnostic::Rule;

use super::run::{components, files, run, run_under};

const LEVELS: usize = 100_000;

#[test]
fn deep_json_is_refused() {
    for (open, close) in [("{\"a\":", "}"), ("[", "]")] {
        let ran = run(components(&format!("{{\"x-a\": {}1{}}}", open.repeat(LEVELS), close.repeat(LEVELS))));
        assert_eq!(ran.errors, [Rule::TooDeep], "{}", ran.said);
    }
    // Nothing closes them either.
    assert_eq!(run(format!("{{\"a\": {}", "[".repeat(LEVELS))).errors, [Rule::TooDeep]);
}

#[test]
fn deep_yaml_is_refused() {
    let flow = |open: &str, close: &str| format!("x-a: {}1{}", open.repeat(LEVELS), close.repeat(LEVELS));
    for text in [flow("[", "]"), flow("{a: ", "}"), format!("x-a:\n{}1", "- ".repeat(LEVELS)), "? ".repeat(LEVELS)] {
        let ran = run(text);
        assert_eq!(ran.errors, [Rule::TooDeep], "{}", ran.said);
    }
    insta::assert_snapshot!(run(format!("x-a: {}1{}", "[".repeat(200), "]".repeat(200))).said);
}

#[test]
fn a_deep_overlay_is_refused() {
    let overlay = format!("overlay: 1.0.0\nx-a: {}1{}", "[".repeat(LEVELS), "]".repeat(LEVELS));
    assert_eq!(run_under(components("{}"), Some(&overlay)).errors, [Rule::TooDeep]);
}

/// Every way to put a schema into a schema, as deep as texts may be.
#[test]
fn schemas_as_deep_as_a_text_may_be_are_generated() {
    let ways = [
        ("{\"type\":\"array\",\"items\":", "}", 115),
        ("{\"properties\":{\"a\":", "}}", 58),
        ("{\"additionalProperties\":", "}", 115),
        ("{\"allOf\":[", "]}", 58),
        ("{\"type\":\"object\",\"allOf\":[{\"properties\":{\"a\":", "}}]}", 29),
        ("{\"oneOf\":[{\"type\":\"string\"},", "]}", 58),
        ("{\"anyOf\":[{\"type\":\"boolean\"},{\"properties\":{\"a\":", "}}]}", 29),
        ("{\"not\":", "}", 115),
    ];
    for (open, close, levels) in ways {
        let schema = format!("{}{{}}{}", open.repeat(levels), close.repeat(levels));
        files(components(&format!("{{\"schemas\": {{\"A\": {schema}}}}}")));
        let example = format!("{}1{}", "[".repeat(110), "]".repeat(110));
        files(components(&format!(
            "{{\"schemas\": {{\"A\": {{\"properties\": {{\"a\": {{\"example\": {example}}}}}}}}}}}"
        )));
    }
}
