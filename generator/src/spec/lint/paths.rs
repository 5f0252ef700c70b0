//! That paths are paths, and no two the same but for the names of their parameters.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use serde_yaml::Value;

use super::super::trail::Trail;
use super::super::walk::{is_extension, texts};
use super::Lint;
use crate::diagnostic::Rule;

/// Reports paths that have what no path has, and those that match the same requests.
pub(super) fn check(lint: &mut Lint<'_>) {
    let paths = lint.document.get("paths").and_then(Value::as_mapping);
    let at = Trail::Key(&Trail::Root, "paths");
    let mut known: HashMap<String, &str> = HashMap::new();
    for (path, _) in paths.into_iter().flat_map(texts).filter(|(path, _)| !is_extension(path)) {
        if let Some((message, label, help)) = fault(path) {
            let place = lint.key(&Trail::Key(&at, path));
            lint.report(Rule::InvalidPath, message, place, label, help);
        }
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

/// What is wrong with a path, in words.
fn fault(path: &str) -> Option<(String, &'static str, &'static str)> {
    let mut names: Vec<&str> = Vec::new();
    let mut rest = path;
    let mut plain = String::new();
    while let Some((before, after)) = rest.split_once('{') {
        plain.push_str(before);
        let Some((name, after)) = after.split_once('}').filter(|(name, _)| !name.contains('{')) else {
            return Some((
                format!("the path `{path}` has a brace that is not closed"),
                "one brace too many",
                "write `{name}`",
            ));
        };
        if names.contains(&name) {
            let message = format!("the path `{path}` has the parameter `{name}` twice");
            return Some((message, "cannot be two values", "give one of them another name"));
        }
        names.push(name);
        rest = after;
    }
    plain.push_str(rest);
    if plain.contains('}') {
        return Some((
            format!("the path `{path}` has a brace that is not opened"),
            "one brace too many",
            "write `{name}`",
        ));
    }
    let sign = plain.find(['?', '#'])?;
    let what = if plain.get(sign..).is_some_and(|rest| rest.starts_with('?')) { "a query" } else { "a fragment" };
    let help = "leave it out: what is sent in the query is a parameter with `in: query`, and a fragment is never sent";
    Some((format!("the path `{path}` has {what} in it"), "not part of a path", help))
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
