//! A walk over all objects of a document that the specification knows.

use serde_yaml::{Mapping, Value};

use super::grammar::{Kind, Shape};
use super::trail::Trail;

/// Calls `visit` with every object of the document, before the objects in it.
///
/// Values that are no objects of the specification (examples, defaults, extensions) are passed over; so is what stands beside a
/// `$ref`. A value of the wrong shape is passed over too: that is for [`structure`](super::structure) to report.
pub(super) fn walk<'a>(document: &'a Value, visit: &mut dyn FnMut(Kind, &'a Mapping, &Trail<'_>)) {
    value(Shape::Object(Kind::Document), document, &Trail::Root, visit);
}

fn value<'a>(shape: Shape, found: &'a Value, at: &Trail<'_>, visit: &mut dyn FnMut(Kind, &'a Mapping, &Trail<'_>)) {
    match (shape, found) {
        (Shape::Object(kind), Value::Mapping(mapping)) => object(kind, mapping, at, visit),
        (Shape::SchemaOrFlag, Value::Mapping(mapping)) => object(Kind::Schema, mapping, at, visit),
        (Shape::List(element), Value::Sequence(elements)) => {
            for (index, found) in elements.iter().enumerate() {
                value(*element, found, &Trail::Index(at, index), visit);
            }
        }
        (Shape::Map(element), Value::Mapping(mapping)) => {
            for (key, found) in texts(mapping) {
                value(*element, found, &Trail::Key(at, key), visit);
            }
        }
        (Shape::Patterned(element), Value::Mapping(mapping)) => {
            for (key, found) in texts(mapping).filter(|(key, _)| !is_extension(key)) {
                value(*element, found, &Trail::Key(at, key), visit);
            }
        }
        _ => {}
    }
}

fn object<'a>(kind: Kind, mapping: &'a Mapping, at: &Trail<'_>, visit: &mut dyn FnMut(Kind, &'a Mapping, &Trail<'_>)) {
    visit(kind, mapping, at);
    if kind.reference(mapping).is_some() {
        return;
    }
    for (key, found) in texts(mapping) {
        let shape = kind.field(key).map(|field| field.shape).or_else(|| kind.entries());
        if let Some(shape) = shape {
            value(shape, found, &Trail::Key(at, key), visit);
        }
    }
}

/// The entries whose key is a text; after normalisation, all of them.
pub(super) fn texts(mapping: &Mapping) -> impl Iterator<Item = (&str, &Value)> {
    mapping.iter().filter_map(|(key, value)| Some((key.as_str()?, value)))
}

/// Whether a key begins an extension, which may hold anything.
pub(super) fn is_extension(key: &str) -> bool {
    key.starts_with("x-")
}
