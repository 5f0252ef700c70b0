//! Parameter styles: how a list or an object becomes names and values.

use super::escape::{escape, escape_name};
use crate::json::View;

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
        return vec![pair(name, &escaped(&json_text(value)))];
    }
    if let Some(elements) = value.elements() {
        let elements = elements.filter_map(shown).map(|text| escaped(&text));
        return match style {
            Style::FormExplode | Style::DeepObject => elements.map(|element| pair(name, &element)).collect(),
            Style::Brackets => elements.map(|element| pair(&format!("{name}[]"), &element)).collect(),
            _ => vec![pair(name, &elements.collect::<Vec<_>>().join(separator(style)))],
        };
    }
    if let Some(members) = value.members() {
        let mut members = members;
        return match style {
            Style::FormExplode => members.flat_map(|(key, value)| pairs(key, Style::Form, value)).collect(),
            Style::Brackets | Style::DeepObject => {
                members.flat_map(|(key, value)| pairs(&format!("{name}[{key}]"), style, value)).collect()
            }
            _ => {
                let flat = members.by_ref().filter_map(|(key, value)| Some([escaped(key), escaped(&shown(value)?)]));
                vec![pair(name, &flat.flatten().collect::<Vec<_>>().join(separator(style)))]
            }
        };
    }
    shown(value).map(|text| pair(name, &escaped(&text))).into_iter().collect()
}

/// The value of a header: `a,b`, or `key,value` pairs; `None` when there is nothing to send.
pub(crate) fn header_text(style: Style, value: View<'_>) -> Option<String> {
    if matches!(value, View::Absent) {
        return None;
    }
    if style == Style::Json {
        return Some(json_text(value));
    }
    if let Some(elements) = value.elements() {
        return Some(elements.filter_map(shown).collect::<Vec<_>>().join(","));
    }
    if let Some(members) = value.members() {
        let flat = members.filter_map(|(key, value)| Some([key.to_owned(), shown(value)?]));
        return Some(flat.flatten().collect::<Vec<_>>().join(","));
    }
    shown(value)
}

/// A value as one segment of a path: `a,b`, or `key,value` pairs, each part escaped.
pub(crate) fn path_text(value: View<'_>) -> String {
    if let Some(elements) = value.elements() {
        return elements.filter_map(shown).map(|text| escaped(&text)).collect::<Vec<_>>().join(",");
    }
    if let Some(members) = value.members() {
        let flat = members.filter_map(|(key, value)| Some([escaped(key), escaped(&shown(value)?)]));
        return flat.flatten().collect::<Vec<_>>().join(",");
    }
    shown(value).map(|text| escaped(&text)).unwrap_or_default()
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
        View::List(_) | View::Object(_) | View::Map(_) | View::Tagged(_) => Some(json_text(value)),
        scalar => scalar.text().map(|text| text.into_owned()),
    }
}

pub(crate) fn json_text(value: View<'_>) -> String {
    // Writing to memory fails for maps with odd keys only, and ours are texts.
    serde_json::to_string(&value).unwrap_or_default()
}

fn pair(name: &str, escaped_value: &str) -> String {
    format!("{}={escaped_value}", escape_name(name))
}

fn escaped(text: &str) -> String {
    escape(text).to_string()
}
