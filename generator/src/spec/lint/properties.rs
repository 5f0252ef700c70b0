//! The properties that a schema describes, by itself and through its composition.

use std::collections::{BTreeSet, HashSet};
use std::ptr;

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
    /// The schemas that were looked at, and whether as a certain part: compositions lead to the same ones, and to themselves.
    seen: HashSet<(*const Mapping, bool)>,
}

impl<'a> Properties<'a> {
    pub(super) fn of(document: &'a Value, schema: &'a Mapping) -> Self {
        let mut properties = Self::default();
        let mut open = vec![(schema, true)];
        while let Some((schema, is_certain)) = open.pop() {
            if properties.seen.insert((ptr::from_ref(schema), is_certain)) {
                properties.add(document, schema, is_certain, &mut open);
            }
        }
        properties
    }

    /// Adds what a schema says by itself, and leaves its parts for later.
    fn add(&mut self, document: &'a Value, schema: &'a Mapping, is_certain: bool, open: &mut Vec<(&'a Mapping, bool)>) {
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
                    Some(part) => open.push((part, is_certain)),
                    None => self.is_open = true,
                }
            }
        }
    }
}
