//! Limits on values, taken over as the document states them.

use openapiv3::{AnySchema, Schema, SchemaKind, Type};

use super::shape::Shape;
use crate::model::Constraints;

/// The limits that a schema states, whatever form `openapiv3` gave it.
pub(super) fn of(schema: &Schema) -> Constraints {
    let limits = match &schema.schema_kind {
        SchemaKind::Type(Type::String(string)) => Constraints {
            min_length: string.min_length,
            max_length: string.max_length,
            pattern: string.pattern.clone(),
            ..Constraints::default()
        },
        SchemaKind::Type(Type::Number(number)) => Constraints {
            minimum: number.minimum.map(|limit| limit.to_string()),
            maximum: number.maximum.map(|limit| limit.to_string()),
            exclusive_minimum: number.exclusive_minimum,
            exclusive_maximum: number.exclusive_maximum,
            multiple_of: number.multiple_of.map(|factor| factor.to_string()),
            ..Constraints::default()
        },
        SchemaKind::Type(Type::Integer(integer)) => Constraints {
            minimum: integer.minimum.map(|limit| limit.to_string()),
            maximum: integer.maximum.map(|limit| limit.to_string()),
            exclusive_minimum: integer.exclusive_minimum,
            exclusive_maximum: integer.exclusive_maximum,
            multiple_of: integer.multiple_of.map(|factor| factor.to_string()),
            ..Constraints::default()
        },
        SchemaKind::Type(Type::Array(array)) => Constraints {
            min_items: array.min_items,
            max_items: array.max_items,
            unique_items: array.unique_items,
            ..Constraints::default()
        },
        SchemaKind::Type(Type::Object(object)) => Constraints {
            min_properties: object.min_properties,
            max_properties: object.max_properties,
            ..Constraints::default()
        },
        SchemaKind::Any(any) => mixed(any),
        _ => Constraints::default(),
    };
    Constraints { format: Shape::of(schema).format, ..limits }
}

fn mixed(any: &AnySchema) -> Constraints {
    Constraints {
        minimum: any.minimum.map(|limit| limit.to_string()),
        maximum: any.maximum.map(|limit| limit.to_string()),
        exclusive_minimum: any.exclusive_minimum.unwrap_or_default(),
        exclusive_maximum: any.exclusive_maximum.unwrap_or_default(),
        multiple_of: any.multiple_of.map(|factor| factor.to_string()),
        min_length: any.min_length,
        max_length: any.max_length,
        pattern: any.pattern.clone(),
        min_items: any.min_items,
        max_items: any.max_items,
        unique_items: any.unique_items.unwrap_or_default(),
        min_properties: any.min_properties,
        max_properties: any.max_properties,
        format: None,
    }
}
