//! One view of a schema, whatever form `openapiv3` gave it.
//!
//! That crate sorts schemas into `Type`, `OneOf`, `AllOf`, `AnyOf`, `Not` and a catch-all for any mixture. The
//! catch-all is ordinary in real documents, so this view has every keyword beside every other.

use indexmap::IndexMap;
use openapiv3::{AdditionalProperties, ReferenceOr, Schema, SchemaData, SchemaKind, Type, VariantOrUnknownOrEmpty};
use serde::Serialize;
use serde_json::Value;

/// A schema's keywords side by side.
#[derive(Clone, Debug, Default)]
pub(super) struct Shape<'a> {
    pub(super) data: Option<&'a SchemaData>,
    pub(super) ty: Option<&'a str>,
    pub(super) format: Option<String>,
    pub(super) properties: Option<&'a IndexMap<String, ReferenceOr<Box<Schema>>>>,
    pub(super) required: &'a [String],
    pub(super) additional: Option<&'a AdditionalProperties>,
    pub(super) items: Option<&'a ReferenceOr<Box<Schema>>>,
    pub(super) values: Vec<Value>,
    pub(super) all_of: &'a [ReferenceOr<Schema>],
    pub(super) one_of: &'a [ReferenceOr<Schema>],
    pub(super) any_of: &'a [ReferenceOr<Schema>],
    pub(super) has_not: bool,
}

impl<'a> Shape<'a> {
    pub(super) fn of(schema: &'a Schema) -> Self {
        let shape = Self { data: Some(&schema.schema_data), ..Self::default() };
        match &schema.schema_kind {
            SchemaKind::Type(ty) => shape.typed(ty),
            SchemaKind::OneOf { one_of } => Self { one_of, ..shape },
            SchemaKind::AllOf { all_of } => Self { all_of, ..shape },
            SchemaKind::AnyOf { any_of } => Self { any_of, ..shape },
            SchemaKind::Not { .. } => Self { has_not: true, ..shape },
            SchemaKind::Any(any) => Self {
                ty: any.typ.as_deref(),
                format: any.format.clone(),
                properties: Some(&any.properties).filter(|properties| !properties.is_empty()),
                required: &any.required,
                additional: any.additional_properties.as_ref(),
                items: any.items.as_ref(),
                values: any.enumeration.clone(),
                all_of: &any.all_of,
                one_of: &any.one_of,
                any_of: &any.any_of,
                has_not: any.not.is_some(),
                ..shape
            },
        }
    }

    fn typed(self, ty: &'a Type) -> Self {
        match ty {
            Type::String(string) => Self {
                ty: Some("string"),
                format: format_name(&string.format),
                values: values(&string.enumeration),
                ..self
            },
            Type::Number(number) => Self {
                ty: Some("number"),
                format: format_name(&number.format),
                values: values(&number.enumeration),
                ..self
            },
            Type::Integer(integer) => Self {
                ty: Some("integer"),
                format: format_name(&integer.format),
                values: values(&integer.enumeration),
                ..self
            },
            Type::Boolean(_) => Self { ty: Some("boolean"), ..self },
            Type::Array(array) => Self { ty: Some("array"), items: array.items.as_ref(), ..self },
            Type::Object(object) => Self {
                ty: Some("object"),
                properties: Some(&object.properties).filter(|properties| !properties.is_empty()),
                required: &object.required,
                additional: object.additional_properties.as_ref(),
                ..self
            },
        }
    }

    pub(super) fn nullable(&self) -> bool {
        self.data.is_some_and(|data| data.nullable) || self.values.iter().any(Value::is_null)
    }

    pub(super) fn deprecated(&self) -> bool {
        self.data.is_some_and(|data| data.deprecated)
    }

    /// Whether it says something about the value besides texts, limits and which properties are required.
    pub(super) fn is_structural(&self) -> bool {
        self.ty.is_some()
            || self.properties.is_some()
            || self.additional.is_some()
            || self.items.is_some()
            || !self.values.is_empty()
            || !self.all_of.is_empty()
            || !self.one_of.is_empty()
            || !self.any_of.is_empty()
    }

    /// Whether it is an object by its own keywords, without its compositions.
    pub(super) fn is_object(&self) -> bool {
        self.properties.is_some() || self.additional.is_some() || self.ty == Some("object")
    }
}

fn values<T: Clone + Into<Value>>(enumeration: &[Option<T>]) -> Vec<Value> {
    enumeration.iter().map(|value| value.clone().map_or(Value::Null, Into::into)).collect()
}

fn format_name<T: Serialize>(format: &VariantOrUnknownOrEmpty<T>) -> Option<String> {
    match format {
        VariantOrUnknownOrEmpty::Item(known) => {
            serde_json::to_value(known).ok().and_then(|name| name.as_str().map(str::to_owned))
        }
        VariantOrUnknownOrEmpty::Unknown(name) => Some(name.clone()),
        VariantOrUnknownOrEmpty::Empty => None,
    }
}
