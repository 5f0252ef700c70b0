//! From a tree that has been checked to the types of `openapiv3`.
//!
//! The two long lists of a document, its paths and its schemas, are read entry by entry, on all cores.

use std::mem;

use indexmap::IndexMap;
use openapiv3::OpenAPI;
use serde::de::DeserializeOwned;
use serde_yaml::{Error, Value};

use crate::parallel;

/// Reads a document.
pub(super) fn read(mut document: Value) -> Result<OpenAPI, Error> {
    let paths = take(document.get_mut("paths"), |key| key.starts_with('/'));
    let schemas = take(document.get_mut("components").and_then(|components| components.get_mut("schemas")), |_| true);
    let mut openapi: OpenAPI = serde_yaml::from_value(document)?;
    openapi.paths.paths = entries(paths)?;
    if let Some(components) = &mut openapi.components {
        components.schemas = entries(schemas)?;
    }
    Ok(openapi)
}

/// Takes the entries with such keys out of a mapping.
fn take(mapping: Option<&mut Value>, is_wanted: impl Fn(&str) -> bool) -> Vec<(String, Value)> {
    let Some(Value::Mapping(mapping)) = mapping else { return Vec::new() };
    let mut taken = Vec::with_capacity(mapping.len());
    for (key, value) in mem::take(mapping) {
        match key {
            Value::String(key) if is_wanted(&key) => taken.push((key, value)),
            key => drop(mapping.insert(key, value)),
        }
    }
    taken
}

fn entries<T: DeserializeOwned + Send>(entries: Vec<(String, Value)>) -> Result<IndexMap<String, T>, Error> {
    let read = parallel::consume(entries, |(key, value)| Ok((key, serde_yaml::from_value(value)?)));
    read.into_iter().collect()
}
