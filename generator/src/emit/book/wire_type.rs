//! Types as they are on the wire, with links to where the page describes them.

use super::cell;
use crate::model::{EnumRepr, TypeId, TypeKind, TypeRef, TypeTable};

/// Enumerations with more values than this have a table of their own.
const LISTED: usize = 12;

/// What a type is called in a cell: `string[]`, or a link.
pub(super) fn name(types: &TypeTable, ty: &TypeRef) -> String {
    match ty {
        TypeRef::Bool => "boolean".to_owned(),
        TypeRef::I32 | TypeRef::I64 | TypeRef::U64 => "integer".to_owned(),
        TypeRef::F64 => "number".to_owned(),
        TypeRef::String => "string".to_owned(),
        TypeRef::Date => "string (date)".to_owned(),
        TypeRef::DateTime => "string (date-time)".to_owned(),
        TypeRef::Json => "any".to_owned(),
        TypeRef::List(item) => format!("{}[]", name(types, &item.ty)),
        TypeRef::Map(item) => format!("map of {}", name(types, &item.ty)),
        TypeRef::Named(id) | TypeRef::Boxed(id) => match &types.get(*id).kind {
            TypeKind::Enum(listed) if !has_table(types, *id) => match listed.repr {
                EnumRepr::Text => "string".to_owned(),
                EnumRepr::Integer => "integer".to_owned(),
            },
            TypeKind::Alias(target) if !has_table(types, *id) => name(types, target),
            _ => link(types, *id),
        },
    }
}

/// A link to the description of a type on the same page.
pub(super) fn link(types: &TypeTable, id: TypeId) -> String {
    let name = types.get(id).name.plain();
    format!("[{name}](#{name})")
}

/// Whether a page describes a type in a section of its own.
pub(super) fn has_table(types: &TypeTable, id: TypeId) -> bool {
    match &types.get(id).kind {
        TypeKind::Object(_) | TypeKind::Union(_) => true,
        TypeKind::Enum(listed) => listed.variants.len() > LISTED,
        TypeKind::Alias(_) => false,
    }
}

/// The type that lists the values of another, through lists, maps and aliases.
pub(super) fn enumeration(types: &TypeTable, ty: &TypeRef) -> Option<TypeId> {
    let id = ty.named()?;
    match &types.get(id).kind {
        TypeKind::Enum(_) => Some(id),
        TypeKind::Alias(target) => enumeration(types, target),
        TypeKind::Object(_) | TypeKind::Union(_) => None,
    }
}

/// The allowed values of a short enumeration, a line each.
pub(super) fn values(types: &TypeTable, ty: &TypeRef) -> Option<String> {
    let id = enumeration(types, ty).filter(|id| !has_table(types, *id))?;
    let TypeKind::Enum(listed) = &types.get(id).kind else { return None };
    let lines = listed.variants.iter().map(|variant| {
        let said = variant
            .docs
            .description
            .as_deref()
            .map(|text| format!(": {}", cell::prose(&super::super::docs::markdown(text))));
        format!("<br>\u{2022} {}{}", cell::code(&variant.wire_value), said.unwrap_or_default())
    });
    Some(format!("Allowed values:{}", lines.collect::<String>()))
}
