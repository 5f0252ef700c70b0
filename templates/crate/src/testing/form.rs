//! Forms as JSON: every value is a text there, so the type that is to be read says what it stands for.

use serde_json::Value;

use super::pairs::pairs;
use super::sent::Sent;
use crate::json::{Extra, Json, Mode, Path, Reader, Reading, Token, fill_property, read_value};

/// Reads a form (WHATWG URL, `application/x-www-form-urlencoded`) into a value.
pub(super) fn fill(body: &[u8], target: &mut dyn Json) -> Result<(), String> {
    let mut texts: Vec<(String, Vec<String>)> = Vec::new();
    for (name, text) in pairs(&String::from_utf8_lossy(body)) {
        match texts.iter_mut().find(|(known, _)| *known == name) {
            Some((_, texts)) => texts.push(text),
            None => texts.push((name, vec![text])),
        }
    }
    // Not collected: a map that is made of an iterator sorts it, and a sort is long code in every crate.
    let mut members = Extra::new();
    for (name, texts) in texts {
        let value = member(target, &name, texts);
        members.insert(name, value);
    }
    set(target, members.into())
}

/// Reads JSON into a value.
pub(super) fn set(target: &mut dyn Json, value: Value) -> Result<(), String> {
    let mut reader = Reader::silent(Mode::Tolerant);
    read_value(&value, target, &Path::Root, &mut reader).map_err(|error| reader.failure(error).to_string())
}

/// A body of any kind: JSON as it is, a form as an object of texts, anything else as text.
pub(super) fn free(sent: &Sent) -> Value {
    let body = sent.body();
    if let Ok(value) = serde_json::from_slice(body) {
        return value;
    }
    let text = String::from_utf8_lossy(body);
    let is_form = sent.header("content-type").is_some_and(|it| it.starts_with("application/x-www-form-urlencoded"));
    if is_form {
        let mut members = Extra::new();
        for (name, text) in pairs(&text) {
            members.insert(name, text.into());
        }
        members.into()
    } else {
        text.into()
    }
}

/// A property: a list where its type is one, the JSON in its text where its type is an object.
fn member(target: &mut dyn Json, name: &str, texts: Vec<String>) -> Value {
    if !matches!(target.accept(Token::Object), Reading::Object) {
        return text(texts);
    }
    let (mut is_list, mut is_object) = (false, false);
    fill_property(target, name, &mut |slot| {
        is_list = matches!(slot.accept(Token::List), Reading::List(_));
        is_object = matches!(slot.accept(Token::Object), Reading::Object | Reading::Map(_) | Reading::Whole(_));
    });
    if is_list {
        return texts.into();
    }
    if is_object && let Some(value) = texts.first().and_then(|text| serde_json::from_str(text).ok()) {
        return value;
    }
    text(texts)
}

fn text(texts: Vec<String>) -> Value {
    match <[String; 1]>::try_from(texts) {
        Ok([text]) => text.into(),
        Err(texts) => texts.into(),
    }
}
