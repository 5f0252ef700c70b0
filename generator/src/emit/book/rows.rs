//! Rows of the tables of parameters and properties.

use super::super::{deprecated, facts};
use super::{Book, cell, wire_type};
use crate::literal;
use crate::model::{
    Access, Constraints, Deprecation, Docs, Field, Json, Literal, Object, Parameter, Presence, TypeKind, TypeRef,
    TypeTable,
};

/// One parameter or property, each text ready for its cell.
pub(super) struct Row {
    pub(super) name: String,
    pub(super) ty: String,
    pub(super) required: &'static str,
    pub(super) default: String,
    pub(super) description: String,
    pub(super) sample: String,
}

impl Row {
    pub(super) fn of_parameter(book: &Book<'_>, parameter: &Parameter, page: &str) -> Self {
        let said = Said {
            docs: &parameter.docs,
            ty: &parameter.ty,
            limits: &parameter.constraints,
            access: Access::ReadWrite,
            deprecation: parameter.deprecation.as_ref(),
        };
        Self {
            name: cell::code(&parameter.wire_name),
            ty: wire_type::name(&book.api.types, &parameter.ty),
            required: required(parameter.presence),
            default: default(parameter.default.as_ref()),
            description: said.cell(book, page),
            sample: sample(&book.api.types, &parameter.ty, parameter.example.as_ref()),
        }
    }

    /// The properties of an object, in the order of the document.
    pub(super) fn of_object(book: &Book<'_>, object: &Object, page: &str) -> Vec<Self> {
        let mut fields: Vec<&Field> = object.fields.iter().collect();
        fields.sort_by_key(|field| field.position);
        fields.into_iter().map(|field| Self::of_field(book, field, page)).collect()
    }

    fn of_field(book: &Book<'_>, field: &Field, page: &str) -> Self {
        let said = Said {
            docs: &field.docs,
            ty: &field.ty,
            limits: &field.constraints,
            access: field.access,
            deprecation: field.deprecation.as_ref(),
        };
        Self {
            name: cell::code(&field.wire_name),
            ty: wire_type::name(&book.api.types, &field.ty),
            required: required(field.presence),
            default: default(field.default.as_ref()),
            description: said.cell(book, page),
            sample: sample(&book.api.types, &field.ty, field.example.as_ref()),
        }
    }
}

fn required(presence: Presence) -> &'static str {
    if presence.is_required() { "Yes" } else { "No" }
}

fn default(default: Option<&Literal>) -> String {
    match default.and_then(literal::value) {
        None | Some(Json::Null) => "-".to_owned(),
        json => cell::value(json.as_ref()),
    }
}

/// The document's example, or else the first value of an enumeration.
fn sample(types: &TypeTable, ty: &TypeRef, example: Option<&Literal>) -> String {
    if let Some(example) = example.and_then(literal::value) {
        return cell::value(Some(&example));
    }
    let listed = wire_type::enumeration(types, ty).map(|id| &types.get(id).kind);
    match listed {
        Some(TypeKind::Enum(listed)) => {
            listed.variants.first().map(|it| cell::code(&it.wire_value)).unwrap_or_default()
        }
        _ => String::new(),
    }
}

/// All that goes into a description.
struct Said<'a> {
    docs: &'a Docs,
    ty: &'a TypeRef,
    limits: &'a Constraints,
    access: Access,
    deprecation: Option<&'a Deprecation>,
}

impl Said<'_> {
    fn cell(&self, book: &Book<'_>, page: &str) -> String {
        let text = self.docs.description.as_deref().or(self.docs.summary.as_deref()).unwrap_or_default();
        let deprecated = self.deprecation.map(|it| book.prose(&deprecated::sentence(it), page)).unwrap_or_default();
        let facts = facts::sentences(None, self.limits, self.access);
        let said = [book.prose(text, page), deprecated, facts].iter().map(|text| cell::prose(text)).collect::<Vec<_>>();
        let values = wire_type::values(&book.api.types, self.ty);
        said.into_iter().chain(values).filter(|text| !text.is_empty()).collect::<Vec<_>>().join("<br>")
    }
}
