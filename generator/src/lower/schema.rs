//! A schema becomes a type: dispatch by what the schema says, and the simple kinds.

use std::borrow::{Borrow, Cow};

use openapiv3::{AdditionalProperties, ReferenceOr, Schema};

use super::context::{At, Lowering};
use super::shape::Shape;
use super::{all_of, any_of, docs, enumeration, object};
use crate::diagnostic::feature;
use crate::model::{Item, TypeId, TypeKind, TypeRef};
use crate::naming::{Case, ident, shortened};

/// What a schema came to.
#[derive(Clone, Debug)]
pub(super) struct Use {
    pub(super) ty: TypeRef,
    pub(super) nullable: bool,
}

impl Use {
    pub(super) fn plain(ty: TypeRef) -> Self {
        Self { ty, nullable: false }
    }

    pub(super) fn item(self) -> Item {
        Item { ty: self.ty, nullable: self.nullable }
    }
}

/// What an inline schema would be called, and whose file it would stand in.
#[derive(Clone, Debug)]
pub(super) struct Hint {
    /// The Rust name.
    pub(super) name: String,
    /// The path of names that leads to it.
    pub(super) wire_name: String,
    /// The type in whose file it stands.
    pub(super) owner: Option<TypeId>,
    /// The property or parameter that has the schema.
    pub(super) property: Option<String>,
}

impl Hint {
    /// The hint for a property of a type with this hint.
    pub(super) fn property(&self, wire_name: &str) -> Self {
        Self { property: Some(wire_name.to_owned()), ..self.part(wire_name) }
    }

    /// The hint for a nameless part, such as the elements of a list.
    pub(super) fn part(&self, wire_name: &str) -> Self {
        Self {
            name: brief(format!("{}{}", self.name, ident(wire_name, Case::Variant).plain())),
            wire_name: brief(format!("{}.{wire_name}", self.wire_name)),
            owner: self.owner,
            property: self.property.clone(),
        }
    }
}

/// Every level adds to a name, and every name is kept.
fn brief(name: String) -> String {
    match shortened(&name, 1000) {
        Cow::Borrowed(_) => name,
        Cow::Owned(brief) => brief,
    }
}

/// The type that a use of a schema means; inline objects, enums and unions get types of their own.
pub(super) fn lower<S: Borrow<Schema>>(
    lowering: &mut Lowering<'_>,
    schema: &ReferenceOr<S>,
    hint: &Hint,
    at: &At,
) -> Use {
    match schema {
        ReferenceOr::Reference { reference } => reference_to(lowering, reference, at),
        ReferenceOr::Item(schema) => {
            let shape = Shape::of(schema.borrow());
            let nullable = shape.nullable();
            if let Some(ty) = lowering.inline(at) {
                return Use { ty, nullable };
            }
            let found = kind(lowering, &shape, hint, at, None);
            Use { nullable: found.nullable || nullable, ty: found.ty }
        }
    }
}

/// What a schema of `components` is, for the type that was declared for it.
pub(super) fn define(lowering: &mut Lowering<'_>, schema: &ReferenceOr<Schema>, hint: &Hint, at: &At) -> TypeKind {
    match schema {
        ReferenceOr::Reference { reference } => TypeKind::Alias(reference_to(lowering, reference, at).ty),
        ReferenceOr::Item(schema) => {
            let found = kind(lowering, &Shape::of(schema), hint, at, hint.owner);
            match (found.ty, hint.owner) {
                // The kind was written straight into the declared type.
                (TypeRef::Named(id), Some(own)) if id == own => lowering.def(own).kind.clone(),
                (ty, _) => TypeKind::Alias(ty),
            }
        }
    }
}

/// The type for a component, or its free form where the reference leads nowhere (which loading has reported).
pub(super) fn reference_to(lowering: &Lowering<'_>, reference: &str, at: &At) -> Use {
    let document = lowering.document(at);
    let Some((name, schema)) = document.schema(reference) else { return Use::plain(TypeRef::Json) };
    let named = reference.rsplit('/').next().and_then(|token| component_named(lowering, at.document, token));
    match named.or_else(|| lowering.component(at.document, name)) {
        Some(id) => Use { ty: TypeRef::Named(id), nullable: Shape::of(schema).nullable() },
        None => Use::plain(TypeRef::Json),
    }
}

fn component_named(lowering: &Lowering<'_>, document: usize, token: &str) -> Option<TypeId> {
    lowering.component(document, &token.replace("~1", "/").replace("~0", "~"))
}

