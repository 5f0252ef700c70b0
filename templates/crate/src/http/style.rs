//! Parameter styles: how a list or an object becomes names and values.

use super::escape::{escape, escape_name};
use crate::json::{View, json_text};

/// How a parameter is written (`style` and `explode` of OpenAPI, and two that it does not know). For scalars, and apart
/// from [`Style::Json`], all styles are the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Style {
    /// `name=a,b`; objects `name=key,value`.
    Form,
    /// `name=a&name=b`; objects `key=value`.
    FormExplode,
    /// `name[]=a&name[]=b`; objects `name[key]=value`.
    Brackets,
    /// `name=a%20b`.
    Space,
    /// `name=a%7Cb`.
    Pipe,
    /// `name[key]=value`.
    DeepObject,
    /// `a,b`, in headers.
    Simple,
    /// The JSON text of the value.
    Json,
}

/// The pairs of a query or a form, escaped.
pub(crate) fn pairs(name: &str, style: Style, value: View<'_>) -> Vec<String> {
    if matches!(value, View::Absent) {
        return Vec::new();
    }
    if style == Style::Json {
        return vec![pair(name, &escaped(&json(value)))];
    }
    if matches!(style, Style::FormExplode | Style::Brackets | Style::DeepObject) {
        if let Some(pairs) = element_pairs(name, style, value) {
            return pairs;
        }
        if let Some(pairs) = member_pairs(name, style, value) {
            return pairs;
        }
    }
    match joined(value, separator(style), escaped) {
        Some(text) => vec![pair(name, &text)],
        None => Vec::new(),
    }
}

/// A pair for each element, if this is a list.
fn element_pairs(name: &str, style: Style, value: View<'_>) -> Option<Vec<String>> {
    let name = if style == Style::Brackets { &format!("{name}[]") } else { name };
    let mut pairs = Vec::new();
    for element in value.elements()? {
        if let Some(text) = shown(element) {
            pairs.push(pair(name, &escaped(&text)));
        }
    }
    Some(pairs)
}

/// The pairs of each property, if this is an object.
fn member_pairs(name: &str, style: Style, value: View<'_>) -> Option<Vec<String>> {
    let mut found = Vec::new();
    for (key, value) in value.members()? {
        found.append(&mut match style {
            Style::FormExplode => pairs(key, Style::Form, value),
            _ => pairs(&format!("{name}[{key}]"), style, value),
        });
    }
    Some(found)
}

/// The value of a header: `a,b`, or `key,value` pairs; `None` when there is nothing to send.
pub(crate) fn header_text(style: Style, value: View<'_>) -> Option<String> {
    match (style, value) {
        (_, View::Absent) => None,
        (Style::Json, _) => Some(json(value)),
        _ => joined(value, ",", str::to_owned),
    }
}

/// A value as one segment of a path: `a,b`, or `key,value` pairs, each part escaped.
pub(crate) fn path_text(value: View<'_>) -> String {
    joined(value, ",", escaped).unwrap_or_default()
}

/// The elements of a list, or the names and values of an object in turn, or a scalar; `None` for null.
///
/// Loops, where iterators would be shorter: the compiler has to make each chain of them anew, in every crate that has this module.
fn joined(value: View<'_>, separator: &str, write: fn(&str) -> String) -> Option<String> {
    let mut texts = Vec::new();
    if let Some(elements) = value.elements() {
        for element in elements {
            if let Some(text) = shown(element) {
                texts.push(write(&text));
            }
        }
    } else if let Some(members) = value.members() {
        for (key, value) in members {
            if let Some(text) = shown(value) {
                texts.push(write(key));
                texts.push(write(&text));
            }
        }
    } else {
        return Some(write(&shown(value)?));
    }
    Some(texts.join(separator))
}

/// What stands between the elements of one value.
fn separator(style: Style) -> &'static str {
    match style {
        Style::Space => "%20",
        Style::Pipe => "%7C",
        _ => ",",
    }
}

/// The text of a scalar. A list in a list and the like have no text of their own and show as JSON; null has none.
fn shown(value: View<'_>) -> Option<String> {
    match value {
        View::Absent | View::Null => None,
        View::List(_) | View::Object(_) | View::Map(_) | View::Tagged(_) => Some(json(value)),
        scalar => scalar.text().map(|text| text.into_owned()),
    }
}

fn json(value: View<'_>) -> String {
    String::from_utf8(json_text(&value)).unwrap_or_default()
}

fn pair(name: &str, escaped_value: &str) -> String {
    format!("{}={escaped_value}", escape_name(name))
}

fn escaped(text: &str) -> String {
    escape(text).to_string()
}
