//! `oneOf` and `anyOf`: a value that is one of several types.

use std::collections::BTreeMap;

use openapiv3::{Discriminator, ReferenceOr, Schema};

use super::all_of::adds_structure;
use super::context::{At, Lowering};
use super::enumeration;
use super::object;
use super::schema::{self, Hint, Use};
use super::shape::Shape;
use crate::diagnostic::feature;
use crate::model::{Enum, EnumRepr, Item, Origin, Tagging, TypeId, TypeKind, TypeRef, Union, UnionVariant};
use crate::naming::{Case, Scope, ident};

/// Lowers a schema with `oneOf` or `anyOf`.
///
/// Alternatives that are one type are that type, an alternative that is only null makes the value nullable, and
/// text beside listed text is an open enum; what is left is a union.
pub(super) fn lower(lowering: &mut Lowering<'_>, shape: &Shape<'_>, hint: &Hint, at: &At, own: Option<TypeId>) -> Use {
    if shape.properties.is_some() {
        if alternatives(shape).any(|(_, _, part)| adds_structure(part)) {
            lowering.unsupported(
                feature::UNION_BESIDE_PROPERTIES,
                "`oneOf` or `anyOf` beside properties of an object; the crate keeps what they add as further properties",
                at,
            );
        }
        return Use::plain(object::lower(lowering, shape, hint, at, own));
    }
    let nullable = alternatives(shape).any(|(_, _, part)| is_null(part));
    let parts: Vec<_> = alternatives(shape).filter(|(_, _, part)| !is_null(part)).collect();
    if let Some(values) = listed_text(lowering, &parts, at) {
        return Use { ty: text(lowering, shape, values, hint, at, own), nullable };
    }
    let discriminator = shape.data.and_then(|data| data.discriminator.as_ref());
    if let ([(keyword, index, part)], None) = (parts.as_slice(), discriminator) {
        let found = schema::lower(lowering, *part, hint, &at.child(keyword).index(*index));
        return Use { nullable: nullable || found.nullable, ..found };
    }
    let id = schema::target(lowering, shape, hint, at, own);
    let inner = Hint { owner: hint.owner.or(Some(id)), ..hint.clone() };
    let variants = variants(lowering, &parts, &inner, at);
    if let ([only], None) = (variants.as_slice(), discriminator) {
        lowering.def_mut(id).kind = TypeKind::Alias(only.ty.clone());
        return Use { ty: TypeRef::Named(id), nullable };
    }
    let union = match discriminator {
        Some(discriminator) => tagged(lowering, discriminator, variants, at),
        None => Union { tagging: Tagging::Untagged, variants, unknown: enumeration::unknown() },
    };
    lowering.def_mut(id).kind = TypeKind::Union(union);
    Use { ty: TypeRef::Named(id), nullable }
}

type Part<'a> = (&'static str, usize, &'a ReferenceOr<Schema>);

fn alternatives<'a>(shape: &Shape<'a>) -> impl Iterator<Item = Part<'a>> + use<'a> {
    let one_of = shape.one_of.iter().enumerate().map(|(index, part)| ("oneOf", index, part));
    let any_of = shape.any_of.iter().enumerate().map(|(index, part)| ("anyOf", index, part));
    one_of.chain(any_of)
}

/// Whether an alternative allows nothing but null, as documents write it that think in JSON Schema.
fn is_null(part: &ReferenceOr<Schema>) -> bool {
    let ReferenceOr::Item(schema) = part else { return false };
    let shape = Shape::of(schema);
    let only_null = !shape.values.is_empty() && shape.values.iter().all(serde_json::Value::is_null);
    only_null || (shape.ty == Some("null"))
}

/// The listed values, when every alternative is text.
fn listed_text(lowering: &Lowering<'_>, parts: &[Part<'_>], at: &At) -> Option<Vec<String>> {
    let mut values = Vec::new();
    for (_, _, part) in parts {
        let schema = match part {
            ReferenceOr::Item(schema) => schema,
            ReferenceOr::Reference { reference } => lowering.document(at).schema(reference)?.1,
        };
        let shape = Shape::of(schema);
        if shape.ty != Some("string") {
            return None;
        }
        values.extend(shape.values.iter().filter_map(|value| value.as_str()).map(str::to_owned));
    }
    (parts.len() > 1).then_some(values)
}

fn text(
    lowering: &mut Lowering<'_>,
    shape: &Shape<'_>,
    values: Vec<String>,
    hint: &Hint,
    at: &At,
    own: Option<TypeId>,
) -> TypeRef {
    if values.is_empty() {
        return TypeRef::String;
    }
    let id = schema::target(lowering, shape, hint, at, own);
    let variants = enumeration::variants(values.into_iter());
    let list = Enum { repr: EnumRepr::Text, variants, unknown: enumeration::unknown(), same_as: None };
    lowering.def_mut(id).kind = TypeKind::Enum(list);
    TypeRef::Named(id)
}

