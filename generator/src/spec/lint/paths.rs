//! That no two paths are the same but for the names of their parameters.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use serde_yaml::Value;

use super::super::trail::Trail;
use super::super::walk::{is_extension, texts};
use super::Lint;
use crate::diagnostic::Rule;

/// Reports paths that match the same requests.
pub(super) fn check(lint: &mut Lint<'_>) {
    let paths = lint.document.get("paths").and_then(Value::as_mapping);
    let at = Trail::Key(&Trail::Root, "paths");
    let mut known: HashMap<String, &str> = HashMap::new();
    for (path, _) in paths.into_iter().flat_map(texts).filter(|(path, _)| !is_extension(path)) {
        match known.entry(nameless(path)) {
            Entry::Vacant(entry) => {
                entry.insert(path);
            }
            Entry::Occupied(first) => {
                let (this, first) = (lint.key(&Trail::Key(&at, path)), lint.key(&Trail::Key(&at, first.get())));
                let message = "this path is another one with other names of parameters".to_owned();
                let labels = ["matches the same requests", "as this one"];
                let help = "put the operations of both under one path";
                lint.report_both(Rule::SamePath, message, [this, first], labels, help);
            }
        }
    }
}

/// The path without the names in its braces.
fn nameless(path: &str) -> String {
    let mut parts = path.split('{');
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        text.push_str("{}");
        text.push_str(part.split_once('}').map_or("", |(_, after)| after));
    }
    text
}
