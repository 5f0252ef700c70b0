//! Patterns that an engine which goes back and tries again would work on for ever.

use serde_json::json;

use super::run::{components, run};

/// What is reported of a schema with a pattern and examples.
fn said(pattern: &str, examples: &[String]) -> String {
    let properties: serde_json::Map<String, serde_json::Value> = examples
        .iter()
        .enumerate()
        .map(|(index, example)| {
            (format!("p{index}"), json!({"type": "string", "pattern": pattern, "example": example}))
        })
        .collect();
    run(components(&json!({"schemas": {"A": {"type": "object", "properties": properties}}}).to_string())).said
}

#[test]
fn what_would_take_too_long_is_not_tried() {
    let text = format!("{}!", "a".repeat(120));
    let choices = format!("^{}{}$", "a?".repeat(60), "a".repeat(60));
    let variants = format!("^{}$", "(a|a)".repeat(60));
    for pattern in ["^(a|aa)*$", "^(a+)+$", "^(a?){9,}$", "a*a*a*a*a*a*a*a*a*b", "^(?:(?:a*)*)*$", &choices, &variants]
    {
        assert_eq!(said(pattern, std::slice::from_ref(&text)), "", "{pattern}");
    }
}

#[test]
fn what_is_tried_is_counted_over_the_whole_document() {
    let examples: Vec<String> = (0..30_000).map(|index| format!("{}{index}!", "a".repeat(100))).collect();
    let said = said("^a*a*[0-9]$", &examples);
    assert!(said.starts_with("warning[GA0029]"), "the first are tried");
    assert!(said.matches("warning[GA0029]").count() < examples.len(), "the last are not");
}

#[test]
fn what_would_take_too_much_to_compile_is_not_compiled() {
    let alternatives = format!("{}a", "a|".repeat(200_000));
    let classes = "\\p{L}".repeat(1_000_000);
    for pattern in [&alternatives, &classes] {
        assert_eq!(said(pattern, &["b".to_owned()]), "");
    }
    let many = format!("{}b", "a|".repeat(499));
    assert!(said(&many, &["c".to_owned()]).starts_with("warning[GA0029]"));
}

#[test]
fn a_pattern_that_people_write_is_tried() {
    let said = said("^[a-z0-9._%+-]+@[a-z0-9.-]+\\.[a-z]{2,}$", &["a at b".to_owned(), "a@b.de".to_owned()]);
    assert_eq!(said.matches("warning[GA0029]").count(), 1, "{said}");
    assert!(said.contains("a at b"), "{said}");
}
