//! What a plain scalar means (YAML 1.2, section 10.3.2).

use std::borrow::Cow;

use serde_json::Value;

/// The value of a scalar without quotes; `None` where JSON has no such value.
pub(super) fn plain(text: Cow<'_, str>) -> Option<Value> {
    match &*text {
        "" | "~" | "null" | "Null" | "NULL" => Some(Value::Null),
        "true" | "True" | "TRUE" => Some(Value::Bool(true)),
        "false" | "False" | "FALSE" => Some(Value::Bool(false)),
        number if may_be_number(number) => self::number(number),
        _ => Some(Value::String(text.into_owned())),
    }
}

fn may_be_number(text: &str) -> bool {
    let starts = text.starts_with(|first: char| first.is_ascii_digit() || matches!(first, '+' | '-' | '.'));
    starts && !text.contains(char::is_whitespace)
}

/// The usual numbers are read here, all others by `serde_yaml`.
fn number(text: &str) -> Option<Value> {
    let is_usual =
        text.len() < 18 && text.bytes().all(|byte| byte.is_ascii_digit()) && (text == "0" || !text.starts_with('0'));
    if is_usual {
        return text.parse::<i64>().ok().map(Value::from);
    }
    // `---` and `...` would be read as marks between documents.
    if !text.contains(char::is_alphanumeric) {
        return Some(Value::String(text.to_owned()));
    }
    serde_yaml::from_str(text).ok()
}
