//! Whether a value is one of a type: many examples of documents are not.

use super::{Constraints, Enum, EnumRepr, Json, Object, TypeKind, TypeRef, TypeTable};

impl TypeTable {
    /// Whether a value is one of the type, as far as its shape goes.
    pub fn admits(&self, ty: &TypeRef, json: &Json) -> bool {
        fits(self, json, ty)
    }
}

impl Constraints {
    /// Whether a value keeps those limits that are easily told: lengths, counts and bounds.
    pub fn admit(&self, json: &Json) -> bool {
        is_within(json, self)
    }
}

fn fits(types: &TypeTable, json: &Json, ty: &TypeRef) -> bool {
    match (ty, json) {
        (TypeRef::Json, _) | (TypeRef::Bool, Json::Bool(_)) | (TypeRef::F64, Json::Number(_)) => true,
        (TypeRef::I32, Json::Number(number)) => number.parse::<i32>().is_ok(),
        (TypeRef::I64, Json::Number(number)) => number.parse::<i64>().is_ok(),
        (TypeRef::U64, Json::Number(number)) => number.parse::<u64>().is_ok(),
        (TypeRef::String, Json::Text(_)) => true,
        (TypeRef::Date, Json::Text(text)) => text.len() == 10 && is_date(text),
        (TypeRef::DateTime, Json::Text(text)) => text.get(..10).is_some_and(is_date) && text.get(10..11) == Some("T"),
        (TypeRef::List(item), Json::List(elements)) => elements.iter().all(|element| fits(types, element, &item.ty)),
        (TypeRef::Map(item), Json::Object(properties)) => {
            properties.iter().all(|(_, value)| fits(types, value, &item.ty))
        }
        (TypeRef::Named(id) | TypeRef::Boxed(id), _) => match &types.get(*id).kind {
            TypeKind::Object(object) => fits_object(types, json, object),
            TypeKind::Enum(listed) => fits_enum(json, listed),
            TypeKind::Union(union) => union.variants.iter().any(|variant| fits(types, json, &variant.ty)),
            TypeKind::Alias(target) => fits(types, json, target),
        },
        _ => false,
    }
}

fn is_within(json: &Json, limits: &Constraints) -> bool {
    match json {
        Json::Text(text) => {
            let length = text.chars().count();
            limits.min_length.is_none_or(|fewest| length >= fewest)
                && limits.max_length.is_none_or(|most| length <= most)
        }
        Json::Number(number) => {
            let Ok(number) = number.parse::<f64>() else { return false };
            let limit = |limit: &Option<String>| limit.as_ref().and_then(|limit| limit.parse::<f64>().ok());
            limit(&limits.minimum).is_none_or(|least| number >= least)
                && limit(&limits.maximum).is_none_or(|most| number <= most)
        }
        Json::List(elements) => {
            limits.min_items.is_none_or(|fewest| elements.len() >= fewest)
                && limits.max_items.is_none_or(|most| elements.len() <= most)
        }
        _ => true,
    }
}

fn fits_object(types: &TypeTable, json: &Json, object: &Object) -> bool {
    let Json::Object(properties) = json else { return false };
    let known = |(name, value): &(String, Json)| match object.fields.iter().find(|field| field.wire_name == *name) {
        Some(field) => fits(types, value, &field.ty) || (*value == Json::Null && !field.presence.is_required()),
        None => true,
    };
    let is_there = |name: &str| properties.iter().any(|(property, _)| property == name);
    properties.iter().all(known)
        && object.fields.iter().all(|field| !field.presence.is_required() || is_there(&field.wire_name))
}

fn fits_enum(json: &Json, listed: &Enum) -> bool {
    let value = match (listed.repr, json) {
        (EnumRepr::Text, Json::Text(value)) | (EnumRepr::Integer, Json::Number(value)) => value,
        _ => return false,
    };
    listed.variants.iter().any(|variant| variant.wire_value == *value)
}

/// `2025-11-01`, by its shape.
fn is_date(text: &str) -> bool {
    text.char_indices().all(|(index, c)| if index == 4 || index == 7 { c == '-' } else { c.is_ascii_digit() })
}
