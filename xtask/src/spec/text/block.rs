//! Values in the plain style of the documents: a line for each key and each element, quotes only where they are needed.

use serde_yaml::Value;

/// The whole text of a document.
pub(crate) fn block(document: &Value) -> String {
    let mut text = lines(document, 0).join("\n");
    text.push('\n');
    text
}

/// The lines of a value, `indent` columns in.
pub(super) fn lines(value: &Value, indent: usize) -> Vec<String> {
    match value {
        Value::Mapping(mapping) if !mapping.is_empty() => {
            mapping.iter().flat_map(|(key, value)| field(key, value, indent)).collect()
        }
        Value::Sequence(list) if !list.is_empty() => list.iter().flat_map(|value| item(value, indent)).collect(),
        value => vec![" ".repeat(indent) + &inline(value)],
    }
}

/// An entry of a mapping.
pub(super) fn field(key: &Value, value: &Value, indent: usize) -> Vec<String> {
    let head = " ".repeat(indent) + &inline(key) + ":";
    if is_inline(value) {
        return vec![format!("{head} {}", inline(value))];
    }
    let mut written = vec![head];
    written.extend(lines(value, indent + 2));
    written
}

/// An element of a list.
pub(super) fn item(value: &Value, indent: usize) -> Vec<String> {
    let mut written = lines(value, indent + 2);
    if let Some(first) = written.first_mut() {
        *first = " ".repeat(indent) + "- " + first.trim_start();
    }
    written
}

fn is_inline(value: &Value) -> bool {
    match value {
        Value::Mapping(mapping) => mapping.is_empty(),
        Value::Sequence(list) => list.is_empty(),
        _ => true,
    }
}

fn inline(value: &Value) -> String {
    match value {
        Value::Null => "null".to_owned(),
        Value::Bool(flag) => flag.to_string(),
        Value::Number(number) => number.to_string(),
        Value::String(text) => scalar(text),
        Value::Sequence(_) => "[]".to_owned(),
        Value::Mapping(_) => "{}".to_owned(),
        Value::Tagged(tagged) => inline(&tagged.value),
    }
}

/// A text without quotes where no version of YAML takes it for anything else.
fn scalar(text: &str) -> String {
    const WORDS: [&str; 10] = ["true", "false", "null", "yes", "no", "on", "off", "y", "n", "nan"];
    let is_plain = text.starts_with(|first: char| first.is_alphabetic() || "/$".contains(first))
        && text.chars().all(|c| c.is_alphanumeric() || "_-./{} +$@".contains(c))
        && !text.ends_with(' ')
        && !WORDS.contains(&text.to_lowercase().as_str());
    if is_plain {
        text.to_owned()
    } else if text.chars().any(char::is_control)
        || text.chars().any(|c| matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}'))
    {
        // A text of JSON is one of YAML too.
        serde_json::Value::String(text.to_owned()).to_string()
    } else {
        format!("'{}'", text.replace('\'', "''"))
    }
}