/// A variant for each alternative; alternatives of one type share it.
fn variants(lowering: &mut Lowering<'_>, parts: &[Part<'_>], hint: &Hint, at: &At) -> Vec<UnionVariant> {
    let mut scope = Scope::new();
    let _ = scope.claim(&enumeration::unknown(), ());
    let mut variants: Vec<UnionVariant> = Vec::new();
    for (keyword, index, part) in parts {
        let label = label(part);
        let at = at.child(keyword).index(*index);
        let inner = hint.part(label.as_deref().unwrap_or("Variant"));
        let ty = schema::lower(lowering, *part, &inner, &at).ty;
        if variants.iter().any(|variant| variant.ty == ty) {
            continue;
        }
        let wire_name = match (&ty, label) {
            (TypeRef::Named(id), None) => lowering.def(*id).name.plain().to_owned(),
            (_, Some(label)) => label,
            (_, None) => kind_name(&ty),
        };
        let name = scope.claim_numbered(ident(&wire_name, Case::Variant), ());
        variants.push(UnionVariant { name, ty, tags: Vec::new() });
    }
    variants
}

/// What the document itself calls an inline alternative.
fn label(part: &ReferenceOr<Schema>) -> Option<String> {
    match part {
        ReferenceOr::Item(schema) => schema.schema_data.title.clone().filter(|title| title.len() <= 40),
        ReferenceOr::Reference { .. } => None,
    }
}

fn kind_name(ty: &TypeRef) -> String {
    match ty {
        TypeRef::Bool => "Boolean".to_owned(),
        TypeRef::I32 | TypeRef::I64 | TypeRef::U64 => "Integer".to_owned(),
        TypeRef::F64 => "Number".to_owned(),
        TypeRef::String => "Text".to_owned(),
        TypeRef::Date => "Date".to_owned(),
        TypeRef::DateTime => "DateTime".to_owned(),
        TypeRef::Json => "Json".to_owned(),
        TypeRef::Named(_) | TypeRef::Boxed(_) => "Object".to_owned(),
        TypeRef::List(item) => format!("{}List", kind_name(&item.ty)),
        TypeRef::Map(item) => format!("{}Map", kind_name(&Item::clone(item).ty)),
    }
}

/// Gives each variant the values of the discriminator that stand for it (OpenAPI 3.0.4, section 4.7.25).
fn tagged(
    lowering: &mut Lowering<'_>,
    discriminator: &Discriminator,
    mut variants: Vec<UnionVariant>,
    at: &At,
) -> Union {
    // Mapped schemas count even where the list of alternatives forgets them.
    let mut tags: BTreeMap<TypeId, Vec<String>> = BTreeMap::new();
    for (value, target) in &discriminator.mapping {
        let reference = if target.contains('/') { target.clone() } else { format!("#/components/schemas/{target}") };
        match schema::reference_to(lowering, &reference, at).ty {
            TypeRef::Named(id) => tags.entry(id).or_default().push(value.clone()),
            _ => lowering.unsupported(
                feature::DISCRIMINATOR_TARGET,
                format!("the discriminator maps `{value}` to `{target}`, which is no schema of the document"),
                &at.child("discriminator").child("mapping").child(value),
            ),
        }
    }
    let mut scope = Scope::new();
    let _ = scope.claim(&enumeration::unknown(), ());
    for variant in &variants {
        let _ = scope.claim(&variant.name, ());
    }
    for &id in tags.keys() {
        if !variants.iter().any(|variant| variant.ty == TypeRef::Named(id)) {
            let name = scope.claim_numbered(ident(lowering.def(id).name.plain(), Case::Variant), ());
            variants.push(UnionVariant { name, ty: TypeRef::Named(id), tags: Vec::new() });
        }
    }
    let is_named = |ty: &TypeRef| matches!(ty, TypeRef::Named(id) if lowering.def(*id).origin == Origin::Component);
    if !variants.iter().all(|variant| is_named(&variant.ty)) {
        lowering.unsupported(
            feature::DISCRIMINATOR_INLINE,
            "a discriminator over alternatives that are not all named schemas; the crate tells them apart by what fits",
            at,
        );
        return Union { tagging: Tagging::Untagged, variants, unknown: enumeration::unknown() };
    }
    for variant in &mut variants {
        if let TypeRef::Named(id) = variant.ty {
            variant.tags = tags.remove(&id).unwrap_or_else(|| vec![lowering.def(id).wire_name.clone()]);
            variant.tags.sort();
        }
    }
    let tagging = Tagging::Tagged { property: discriminator.property_name.clone() };
    Union { tagging, variants, unknown: enumeration::unknown() }
}
