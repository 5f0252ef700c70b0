//! The value of a parameter in a path or a header, by its style (OpenAPI 3.0.4, section 4.7.12.2.2.1).

use serde_json::Value;

use super::fields::{Reading, json, object};
use super::shape::Shape;
use super::typed;
use crate::document::{Parameter, Style};

/// Reads a text. It may be decoded already: a path's elements cannot be told apart from commas in them otherwise.
pub(super) fn read(parameter: &Parameter, shape: &Shape<'_>, text: &str) -> Reading {
    if parameter.is_json {
        return json(text);
    }
    let Some(text) = bare(parameter, text) else {
        let mark = if parameter.style == Style::Label { "." } else { ";" };
        let problem = format!("must begin with `{mark}`, as its style asks");
        return Reading { value: Some(Value::from(text)), problem: Some(("style", problem)) };
    };
    let parts = || parts(parameter, text);
    Reading::of(if shape.is("array") {
        parts().iter().map(|part| typed::scalar(part, &shape.items())).collect()
    } else if shape.is("object") {
        let split = |part: &String| part.split_once('=').map(|(key, value)| [key.to_owned(), value.to_owned()]);
        let texts: Vec<String> =
            if parameter.explode { parts().iter().filter_map(split).flatten().collect() } else { parts() };
        object(shape, &texts)
    } else {
        typed::scalar(text, shape)
    })
}

/// The text without the marks of its style.
fn bare<'a>(parameter: &Parameter, text: &'a str) -> Option<&'a str> {
    match parameter.style {
        Style::Label => text.strip_prefix('.'),
        Style::Matrix => {
            let inner = text.strip_prefix(';')?;
            let named = inner.strip_prefix(parameter.name.as_str()).and_then(|rest| rest.strip_prefix('='));
            Some(named.unwrap_or(inner))
        }
        _ => Some(text),
    }
}

fn parts(parameter: &Parameter, text: &str) -> Vec<String> {
    let delimiter = match (parameter.style, parameter.explode) {
        // Up to 3.0.3 the standard's own examples have dots in both cases.
        (Style::Label, explode) if explode || !text.contains(',') => '.',
        (Style::Matrix, true) => ';',
        _ => ',',
    };
    let name = format!("{}=", parameter.name);
    let parts = text.split(delimiter).map(str::trim);
    let parts = parts
        .map(|part| if parameter.style == Style::Matrix { part.strip_prefix(&name).unwrap_or(part) } else { part });
    parts.map(str::to_owned).collect()
}
