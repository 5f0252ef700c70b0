//! The names that a document declares: what may be called by name, and whether components have names that may be.

use std::collections::{BTreeMap, BTreeSet};

use serde_yaml::{Mapping, Value};

use super::super::grammar::METHODS;
use super::super::trail::Trail;
use super::super::walk::{is_extension, texts};
use super::Lint;
use crate::diagnostic::Rule;

/// What other parts of the document call by name.
pub(super) struct Declared<'a> {
    pub(super) schemes: BTreeSet<&'a str>,
    /// By id, each with the path item that it is in.
    pub(super) operations: BTreeMap<&'a str, [&'a Mapping; 2]>,
}

impl<'a> Declared<'a> {
    pub(super) fn of(document: &'a Value) -> Self {
        let components = document.get("components");
        let schemes = components.and_then(|components| components.get("securitySchemes")).and_then(Value::as_mapping);
        let paths = document.get("paths").and_then(Value::as_mapping).into_iter().flat_map(texts);
        let items = paths.filter_map(|(_, item)| item.as_mapping());
        let operations = items.flat_map(|item| {
            let operations = texts(item).filter(|(key, _)| METHODS.contains(key));
            operations.filter_map(move |(_, operation)| {
                Some((operation.get("operationId")?.as_str()?, [item, operation.as_mapping()?]))
            })
        });
        Self {
            schemes: schemes.into_iter().flat_map(texts).map(|(name, _)| name).collect(),
            operations: operations.collect(),
        }
    }
}

/// Reports components whose names have signs that a reference could not hold (OpenAPI 3.0.4, section 4.8.7.1).
pub(super) fn check(lint: &mut Lint<'_>, components: &Mapping, at: &Trail<'_>) {
    let is_plain = |name: &str| {
        !name.is_empty() && name.chars().all(|sign| sign.is_ascii_alphanumeric() || matches!(sign, '.' | '_' | '-'))
    };
    for (section, items) in texts(components).filter(|(section, _)| !is_extension(section)) {
        let at = Trail::Key(at, section);
        for (name, _) in
            items.as_mapping().into_iter().flat_map(texts).filter(|(name, _)| !is_plain(name) && *name != "$ref")
        {
            let place = lint.key(&Trail::Key(&at, name));
            let message = format!("`{name}` is no name of a component");
            let help = "use letters and digits of ASCII, and `.`, `_` and `-`; other tools do not read the rest";
            lint.report(Rule::InvalidComponentName, message, place, "has other signs", help);
        }
    }
}
