//! The promise of the structure check: what passes it, `openapiv3` takes.
//!
//! Every node of a document that has every object is replaced by every kind of value in turn, and left out.

use std::sync::Arc;

use serde_yaml::{Mapping, Value};

use super::super::normal::normalise;
use crate::diagnostic::Diagnostics;
use crate::source::Source;
use crate::tree::plain_keys;

const EVERYTHING: &str = include_str!("everything.yaml");

#[test]
fn what_passes_the_check_fits_the_types() {
    let source = Source::new("everything.yaml", EVERYTHING);
    let document: Value = serde_yaml::from_str(EVERYTHING).expect("the document is YAML");
    assert!(agree(&source, document.clone()), "the document itself is sound");
    let mut disagreements = Vec::new();
    for path in paths(&document) {
        for replacement in replacements() {
            let mut broken = document.clone();
            replace(&mut broken, &path, replacement.as_ref());
            let shown = format!("{path:?} <- {replacement:?}");
            let caught = std::panic::catch_unwind(|| agree(&source, broken));
            if !matches!(caught, Ok(true)) {
                disagreements.push(shown);
            }
        }
    }
    assert!(disagreements.is_empty(), "{} disagreements:\n{}", disagreements.len(), disagreements.join("\n"));
}

/// Whether the check refuses the document, or the types take it.
fn agree(source: &Arc<Source>, mut document: Value) -> bool {
    plain_keys(&mut document);
    normalise(&mut document);
    let is_sound = super::check(source, &document, &mut Diagnostics::default());
    !is_sound || super::super::typed::read(document).is_ok()
}

/// What takes the place of a node; `None` leaves it out.
fn replacements() -> Vec<Option<Value>> {
    let one = Mapping::from_iter([("a".into(), 1.into())]);
    let reference = Mapping::from_iter([("$ref".into(), "#/components/schemas/Absent".into())]);
    let values = [
        Value::Null,
        true.into(),
        5.into(),
        (-5).into(),
        u64::MAX.into(),
        1.5.into(),
        64.0.into(),
        1e300.into(),
        f64::NAN.into(),
        "".into(),
        "x".into(),
        "string".into(),
        Value::Sequence(vec![]),
        Value::Sequence(vec![1.into()]),
        Value::Sequence(vec!["x".into()]),
        Value::Sequence(vec![Value::Null]),
        Value::Mapping(Mapping::new()),
        Value::Mapping(one),
        Value::Mapping(reference),
    ];
    std::iter::once(None).chain(values.into_iter().map(Some)).collect()
}

/// The ways to all nodes below the root.
fn paths(value: &Value) -> Vec<Vec<Value>> {
    let children: Vec<(Value, &Value)> = match value {
        Value::Mapping(mapping) => mapping.iter().map(|(key, value)| (key.clone(), value)).collect(),
        Value::Sequence(elements) => elements.iter().enumerate().map(|(index, value)| (index.into(), value)).collect(),
        _ => Vec::new(),
    };
    let mut all = Vec::new();
    for (key, child) in children {
        all.push(vec![key.clone()]);
        all.extend(paths(child).into_iter().map(|path| std::iter::once(key.clone()).chain(path).collect()));
    }
    all
}

fn replace(value: &mut Value, path: &[Value], replacement: Option<&Value>) {
    let (Some((key, rest)), value) = (path.split_first(), value) else {
        return;
    };
    if !rest.is_empty() {
        match value {
            Value::Sequence(elements) => elements.get_mut(key.as_u64().unwrap_or(0) as usize),
            value => value.get_mut(key),
        }
        .into_iter()
        .for_each(|child| replace(child, rest, replacement));
        return;
    }
    match (value, replacement) {
        (Value::Mapping(mapping), Some(replacement)) => drop(mapping.insert(key.clone(), replacement.clone())),
        (Value::Mapping(mapping), None) => drop(mapping.remove(key)),
        (Value::Sequence(elements), replacement) => *elements = replacement.cloned().into_iter().collect(),
        _ => {}
    }
}
