//! Whether a value is one of a type: many examples of documents are not.

use super::{Constraints, Enum, EnumRepr, Json, Object, TypeId, TypeKind, TypeRef, TypeTable};

impl TypeTable {
    /// Whether a value is one of the type, as far as its shape goes.
    pub fn admits(&self, ty: &TypeRef, json: &Json) -> bool {
        Fit { types: self, open: Vec::new(), left: STEPS }.fits(json, ty)
    }
}

impl Constraints {
    /// Whether a value keeps those limits that are easily told: lengths, counts and bounds.
    pub fn admit(&self, json: &Json) -> bool {
        is_within(json, self)
    }
}

/// How many comparisons are made at most. Unions of unions can be tried in more ways than there is time for; a value that
/// takes so long to tell is taken for one that does not fit.
const STEPS: usize = 20_000;

/// One comparison of a value with a type.
struct Fit<'a> {
    types: &'a TypeTable,
    /// The types that the value itself is being compared with, so that a union which has itself for a variant comes to an end.
    open: Vec<(TypeId, *const Json)>,
    left: usize,
}

impl Fit<'_> {
    fn fits(&mut self, json: &Json, ty: &TypeRef) -> bool {
        if self.left == 0 {
            return false;
        }
        self.left -= 1;
        match (ty, json) {
            (TypeRef::Json, _) | (TypeRef::Bool, Json::Bool(_)) | (TypeRef::F64, Json::Number(_)) => true,
            (TypeRef::I32, Json::Number(number)) => number.parse::<i32>().is_ok(),
            (TypeRef::I64, Json::Number(number)) => number.parse::<i64>().is_ok(),
            (TypeRef::U64, Json::Number(number)) => number.parse::<u64>().is_ok(),
            (TypeRef::String, Json::Text(_)) => true,
            (TypeRef::Date, Json::Text(text)) => text.len() == 10 && is_date(text),
            (TypeRef::DateTime, Json::Text(text)) => {
                text.get(..10).is_some_and(is_date) && text.get(10..11) == Some("T")
            }
            (TypeRef::List(item), Json::List(elements)) => elements.iter().all(|element| self.fits(element, &item.ty)),
            (TypeRef::Map(item), Json::Object(properties)) => {
                properties.iter().all(|(_, value)| self.fits(value, &item.ty))
            }
            (TypeRef::Named(id) | TypeRef::Boxed(id), _) => self.fits_named(json, *id),
            _ => false,
        }
    }

    fn fits_named(&mut self, json: &Json, id: TypeId) -> bool {
        let here = (id, std::ptr::from_ref(json));
        if self.open.contains(&here) {
            return false;
        }
        self.open.push(here);
        let types = self.types;
        let fits = match &types.get(id).kind {
            TypeKind::Object(object) => self.fits_object(json, object),
            TypeKind::Enum(listed) => fits_enum(json, listed),
            TypeKind::Union(union) => union.variants.iter().any(|variant| self.fits(json, &variant.ty)),
            TypeKind::Alias(target) => self.fits(json, target),
        };
        self.open.pop();
        fits
    }

    fn fits_object(&mut self, json: &Json, object: &Object) -> bool {
        let Json::Object(properties) = json else { return false };
        let is_there = |name: &str| properties.iter().any(|(property, _)| property == name);
        let has_all = object.fields.iter().all(|field| !field.presence.is_required() || is_there(&field.wire_name));
        has_all
            && properties.iter().all(|(name, value)| {
                match object.fields.iter().find(|field| field.wire_name == *name) {
                    Some(field) => {
                        self.fits(value, &field.ty) || (*value == Json::Null && !field.presence.is_required())
                    }
                    None => true,
                }
            })
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
