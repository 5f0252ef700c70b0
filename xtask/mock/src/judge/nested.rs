//! Lists and objects from names in brackets: `name[]=a`, `name[0]=a`, `name[key]=v`, `name[key][]=v`.
//!
//! The style `deepObject` says how properties are written, and nothing about lists (OpenAPI 3.0.4, section 4.7.12.2.2.1). This
//! reads what is usual for both.

use indexmap::IndexMap;
use serde_json::{Map, Value};

use super::shape::Shape;
use super::typed;

/// A text and the steps that lead to it.
pub(super) type Entry = (Vec<String>, String);

/// The value that the entries are parts of. Where one text is expected and several came, the last one counts.
pub(super) fn assemble(shape: &Shape<'_>, entries: Vec<Entry>) -> Value {
    let is_index = |step: &str| step.bytes().all(|byte| byte.is_ascii_digit());
    let is_list = shape.is("array") && entries.iter().all(|(steps, _)| steps.first().is_none_or(|step| is_index(step)));
    if is_list {
        return Value::Array(list(&shape.items(), entries));
    }
    if entries.iter().all(|(steps, _)| steps.is_empty()) {
        return entries.last().map_or(Value::Null, |(_, text)| typed::scalar(text, shape));
    }
    let mut map = Map::new();
    for (key, entries) in grouped(entries) {
        let value = assemble(&shape.property(&key), entries);
        map.insert(key, value);
    }
    Value::Object(map)
}

/// The elements of a list. Without an index each text is an element of its own.
fn list(items: &Shape<'_>, entries: Vec<Entry>) -> Vec<Value> {
    let (numbered, others): (Vec<_>, Vec<_>) =
        entries.into_iter().partition(|(steps, _)| steps.first().is_some_and(|step| !step.is_empty()));
    let mut groups = grouped(numbered);
    groups.sort_by_cached_key(|index, _| index.parse::<usize>().unwrap_or(usize::MAX));
    let single = others.into_iter().map(|(mut steps, text)| {
        steps.drain(..steps.len().min(1));
        vec![(steps, text)]
    });
    groups.into_iter().map(|(_, group)| group).chain(single).map(|group| assemble(items, group)).collect()
}

/// The entries by their first step, which they lose, in the order in which the steps first came.
fn grouped(entries: Vec<Entry>) -> IndexMap<String, Vec<Entry>> {
    let mut groups: IndexMap<String, Vec<Entry>> = IndexMap::new();
    for (mut steps, text) in entries {
        let key = steps.drain(..steps.len().min(1)).next().unwrap_or_default();
        groups.entry(key).or_default().push((steps, text));
    }
    groups
}
