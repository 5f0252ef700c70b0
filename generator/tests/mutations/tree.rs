//! The nodes of a document's tree, by the positions of their children, which mappings and sequences have alike.

use generator::source::Pointer;
use serde_yaml::{Mapping, Value};

/// The way from the root to a node.
pub(crate) type Way = Vec<usize>;

/// A child of a node, with its key if it has one.
pub(crate) type Child = (Option<Value>, Value);

/// The ways to all nodes below the root.
pub(crate) fn ways(document: &Value) -> Vec<Way> {
    let mut all = Vec::new();
    collect(document, &mut Vec::new(), &mut all);
    all
}

fn collect(node: &Value, way: &mut Way, all: &mut Vec<Way>) {
    let children: Vec<&Value> = match node {
        Value::Mapping(mapping) => mapping.values().collect(),
        Value::Sequence(elements) => elements.iter().collect(),
        _ => return,
    };
    for (position, child) in children.into_iter().enumerate() {
        way.push(position);
        all.push(way.clone());
        collect(child, way, all);
        way.pop();
    }
}

/// The node at the end of a way.
pub(crate) fn node<'a>(document: &'a Value, way: &[usize]) -> &'a Value {
    way.iter().fold(document, |node, position| match node {
        Value::Mapping(mapping) => mapping.values().nth(*position).expect("the way is one of this tree"),
        Value::Sequence(elements) => &elements[*position],
        _ => node,
    })
}

/// The same, to change it.
pub(crate) fn node_mut<'a>(document: &'a mut Value, way: &[usize]) -> &'a mut Value {
    way.iter().fold(document, |node, position| match node {
        Value::Mapping(mapping) => mapping.values_mut().nth(*position).expect("the way is one of this tree"),
        Value::Sequence(elements) => &mut elements[*position],
        node => node,
    })
}

/// The same way as the generator names it.
pub(crate) fn pointer(document: &Value, way: &[usize]) -> Pointer {
    let mut pointer = Pointer::root();
    for (depth, position) in way.iter().enumerate() {
        pointer = match node(document, &way[..depth]) {
            Value::Mapping(mapping) => pointer.child(&text(mapping.keys().nth(*position))),
            _ => pointer.index(*position),
        };
    }
    pointer
}

/// A key as a text.
fn text(key: Option<&Value>) -> String {
    match key {
        Some(Value::String(key)) => key.clone(),
        Some(Value::Number(key)) => key.to_string(),
        key => format!("{key:?}"),
    }
}

/// Takes the children out of a node.
pub(crate) fn take(node: &mut Value) -> Vec<Child> {
    match std::mem::take(node) {
        Value::Mapping(mapping) => mapping.into_iter().map(|(key, value)| (Some(key), value)).collect(),
        Value::Sequence(elements) => elements.into_iter().map(|value| (None, value)).collect(),
        _ => Vec::new(),
    }
}

/// The node that has such children.
pub(crate) fn put(children: Vec<Child>, is_mapping: bool) -> Value {
    if is_mapping {
        let entries = children.into_iter().map(|(key, value)| (key.unwrap_or_default(), value));
        Value::Mapping(entries.collect::<Mapping>())
    } else {
        Value::Sequence(children.into_iter().map(|(_, value)| value).collect())
    }
}
