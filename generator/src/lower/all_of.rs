//! `allOf`: one part that only carries texts, or several objects that become one.

use std::collections::{HashMap, HashSet};

use openapiv3::{ReferenceOr, Schema};

use super::context::{At, Lowering};
use super::object::{self, Property};
use super::schema::{self, Hint, Use};
use super::shape::Shape;
use crate::diagnostic::{Rule, feature};
use crate::model::{Item, TypeId, TypeRef};

/// Lowers a schema with `allOf`.
///
/// A single part beside nothing but texts is the wrapper that OpenAPI 3.0 needs to put a description beside a
/// reference: the part is the type. Several objects are merged, the later part winning over the earlier.
pub(super) fn lower(lowering: &mut Lowering<'_>, shape: &Shape<'_>, hint: &Hint, at: &At, own: Option<TypeId>) -> Use {
    let parts: Vec<(usize, &ReferenceOr<Schema>)> =
        shape.all_of.iter().enumerate().filter(|(_, part)| says_something(part)).collect();
    if let ([(index, part)], None) = (parts.as_slice(), shape.properties) {
        return schema::lower(lowering, *part, hint, &at.child("allOf").index(*index));
    }
    let id = schema::target(lowering, shape, hint, at, own);
    let hint = Hint { owner: hint.owner.or(Some(id)), ..hint.clone() };
    let mut merged = Merged::default();
    if merged.add(lowering, shape, &hint, at) {
        let Merged { mut properties, required, values, .. } = merged;
        for property in &mut properties {
            property.required |= required.contains(property.wire_name);
        }
        return Use::plain(object::build(lowering, id, properties, values, at));
    }
    lowering.unsupported(
        feature::ALL_OF_NON_OBJECT,
        "`allOf` of parts that are not all objects; the crate takes the value as free JSON",
        at,
    );
    lowering.def_mut(id).kind = crate::model::TypeKind::Alias(TypeRef::Json);
    Use::plain(TypeRef::Named(id))
}

fn says_something(part: &ReferenceOr<Schema>) -> bool {
    match part {
        ReferenceOr::Reference { .. } => true,
        ReferenceOr::Item(schema) => {
            let shape = Shape::of(schema);
            shape.is_structural() || !shape.required.is_empty()
        }
    }
}

/// How many schemas may take over the next one's properties by `allOf`.
const DEEPEST: usize = 64;

/// The properties of several objects together.
#[derive(Default)]
struct Merged<'a> {
    properties: Vec<Property<'a>>,
    /// Where each of them is in the list.
    places: HashMap<&'a str, usize>,
    required: HashSet<&'a str>,
    values: Option<Item>,
    seen: HashSet<(usize, String)>,
    depth: usize,
}

impl<'a> Merged<'a> {
    /// Adds all that a schema says about an object; false when it is not an object.
    fn add<'d: 'a>(&mut self, lowering: &mut Lowering<'d>, shape: &Shape<'a>, hint: &Hint, at: &At) -> bool {
        let mut object = shape.is_object() || shape.ty.is_none() && shape.items.is_none() && shape.values.is_empty();
        for (index, part) in shape.all_of.iter().enumerate() {
            object &= self.part(lowering, part, hint, &at.child("allOf").index(index));
        }
        if !shape.one_of.is_empty() || !shape.any_of.is_empty() {
            self.alternatives(lowering, shape, at);
        }
        for property in object::properties(shape, hint, at) {
            // A part that says only that a property is there must not take away what another says about it.
            let place = self.places.get(property.wire_name);
            match place.and_then(|place| self.properties.get_mut(*place)) {
                Some(known) => {
                    let required = known.required || property.required;
                    if restates(property.schema) {
                        known.required = required;
                    } else {
                        *known = Property { required, ..property };
                    }
                }
                None => {
                    self.places.insert(property.wire_name, self.properties.len());
                    self.properties.push(property);
                }
            }
        }
        self.required.extend(shape.required.iter().map(String::as_str));
        if let Some(values) = object::additional(lowering, shape, hint, at) {
            self.values = Some(values);
        }
        object
    }

    fn part<'d: 'a>(
        &mut self,
        lowering: &mut Lowering<'d>,
        part: &'a ReferenceOr<Schema>,
        hint: &Hint,
        at: &At,
    ) -> bool {
        let ReferenceOr::Reference { reference } = part else {
            return match part {
                ReferenceOr::Item(schema) => self.add(lowering, &Shape::of(schema), hint, at),
                ReferenceOr::Reference { .. } => false,
            };
        };
        let Some((name, schema)) = lowering.document(at).schema(reference) else { return true };
        // A schema that contains itself through `allOf` adds nothing the second time.
        if !self.seen.insert((at.document, name.to_owned())) {
            return true;
        }
        // With too many fields nothing comes of it, and there may be many times as many.
        if lowering.has_too_many_fields() {
            return true;
        }
        let Some(id) = lowering.component(at.document, name) else { return true };
        let owner = lowering.def(id).name.plain().to_owned();
        let hint = Hint { name: owner, wire_name: name.to_owned(), owner: Some(id), property: None };
        let there = At::component(at.document, name);
        if self.depth == DEEPEST {
            let message = format!("with `{name}`, more than {DEEPEST} schemas take over the next one's properties");
            lowering.too_much(Rule::TooDeep, message, "list the properties in one of them", &there);
            return true;
        }
        self.depth += 1;
        let is_object = self.add(lowering, &Shape::of(schema), &hint, &there);
        self.depth -= 1;
        is_object
    }

    /// `oneOf` and `anyOf` beside properties: the properties are kept, the alternatives go into the rest.
    fn alternatives(&self, lowering: &mut Lowering<'_>, shape: &Shape<'a>, at: &At) {
        if shape.one_of.iter().chain(shape.any_of).any(adds_structure) {
            lowering.unsupported(
                feature::UNION_BESIDE_PROPERTIES,
                "`oneOf` or `anyOf` beside properties of an object; the crate keeps what they add as further properties",
                at,
            );
        }
    }
}

/// Whether an alternative does more than say which properties must be there.
pub(super) fn adds_structure(part: &ReferenceOr<Schema>) -> bool {
    match part {
        ReferenceOr::Reference { .. } => true,
        ReferenceOr::Item(schema) => {
            let shape = Shape::of(schema);
            shape.properties.is_some() || shape.is_structural() && shape.ty != Some("object")
        }
    }
}

/// Whether a property's schema has no more than texts.
fn restates(schema: &ReferenceOr<Box<Schema>>) -> bool {
    matches!(schema, ReferenceOr::Item(schema) if !Shape::of(schema).is_structural())
}
