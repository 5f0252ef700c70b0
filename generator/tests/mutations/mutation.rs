//! One random change to the structure of a document.

use std::fmt;

use generator::source::Pointer;
use serde_yaml::{Mapping, Value};

use super::random::Random;
use super::tree::{self, Child, Way};

/// What is done to a node.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Change {
    Delete,
    /// As another entry beside it, or as another element behind it.
    Duplicate,
    Retype,
    Rename,
}

const CHANGES: [Change; 4] = [Change::Delete, Change::Duplicate, Change::Retype, Change::Rename];

/// A document with one node changed.
pub(crate) struct Mutation {
    pub(crate) document: Value,
    change: Change,
    /// The node as it was called before.
    node: Pointer,
    /// The node around it.
    pub(crate) parent: Pointer,
    /// What the node has become.
    became: String,
}

impl Mutation {
    /// Changes a node of a document; `ways` are those to all its nodes.
    pub(crate) fn of(document: &Value, ways: &[Way], random: &mut Random) -> Self {
        let change = CHANGES[random.below(CHANGES.len())];
        let mut way = choose(document, ways, random);
        // Elements have no name, so what they stand in is renamed.
        while change == Change::Rename && tree::node(document, &way[..way.len() - 1]).is_sequence() {
            way.pop();
        }
        let (position, around) = way.split_last().expect("the root is never chosen");
        let node = tree::pointer(document, &way);
        let parent = tree::pointer(document, around);
        let name = |random: &mut Random| new_name(document, ways, &way, random);

        let mut changed = document.clone();
        let target = tree::node_mut(&mut changed, around);
        let is_mapping = target.is_mapping();
        let mut children = tree::take(target);
        match change {
            Change::Delete => drop(children.remove(*position)),
            Change::Duplicate => {
                let (key, value) = children[*position].clone();
                let copy = (key.map(|_| name(random)), value);
                children.insert(position + 1, copy);
            }
            Change::Retype => {
                let (_, value) = &mut children[*position];
                *value = of_another_type(value, random);
            }
            Change::Rename => children[*position].0 = Some(name(random)),
        }
        let became = match change {
            Change::Delete => String::new(),
            Change::Duplicate => shown(children.get(position + 1)),
            Change::Retype | Change::Rename => shown(children.get(*position)),
        };
        *target = tree::put(children, is_mapping);
        Self { document: changed, change, node, parent, became }
    }
}

impl fmt::Display for Mutation {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:?} {} -> {}", self.change, self.node, self.became)
    }
}

/// A node below the root. Most nodes are leaves, so every other time one is looked for from above.
fn choose(document: &Value, ways: &[Way], random: &mut Random) -> Way {
    let any = ways[random.below(ways.len())].clone();
    if random.below(2) == 0 {
        return any;
    }
    let mut way: Way = Vec::new();
    loop {
        let children = match tree::node(document, &way) {
            Value::Mapping(mapping) => mapping.len(),
            Value::Sequence(elements) => elements.len(),
            _ => 0,
        };
        if children == 0 || !way.is_empty() && random.below(5) == 0 {
            return if way.is_empty() { any } else { way };
        }
        way.push(random.below(children));
    }
}

/// A key that the mapping around a node does not have: its own with a slip in it, or one from elsewhere in the document.
fn new_name(document: &Value, ways: &[Way], way: &Way, random: &mut Random) -> Value {
    let (position, around) = way.split_last().expect("the root has no name");
    let Value::Mapping(mapping) = tree::node(document, around) else { return Value::Null };
    let key = mapping.keys().nth(*position).expect("the node is there");
    let plain = key.as_str().map_or_else(|| serde_yaml::to_string(key).unwrap_or_default(), str::to_owned);
    let plain = plain.trim();
    let slip = match random.below(6) {
        0 => plain.chars().skip(1).collect(),
        1 => plain.to_uppercase(),
        2 => format!("x-{plain}"),
        3 => plain.chars().rev().collect(),
        4 => foreign(document, &ways[random.below(ways.len())]).unwrap_or_default(),
        _ => format!("{plain}2"),
    };
    if mapping.contains_key(slip.as_str()) {
        return Value::String(
            (2..)
                .map(|number| format!("{plain}{number}"))
                .find(|name| !mapping.contains_key(name.as_str()))
                .unwrap_or_default(),
        );
    }
    Value::String(slip)
}

/// The key of another node.
fn foreign(document: &Value, way: &Way) -> Option<String> {
    let (position, around) = way.split_last()?;
    tree::node(document, around).as_mapping()?.keys().nth(*position)?.as_str().map(str::to_owned)
}

fn of_another_type(value: &Value, random: &mut Random) -> Value {
    let one = |key: &str, value: Value| Value::Mapping(Mapping::from_iter([(key.into(), value)]));
    let others = [
        Value::Null,
        true.into(),
        5.into(),
        (-1.5).into(),
        "text".into(),
        "".into(),
        Value::Sequence(vec![]),
        Value::Sequence(vec![value.clone()]),
        Value::Mapping(Mapping::new()),
        one("type", value.clone()),
        one("$ref", "#/components/schemas/Absent".into()),
    ];
    let others: Vec<&Value> = others.iter().filter(|other| kind(other) != kind(value)).collect();
    others[random.below(others.len())].clone()
}

fn kind(value: &Value) -> std::mem::Discriminant<Value> {
    std::mem::discriminant(value)
}

/// A child as a message shows it.
fn shown(child: Option<&Child>) -> String {
    let Some((key, value)) = child else { return String::new() };
    let key = key.as_ref().and_then(Value::as_str).map(|key| format!("{key}: ")).unwrap_or_default();
    let value = format!("{value:?}");
    format!("{key}{}", value.chars().take(60).collect::<String>())
}
