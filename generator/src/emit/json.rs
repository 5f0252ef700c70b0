//! JSON as text.

use super::docs::is_invisible;
use crate::model::Json;

/// JSON over as many lines as a person would take, with four spaces a level in Rust's manner.
pub(super) fn pretty(json: &Json) -> String {
    let mut text = String::new();
    write(&mut text, json, 0, Style::Lines);
    text
}

/// JSON in one line.
pub(super) fn compact(json: &Json) -> String {
    let mut text = String::new();
    write(&mut text, json, 0, Style::Line);
    text
}

#[derive(Clone, Copy, PartialEq)]
enum Style {
    Lines,
    Line,
}

fn write(text: &mut String, json: &Json, depth: usize, style: Style) {
    match json {
        Json::Null => text.push_str("null"),
        Json::Bool(flag) => text.push_str(if *flag { "true" } else { "false" }),
        Json::Number(number) => text.push_str(number),
        Json::Text(value) => text.push_str(&quoted(value)),
        Json::List(elements) => {
            let write_element = |text: &mut String, element: &Json| write(text, element, depth + 1, style);
            members(text, ['[', ']'], elements, depth, style, write_element);
        }
        Json::Object(properties) => {
            let write_property = |text: &mut String, (name, value): &(String, Json)| {
                text.push_str(&quoted(name));
                text.push_str(": ");
                write(text, value, depth + 1, style);
            };
            members(text, ['{', '}'], properties, depth, style, write_property);
        }
    }
}

fn members<T>(
    text: &mut String,
    [open, close]: [char; 2],
    members: &[T],
    depth: usize,
    style: Style,
    write_member: impl Fn(&mut String, &T),
) {
    let indent = |text: &mut String, depth: usize| match style {
        Style::Lines => text.push_str(&format!("\n{}", "    ".repeat(depth))),
        Style::Line => {}
    };
    text.push(open);
    for (index, member) in members.iter().enumerate() {
        if index > 0 {
            text.push_str(if style == Style::Line { ", " } else { "," });
        }
        indent(text, depth + 1);
        write_member(text, member);
    }
    if !members.is_empty() {
        indent(text, depth);
    }
    text.push(close);
}

/// Text as JSON quotes it, and what nobody could see as an escape.
fn quoted(text: &str) -> String {
    let quoted = serde_json::Value::from(text).to_string();
    if !quoted.contains(is_invisible) {
        return quoted;
    }
    let mut escaped = String::with_capacity(quoted.len() + 16);
    for c in quoted.chars() {
        if is_invisible(c) {
            // Beyond the basic plane there are two.
            escaped.extend(c.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("\\u{unit:04x}")));
        } else {
            escaped.push(c);
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::{compact, pretty, quoted};
    use crate::model::Json;

    #[test]
    fn what_nobody_sees_is_escaped() {
        assert_eq!(quoted("a\u{202e}b\u{e0041}"), r#""a\u202eb\udb40\udc41""#);
    }

    #[test]
    fn both_styles_are_json() {
        let json = Json::Object(vec![
            ("b \"".to_owned(), Json::List(vec![Json::Null, Json::Number("1".to_owned())])),
            ("a".to_owned(), Json::Object(Vec::new())),
        ]);
        assert_eq!(
            compact(&Json::Text("a\u{202e}\u{e0041}\u{7f}\0".to_owned())),
            r#""a\u202e\udb40\udc41\u007f\u0000""#
        );
        assert_eq!(compact(&json), r#"{"b \"": [null, 1], "a": {}}"#);
        assert_eq!(pretty(&json), "{\n    \"b \\\"\": [\n        null,\n        1\n    ],\n    \"a\": {}\n}");
    }
}
