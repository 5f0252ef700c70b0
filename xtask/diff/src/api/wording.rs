//! Types and values in words.

use generator::model::{Item, Literal, Presence, TypeKind, TypeRef, TypeTable};

/// A type as people who read the description call it.
pub(super) fn spelled(types: &TypeTable, ty: &TypeRef) -> String {
    match ty {
        TypeRef::Bool => "boolean".to_owned(),
        TypeRef::I32 => "integer (int32)".to_owned(),
        TypeRef::I64 => "integer".to_owned(),
        TypeRef::U64 => "integer from 0".to_owned(),
        TypeRef::F64 => "number".to_owned(),
        TypeRef::String => "string".to_owned(),
        TypeRef::Date => "string (date)".to_owned(),
        TypeRef::DateTime => "string (date-time)".to_owned(),
        TypeRef::Json => "any value".to_owned(),
        TypeRef::Named(id) | TypeRef::Boxed(id) => {
            let def = types.get(*id);
            match &def.kind {
                TypeKind::Enum(_) => format!("enum {}", def.wire_name),
                TypeKind::Union(_) => format!("one of {}", def.wire_name),
                TypeKind::Object(_) => def.wire_name.clone(),
                TypeKind::Alias(target) => spelled(types, target),
            }
        }
        TypeRef::List(item) => format!("list of {}", element(types, item)),
        TypeRef::Map(item) => format!("map of {}", element(types, item)),
    }
}

fn element(types: &TypeTable, item: &Item) -> String {
    format!("{}{}", spelled(types, &item.ty), if item.nullable { " or null" } else { "" })
}

/// A default or an example.
pub(super) fn literal(literal: Option<&Literal>) -> Option<String> {
    literal.map(|literal| literal.as_json().to_owned())
}

/// Whether a value may be missing or null.
pub(super) fn presence(presence: Presence) -> String {
    match presence {
        Presence::Required => "required",
        Presence::Optional => "optional",
        Presence::Nullable => "required, may be null",
        Presence::OptionalNullable => "optional, may be null",
    }
    .to_owned()
}
