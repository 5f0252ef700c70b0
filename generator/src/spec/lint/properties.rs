//! The properties that a schema describes, by itself and through its composition.

use std::collections::BTreeSet;

use serde_yaml::{Mapping, Value};

use super::super::walk::texts;
use super::schema_of;

/// What is known of the properties of a schema.
#[derive(Default)]
pub(super) struct Properties<'a> {
    /// Those that are described.
    pub(super) described: BTreeSet<&'a str>,
    /// Those that must be there, whichever variant it is.
    pub(super) required: BTreeSet<&'a str>,
    /// Whether a part could not be found, so that there may be more.
    pub(super) is_open: bool,
}

/// Compositions are not deeper, and may lead to themselves.
const DEEPEST: usize = 16;

impl<'a> Properties<'a> {
    pub(super) fn of(document: &'a Value, schema: &'a Mapping) -> Self {
        let mut properties = Self::default();
        properties.add(document, schema, true, 0);
        properties
    }

    fn add(&mut self, document: &'a Value, schema: &'a Mapping, is_certain: bool, depth: usize) {
        if depth > DEEPEST {
            self.is_open = true;
            return;
        }
        self.described.extend(
            schema.get("properties").and_then(Value::as_mapping).into_iter().flat_map(texts).map(|(name, _)| name),
        );
        if is_certain {
            let required = schema.get("required").and_then(Value::as_sequence).into_iter().flatten();
            self.required.extend(required.filter_map(Value::as_str));
        }
        for (key, is_certain) in [("allOf", is_certain), ("oneOf", false), ("anyOf", false)] {
            for part in schema.get(key).and_then(Value::as_sequence).into_iter().flatten() {
                match schema_of(document, part) {
                    Some(part) => self.add(document, part, is_certain, depth + 1),
                    None => self.is_open = true,
                }
            }
        }
    }
}
