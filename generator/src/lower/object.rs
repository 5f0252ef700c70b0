//! A schema with properties becomes an object.

use std::collections::HashSet;

use openapiv3::{AdditionalProperties, ReferenceOr, Schema};

use super::context::{At, Lowering};
use super::schema::{self, Hint};
use super::shape::Shape;
use super::{constraint, deprecation, docs};
use crate::model::{
    Access, Constraints, Deprecation, Docs, Field, Ident, Item, Literal, Object, Presence, Rest, TypeId, TypeKind,
    TypeRef,
};
use crate::naming::{Case, Scope, ident, setters};
use crate::settings::Entry;

/// One property with all that decides about its field.
pub(super) struct Property<'a> {
    pub(super) wire_name: &'a str,
    pub(super) schema: &'a ReferenceOr<Box<Schema>>,
    pub(super) required: bool,
    /// What an inline schema of it would be called.
    pub(super) hint: Hint,
    pub(super) at: At,
}

/// Lowers a schema's own properties into an object type.
pub(super) fn lower(
    lowering: &mut Lowering<'_>,
    shape: &Shape<'_>,
    hint: &Hint,
    at: &At,
    own: Option<TypeId>,
) -> TypeRef {
    let id = schema::target(lowering, shape, hint, at, own);
    let hint = Hint { owner: hint.owner.or(Some(id)), ..hint.clone() };
    let properties = properties(shape, &hint, at);
    let values = additional(lowering, shape, &hint, at);
    build(lowering, id, properties, values, at)
}

/// The properties that a schema lists itself.
pub(super) fn properties<'a>(shape: &Shape<'a>, hint: &Hint, at: &At) -> Vec<Property<'a>> {
    let listed = shape.properties.into_iter().flatten();
    let at = at.child("properties");
    let required: HashSet<&String> = shape.required.iter().collect();
    listed
        .map(|(wire_name, schema)| Property {
            wire_name,
            schema,
            required: required.contains(wire_name),
            hint: hint.property(wire_name),
            at: at.child(wire_name),
        })
        .collect()
}

/// The type of the properties that a schema does not list, where it gives one.
pub(super) fn additional(lowering: &mut Lowering<'_>, shape: &Shape<'_>, hint: &Hint, at: &At) -> Option<Item> {
    let Some(AdditionalProperties::Schema(schema)) = shape.additional else { return None };
    let values = schema::lower(lowering, schema.as_ref(), &hint.part("Value"), &at.child("additionalProperties"));
    // Free JSON is what the rest holds anyway.
    Some(values.item()).filter(|item| item.ty != TypeRef::Json)
}

/// Fills a declared type with the object that these properties make.
pub(super) fn build(
    lowering: &mut Lowering<'_>,
    id: TypeId,
    properties: Vec<Property<'_>>,
    values: Option<Item>,
    at: &At,
) -> TypeRef {
    let mut scope = Scope::new();
    let properties = if lowering.takes_fields(properties.len(), at) { properties } else { Vec::new() };
    let mut fields = Vec::with_capacity(properties.len());
    // Inline types are numbered and listed in the order they are met, which must not be the document's.
    let mut properties: Vec<(usize, Property<'_>)> = properties.into_iter().enumerate().collect();
    properties.sort_by_key(|(_, property)| property.wire_name);
    for (position, property) in properties {
        let chosen = lowering.chosen(Entry::Property, &lowering.settings.schemas.properties, &property.hint.wire_name);
        let name = ident(chosen.unwrap_or(property.wire_name), Case::Field);
        if let Err(clash) = scope.claim(&name, property.at.clone()) {
            lowering.collision(
                &format!("property `{}`", property.wire_name),
                &name,
                &property.at,
                &clash.first,
                "schemas.properties",
            );
            continue;
        }
        fields.push(field(lowering, property, name, position));
    }
    let names: Vec<Ident> = fields.iter().map(|field: &Field| field.name.clone()).collect();
    for (field, setter) in fields.iter_mut().zip(setters(names.iter().map(Ident::plain))) {
        field.setter = setter;
    }
    fields.sort_by(|a, b| (!a.presence.is_required(), &a.wire_name).cmp(&(!b.presence.is_required(), &b.wire_name)));
    let rest = Rest { name: scope.claim_numbered(ident("extra", Case::Field), at.clone()), values };
    lowering.def_mut(id).kind = TypeKind::Object(Object { fields, rest });
    TypeRef::Named(id)
}

fn field(lowering: &mut Lowering<'_>, property: Property<'_>, name: Ident, position: usize) -> Field {
    let found = schema::lower(lowering, property.schema, &property.hint, &property.at);
    let own = match property.schema {
        ReferenceOr::Item(schema) => Own::of(schema),
        ReferenceOr::Reference { .. } => Own::default(),
    };
    Field {
        wire_name: property.wire_name.to_owned(),
        // All fields of an object get their setters together.
        setter: name.clone(),
        name,
        position,
        ty: found.ty,
        presence: presence(property.required, found.nullable),
        access: own.access,
        secret: lowering.settings.is_secret(property.wire_name)
            || own.constraints.format.as_deref() == Some("password"),
        docs: own.docs,
        default: own.default,
        example: own.example,
        constraints: own.constraints,
        deprecation: own.deprecation,
    }
}

/// Whether a value may be missing or null, from the two keywords that say so.
pub(super) fn presence(required: bool, nullable: bool) -> Presence {
    match (required, nullable) {
        (true, false) => Presence::Required,
        (false, false) => Presence::Optional,
        (true, true) => Presence::Nullable,
        (false, true) => Presence::OptionalNullable,
    }
}

/// What a property's own schema says besides its type.
#[derive(Default)]
struct Own {
    docs: Docs,
    access: Access,
    default: Option<Literal>,
    example: Option<Literal>,
    constraints: Constraints,
    deprecation: Option<Deprecation>,
}

impl Own {
    fn of(schema: &Schema) -> Self {
        let data = &schema.schema_data;
        Self {
            docs: docs::of_schema(&Shape::of(schema)),
            access: match (data.read_only, data.write_only) {
                (true, false) => Access::ReadOnly,
                (false, true) => Access::WriteOnly,
                _ => Access::ReadWrite,
            },
            default: literal(data.default.as_ref()),
            example: literal(data.example.as_ref()),
            constraints: constraint::of(schema),
            deprecation: deprecation::of(data.deprecated, &data.extensions),
        }
    }
}

/// A value of the document as JSON text.
pub(super) fn literal(value: Option<&serde_json::Value>) -> Option<Literal> {
    value.map(|value| Literal::new(value.to_string()))
}
