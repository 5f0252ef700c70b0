//! What an update does to a node: section 4.4.3 of the specification.

use serde_yaml::Value;

use super::tree::{Node, to_json};
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
    pub(super) fn update(&mut self, node: Node<'_>, value: &Value, update: &Pointer, at: &Pointer) {
        let Node { yaml, json } = node;
        match (yaml, json) {
            (Value::Sequence(yaml), serde_json::Value::Array(json)) => {
                self.note(update, &at.index(yaml.len()));
                yaml.push(value.clone());
                json.push(to_json(value));
            }
            (yaml @ Value::Mapping(_), json) if value.is_mapping() => {
                if is_property(at) {
                    open_reference(yaml, json);
                }
                self.merge(Node { yaml, json }, value, update, at)
            }
            (yaml, _) => self.misfit(value, update, yaml, at),
        }
    }

    /// Objects are merged, arrays are put one behind the other, and anything else is replaced.
    fn merge(&mut self, node: Node<'_>, value: &Value, update: &Pointer, at: &Pointer) {
        match (node, value) {
            (Node { yaml: Value::Mapping(yaml), json: serde_json::Value::Object(json) }, Value::Mapping(values)) => {
                for (key, value) in values.iter().filter_map(|(key, value)| Some((key.as_str()?, value))) {
                    let (update, at) = (update.child(key), at.child(key));
                    match (yaml.get_mut(key), json.get_mut(key)) {
                        (Some(yaml), Some(json)) => self.merge(Node { yaml, json }, value, &update, &at),
                        _ => {
                            self.note(&update, &at);
                            yaml.insert(key.into(), value.clone());
                            json.insert(key.to_owned(), to_json(value));
                        }
                    }
                }
            }
            (Node { yaml: Value::Sequence(yaml), json: serde_json::Value::Array(json) }, Value::Sequence(values)) => {
                for (index, value) in values.iter().enumerate() {
                    self.note(&update.index(index), &at.index(yaml.len()));
                    yaml.push(value.clone());
                    json.push(to_json(value));
                }
            }
            (Node { yaml: yaml @ (Value::Mapping(_) | Value::Sequence(_)), .. }, value) => {
                self.misfit(value, update, yaml, at);
            }
            (node, value) => {
                self.note(update, at);
                node.replace(value);
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
fn open_reference(yaml: &mut Value, json: &mut serde_json::Value) {
    if yaml.get("$ref").is_none() {
        return;
    }
    let parts = Value::Sequence(vec![std::mem::take(yaml)]);
    *yaml = Value::Mapping([(Value::from("allOf"), parts)].into_iter().collect());
    *json = to_json(yaml);
}
