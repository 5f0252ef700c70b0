//! Plain values for where a document gives no example.

use crate::model::{Constraints, Enum, EnumRepr, Json, TypeRef, Variant};

/// A value of a type that is not of the table, within its limits as far as they are simple.
pub(super) fn of(ty: &TypeRef, limits: &Constraints) -> Json {
    match ty {
        TypeRef::Bool => Json::Bool(true),
        TypeRef::I32 | TypeRef::I64 | TypeRef::U64 => {
            Json::Number(whole(limits.minimum.as_deref()).or(whole(limits.maximum.as_deref())).unwrap_or(1).to_string())
        }
        TypeRef::F64 => Json::Number(limits.minimum.clone().unwrap_or_else(|| "1.5".to_owned())),
        TypeRef::Date => Json::Text("2025-11-01".to_owned()),
        TypeRef::DateTime => Json::Text("2025-11-01T08:00:00.000Z".to_owned()),
        TypeRef::Json => Json::Object(Vec::new()),
        _ => Json::Text(text(limits)),
    }
}

/// A value of an enumeration.
pub(super) fn of_variant(listed: &Enum, variant: &Variant) -> Json {
    match listed.repr {
        EnumRepr::Text => Json::Text(variant.wire_value.clone()),
        EnumRepr::Integer => Json::Number(variant.wire_value.clone()),
    }
}

fn whole(limit: Option<&str>) -> Option<i64> {
    limit?.parse().ok()
}

fn text(limits: &Constraints) -> String {
    let text = match limits.format.as_deref() {
        Some("email") => "jane@example.com",
        Some("uri" | "url") => "https://example.com",
        Some("uuid") => "934108e5-9fbf-4d24-8da1-c330328abd6c",
        Some("ipv4") => "192.0.2.1",
        Some("byte") => "aGVsbG8=",
        _ => "text",
    };
    let fewest = limits.min_length.unwrap_or(0);
    let filled: String = text.chars().chain(std::iter::repeat('x')).take(text.len().max(fewest.min(200))).collect();
    filled.chars().take(limits.max_length.unwrap_or(usize::MAX)).collect()
}
