//! `enum`: a list of values becomes an open enum.

use std::collections::HashSet;

use serde_json::Value;

use super::context::{At, Lowering};
use super::docs;
use super::schema::{self, Hint};
use super::shape::Shape;
use crate::diagnostic::{Rule, feature};
use crate::model::{Docs, Enum, EnumRepr, Ident, TypeId, TypeKind, TypeRef, Variant};
use crate::naming::{Case, Scope, ident};

/// The most variants that an enum may have; the compiler has to look at each of them in each match.
const MOST_VALUES: usize = 50_000;

/// Lowers a schema with `enum`; values of mixed JSON types stay free JSON.
pub(super) fn lower(
    lowering: &mut Lowering<'_>,
    shape: &Shape<'_>,
    hint: &Hint,
    at: &At,
    own: Option<TypeId>,
) -> TypeRef {
    let listed: Vec<&Value> = shape.values.iter().filter(|value| !value.is_null()).collect();
    if listed.iter().all(|value| value.is_boolean()) {
        return TypeRef::Bool;
    }
    if listed.len() > MOST_VALUES {
        let message = format!("`enum` has more than {MOST_VALUES} values, and none of so many is compiled");
        lowering.too_much(
            Rule::TooLarge,
            message,
            "leave `enum` out, and describe the values in words",
            &at.child("enum"),
        );
        return TypeRef::Json;
    }
    let repr = if listed.iter().all(|value| value.is_string()) {
        EnumRepr::Text
    } else if listed.iter().all(|value| value.is_i64()) {
        EnumRepr::Integer
    } else if listed.iter().all(|value| value.is_number()) {
        return TypeRef::F64;
    } else {
        lowering.unsupported(
            feature::MIXED_ENUM,
            "`enum` with values of several JSON types; the crate takes the value as free JSON",
            at,
        );
        return TypeRef::Json;
    };
    let id = schema::target(lowering, shape, hint, at, own);
    let values = listed.iter().map(|value| value.as_str().map_or_else(|| value.to_string(), str::to_owned));
    let mut listed = variants(values);
    for variant in &mut listed {
        variant.docs = docs::of_value(shape, &variant.wire_value);
    }
    lowering.def_mut(id).kind = TypeKind::Enum(Enum { repr, variants: listed, unknown: unknown(), same_as: None });
    TypeRef::Named(id)
}

/// The variants for a list of values: one each, in the list's order; a value that is listed twice counts once.
///
/// Values whose names become one (`asc` and `ASC`) are told apart by a number, in the order of the list.
pub(super) fn variants(values: impl Iterator<Item = String>) -> Vec<Variant> {
    let mut scope = Scope::new();
    let mut variants: Vec<Variant> = Vec::new();
    let mut seen = HashSet::new();
    // The name of the variant for unlisted values is taken from the start, so that a listed value gives way.
    let _ = scope.claim(&unknown(), ());
    for wire_value in values {
        if !seen.insert(wire_value.clone()) {
            continue;
        }
        let name = scope.claim_numbered(name(&wire_value), ());
        variants.push(Variant { name, docs: Docs::default(), wire_value });
    }
    variants
}

/// The name of the variant that holds a value which is not listed.
pub(super) fn unknown() -> Ident {
    ident("Unknown", Case::Variant)
}

fn name(wire_value: &str) -> Ident {
    let name = ident(wire_value, Case::Variant);
    if name == unknown() { ident("UnknownValue", Case::Variant) } else { name }
}
