//! What an update does to a node: section 4.4.3 of the specification.

use serde_yaml::Value;

use super::written::Written;
use crate::source::{Pointer, Token};

/// An update, or a part of one, that does not fit what it meets.
pub(super) struct Misfit {
    /// Where it is written in the overlay.
    pub(super) update: Pointer,
    /// Where it was to go in the document.
    pub(super) at: Pointer,
    /// What the overlay has.
    pub(super) value: Value,
    /// What the document has.
    pub(super) found: Value,
}

/// Merges updates into nodes, and keeps what it has written and what did not fit.
#[derive(Default)]
pub(super) struct Merge {
    pub(super) written: Vec<Written>,
    pub(super) misfits: Vec<Misfit>,
}

impl Merge {
    /// Merges an update into an object, or appends it to an array.
    pub(super) fn update(&mut self, node: &mut Value, value: &Value, update: &Pointer, at: &Pointer) {
        match node {
            Value::Sequence(elements) => {
                self.note(update, &at.index(elements.len()));
                elements.push(value.clone());
            }
            Value::Mapping(_) if value.is_mapping() => {
                if is_property(at) {
                    open_reference(node);
                }
                self.merge(node, value, update, at)
            }
            node => self.misfit(value, update, node, at),
        }
    }

    /// Objects are merged, arrays are put one behind the other, and anything else is replaced.
    fn merge(&mut self, node: &mut Value, value: &Value, update: &Pointer, at: &Pointer) {
        match (node, value) {
            (Value::Mapping(mapping), Value::Mapping(values)) => {
                for (key, value) in values.iter().filter_map(|(key, value)| Some((key.as_str()?, value))) {
                    let (update, at) = (update.child(key), at.child(key));
                    if let Some(node) = mapping.get_mut(key) {
                        self.merge(node, value, &update, &at);
                    } else {
                        self.note(&update, &at);
                        mapping.insert(key.into(), value.clone());
                    }
                }
            }
            (Value::Sequence(elements), Value::Sequence(values)) => {
                for (index, value) in values.iter().enumerate() {
                    self.note(&update.index(index), &at.index(elements.len()));
                    elements.push(value.clone());
                }
            }
            (node @ (Value::Mapping(_) | Value::Sequence(_)), value) => self.misfit(value, update, node, at),
            (node, value) => {
                self.note(update, at);
                *node = value.clone();
            }
        }
    }

    fn note(&mut self, update: &Pointer, at: &Pointer) {
        self.written.push(Written::value(update.clone(), at.clone()));
    }

    fn misfit(&mut self, value: &Value, update: &Pointer, found: &Value, at: &Pointer) {
        // What is shown of a collection is its kind.
        let shown = |value: &Value| match value {
            Value::Mapping(_) => Value::Mapping(serde_yaml::Mapping::new()),
            Value::Sequence(_) => Value::Sequence(Vec::new()),
            other => other.clone(),
        };
        let (value, found) = (shown(value), shown(found));
        self.misfits.push(Misfit { update: update.clone(), at: at.clone(), value, found });
    }
}

/// Whether a node is a property of a schema.
fn is_property(at: &Pointer) -> bool {
    at.tokens().iter().rev().nth(1).is_some_and(|token| matches!(token, Token::Key(key) if &**key == "properties"))
}

/// OpenAPI 3.0 ignores what stands beside `$ref`, so a property that is nothing but a reference could not be described. It is made
/// the one part of an `allOf`, which means the same.
fn open_reference(node: &mut Value) {
    if node.get("$ref").is_none() {
        return;
    }
    let parts = Value::Sequence(vec![std::mem::take(node)]);
    *node = Value::Mapping([(Value::from("allOf"), parts)].into_iter().collect());
}
