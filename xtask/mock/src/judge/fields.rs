//! The value of a parameter that is written as pairs, by its style (OpenAPI 3.0.4, section 4.7.12.2.2.1).

use serde_json::{Map, Value};

use super::nested::{Entry, assemble};
use super::pairs::{Pair, Pairs, steps};
use super::shape::Shape;
use super::typed;
use crate::document::{Parameter, Style};

/// What was read, and what kept it from being read well: a rule of this crate's own, and the rest of a sentence.
#[derive(Debug, Default)]
pub(super) struct Reading {
    pub(super) value: Option<Value>,
    pub(super) problem: Option<(&'static str, String)>,
}

impl Reading {
    pub(super) fn of(value: Value) -> Self {
        Reading { value: Some(value), problem: None }
    }
}

/// Takes the pairs of `parameter`, and reads them. `others` are the names that belong to other parameters.
pub(super) fn read(parameter: &Parameter, shape: &Shape<'_>, pairs: &mut Pairs<'_>, others: &[&str]) -> Reading {
    let direct = pairs.take(|name| name == parameter.name);
    // A service of its own kind writes `name[]` where the document states no style.
    let takes_brackets = !parameter.is_json && (parameter.style == Style::DeepObject || !parameter.states_style);
    let is_compound = shape.is("array") || shape.is("object");
    if takes_brackets && is_compound {
        let nested = pairs.take(|name| steps(name, &parameter.name).is_some());
        if !nested.is_empty() {
            let entry =
                |pair: &Pair<'_>| (steps(&pair.name, &parameter.name).unwrap_or_default(), pairs.decode(pair.raw));
            let entries: Vec<Entry> = direct.iter().chain(&nested).map(entry).collect();
            return Reading::of(assemble(shape, entries));
        }
    }
    if !parameter.is_json && shape.is("array") {
        return list(parameter, shape, pairs, &direct);
    }
    if !parameter.is_json
        && shape.is("object")
        && direct.is_empty()
        && parameter.explode
        && parameter.style == Style::Form
    {
        return scattered(shape, pairs, others);
    }
    single(parameter, shape, pairs, &direct)
}

/// A list: a pair for each element, or one with delimiters.
fn list(parameter: &Parameter, shape: &Shape<'_>, pairs: &Pairs<'_>, direct: &[Pair<'_>]) -> Reading {
    let items = shape.items();
    let element = |raw: &str| typed::scalar(&pairs.decode(raw), &items);
    match direct {
        [] => Reading::default(),
        _ if parameter.explode => Reading::of(direct.iter().map(|pair| element(pair.raw)).collect()),
        [first, rest @ ..] => Reading {
            value: Some(split(parameter.style, first.raw).into_iter().map(element).collect()),
            problem: repeated(rest.len() + 1),
        },
    }
}

/// An object whose properties have pairs of their own. A free object takes every pair that nobody else knows.
fn scattered(shape: &Shape<'_>, pairs: &mut Pairs<'_>, others: &[&str]) -> Reading {
    let names = shape.names();
    let is_free = names.is_empty() || shape.speaks_of_other_properties();
    let is_others = |name: &str| others.iter().any(|other| name == *other || steps(name, other).is_some());
    let taken = pairs.take(|name| names.contains(&name) || is_free && !is_others(name));
    if taken.is_empty() {
        return Reading::default();
    }
    let entries = taken.into_iter().map(|pair| (vec![pair.name], pairs.decode(pair.raw))).collect();
    Reading::of(assemble(shape, entries))
}

/// One pair: a text, JSON, or an object with delimiters between keys and values.
fn single(parameter: &Parameter, shape: &Shape<'_>, pairs: &Pairs<'_>, direct: &[Pair<'_>]) -> Reading {
    let [first, rest @ ..] = direct else { return Reading::default() };
    let text = pairs.decode(first.raw);
    if parameter.is_json {
        return json(&text);
    }
    let is_object = shape.is("object") && !parameter.explode;
    let value = if is_object {
        let texts: Vec<String> = split(parameter.style, first.raw).into_iter().map(|raw| pairs.decode(raw)).collect();
        object(shape, &texts)
    } else {
        typed::scalar(&text, shape)
    };
    Reading { value: Some(value), problem: repeated(rest.len() + 1) }
}

/// JSON text.
pub(super) fn json(text: &str) -> Reading {
    match serde_json::from_str(text) {
        Ok(value) => Reading::of(value),
        Err(error) => Reading { value: None, problem: Some(("syntax", format!("is not JSON: {error}"))) },
    }
}

/// An object from keys and values in turn. A key without a value has an empty one.
pub(super) fn object(shape: &Shape<'_>, texts: &[String]) -> Value {
    let pairs = texts.chunks(2).filter_map(|pair| Some((pair.first()?, pair.get(1).map_or("", String::as_str))));
    let typed = pairs.map(|(key, text)| (key.clone(), typed::scalar(text, &shape.property(key))));
    Value::Object(typed.collect::<Map<_, _>>())
}

fn repeated(times: usize) -> Option<(&'static str, String)> {
    (times > 1).then(|| ("repeated", format!("must come once, and comes {times} times")))
}

/// The elements of a text as sent. An empty text has none.
fn split(style: Style, raw: &str) -> Vec<&str> {
    let mut parts = vec![raw];
    let delimiters: &[&str] = match style {
        Style::SpaceDelimited => &["%20", "+", " "],
        Style::PipeDelimited => &["|", "%7C", "%7c"],
        _ => &[","],
    };
    for delimiter in delimiters {
        parts = parts.into_iter().flat_map(|part| part.split(delimiter)).collect();
    }
    if raw.is_empty() { Vec::new() } else { parts }
}