/// Decides what a schema is. `own` is the declared type that takes an object, enum or union; without one a new
/// type is declared.
fn kind(lowering: &mut Lowering<'_>, shape: &Shape<'_>, hint: &Hint, at: &At, own: Option<TypeId>) -> Use {
    if shape.has_not {
        lowering.unsupported(
            feature::NOT_SCHEMA,
            "`not`; the crate takes more than the schema allows",
            &at.child("not"),
        );
    }
    let is_discriminated = shape.data.is_some_and(|data| data.discriminator.is_some());
    if is_discriminated && shape.one_of.is_empty() && shape.any_of.is_empty() {
        lowering.unsupported(
            feature::DISCRIMINATOR_ALONE,
            "a discriminator without `oneOf` or `anyOf`; the crate keeps what the schemas built on this one add as further properties",
            &at.child("discriminator"),
        );
    }
    if !shape.all_of.is_empty() {
        return all_of::lower(lowering, shape, hint, at, own);
    }
    if !shape.one_of.is_empty() || !shape.any_of.is_empty() {
        return any_of::lower(lowering, shape, hint, at, own);
    }
    if shape.values.iter().any(|value| !value.is_null()) && shape.ty != Some("boolean") {
        return Use::plain(enumeration::lower(lowering, shape, hint, at, own));
    }
    Use::plain(match shape.ty {
        Some("string") => string(shape),
        Some("integer") => integer(shape),
        Some("number") => number(lowering, shape, hint),
        Some("boolean") => TypeRef::Bool,
        Some("array") => list(lowering, shape, hint, at),
        Some("object") => object_like(lowering, shape, hint, at, own),
        _ if shape.is_object() => object_like(lowering, shape, hint, at, own),
        _ if shape.items.is_some() => list(lowering, shape, hint, at),
        _ => TypeRef::Json,
    })
}

/// `format` decides between text and times; every other format is text that the crate does not look into.
fn string(shape: &Shape<'_>) -> TypeRef {
    match shape.format.as_deref() {
        Some("date") => TypeRef::Date,
        Some("date-time") => TypeRef::DateTime,
        _ => TypeRef::String,
    }
}

fn integer(shape: &Shape<'_>) -> TypeRef {
    match shape.format.as_deref() {
        Some("int32") => TypeRef::I32,
        Some("uint64") => TypeRef::U64,
        _ => TypeRef::I64,
    }
}

fn number(lowering: &mut Lowering<'_>, shape: &Shape<'_>, hint: &Hint) -> TypeRef {
    let is_fraction = lowering.is_fraction(&hint.wire_name, hint.property.as_deref());
    if lowering.settings.numbers.whole && shape.format.is_none() && !is_fraction { TypeRef::I64 } else { TypeRef::F64 }
}

fn list(lowering: &mut Lowering<'_>, shape: &Shape<'_>, hint: &Hint, at: &At) -> TypeRef {
    let item = match shape.items {
        Some(items) => lower(lowering, items, &hint.part("Item"), &at.child("items")).item(),
        None => Item { ty: TypeRef::Json, nullable: false },
    };
    TypeRef::List(Box::new(item))
}

/// An object with properties is a struct, one with only `additionalProperties` a map, one with neither free JSON.
fn object_like(lowering: &mut Lowering<'_>, shape: &Shape<'_>, hint: &Hint, at: &At, own: Option<TypeId>) -> TypeRef {
    if shape.properties.is_some() {
        return object::lower(lowering, shape, hint, at, own);
    }
    match shape.additional {
        Some(AdditionalProperties::Schema(schema)) => {
            let values = lower(lowering, schema.as_ref(), &hint.part("Value"), &at.child("additionalProperties"));
            TypeRef::Map(Box::new(values.item()))
        }
        // A named schema stays a type of its own, so that callers keep a name for it.
        _ if own.is_some() => object::lower(lowering, shape, hint, at, own),
        _ => TypeRef::Json,
    }
}

/// The declared type to fill, or a new one for an inline schema.
pub(super) fn target(
    lowering: &mut Lowering<'_>,
    shape: &Shape<'_>,
    hint: &Hint,
    at: &At,
    own: Option<TypeId>,
) -> TypeId {
    if let Some(own) = own {
        return own;
    }
    let id = lowering.declare_inline(hint.wire_name.clone(), &hint.name, hint.owner, at);
    lowering.set_inline(at, TypeRef::Named(id));
    let def = lowering.def_mut(id);
    def.docs = docs::of_schema(shape);
    def.deprecated = shape.deprecated();
    id
}
