//! The types that a page describes, each once, in the order in which a reader meets them.

use std::collections::BTreeSet;

use super::rows::Row;
use super::{Book, cell, wire_type};
use crate::emit::docs;
use crate::model::{Enum, Field, Object, Tagging, TypeDef, TypeId, TypeKind, TypeRef, TypeTable, Union};

/// The section of a type.
pub(super) struct Structure {
    pub(super) name: String,
    pub(super) description: String,
    pub(super) rows: Vec<Row>,
    /// The types that a value may be one of, or the values of an enumeration: what and why.
    pub(super) choices: Vec<(String, String)>,
    /// What the choices are.
    pub(super) choice: &'static str,
}

/// The sections for what `roots` lead to, without those in `seen`; depth first.
pub(super) fn of(book: &Book<'_>, roots: &[TypeId], seen: &mut BTreeSet<TypeId>, page: &str) -> Vec<Structure> {
    let mut found = Vec::new();
    for &root in roots {
        walk(&book.api.types, root, seen, &mut found);
    }
    found.into_iter().map(|id| structure(book, book.api.types.get(id), page)).collect()
}

/// The types that stand in a type, in the order of the document.
pub(super) fn parts(types: &TypeTable, id: TypeId) -> Vec<TypeId> {
    match &types.get(id).kind {
        TypeKind::Object(object) => {
            let mut fields: Vec<&Field> = object.fields.iter().collect();
            fields.sort_by_key(|field| field.position);
            let rest = object.rest.values.iter().map(|item| &item.ty);
            fields.into_iter().map(|field| &field.ty).chain(rest).filter_map(TypeRef::named).collect()
        }
        TypeKind::Union(union) => union.variants.iter().filter_map(|variant| variant.ty.named()).collect(),
        TypeKind::Alias(target) => target.named().into_iter().collect(),
        TypeKind::Enum(_) => Vec::new(),
    }
}

fn walk(types: &TypeTable, id: TypeId, seen: &mut BTreeSet<TypeId>, found: &mut Vec<TypeId>) {
    let mut open = vec![id];
    while let Some(id) = open.pop() {
        if !seen.insert(id) {
            continue;
        }
        if wire_type::has_table(types, id) {
            found.push(id);
        }
        open.extend(parts(types, id).into_iter().rev());
    }
}

fn structure(book: &Book<'_>, def: &TypeDef, page: &str) -> Structure {
    let text = def.docs.description.as_deref().or(def.docs.summary.as_deref()).unwrap_or_default();
    let mut structure = Structure {
        name: def.name.plain().to_owned(),
        description: book.prose(text, page),
        rows: Vec::new(),
        choices: Vec::new(),
        choice: "",
    };
    match &def.kind {
        TypeKind::Object(object) => fill(book, &mut structure, object, page),
        TypeKind::Union(union) => choose(book, &mut structure, union),
        TypeKind::Enum(listed) => list(&mut structure, listed),
        TypeKind::Alias(_) => {}
    }
    structure
}

fn fill(book: &Book<'_>, structure: &mut Structure, object: &Object, page: &str) {
    structure.rows = Row::of_object(book, object, page);
    if let Some(item) = &object.rest.values {
        structure.choice = "Other properties";
        structure.choices.push((wire_type::name(&book.api.types, &item.ty), "Under any other name.".to_owned()));
    }
}

fn choose(book: &Book<'_>, structure: &mut Structure, union: &Union) {
    structure.choice = "One of";
    for variant in &union.variants {
        let when = match &union.tagging {
            Tagging::Tagged { property } => {
                let tags: Vec<String> = variant.tags.iter().map(|tag| cell::code(tag)).collect();
                format!("Where {} is {}.", cell::code(property), tags.join(" or "))
            }
            Tagging::Untagged => {
                let text = variant.ty.named().and_then(|id| book.api.types.get(id).docs.description.as_deref());
                text.map(|text| cell::prose(&docs::markdown(text))).unwrap_or_default()
            }
        };
        structure.choices.push((wire_type::name(&book.api.types, &variant.ty), when));
    }
}

fn list(structure: &mut Structure, listed: &Enum) {
    structure.choice = "Value";
    for variant in &listed.variants {
        let said = variant.docs.description.as_deref().map(|text| cell::prose(&docs::markdown(text)));
        structure.choices.push((cell::code(&variant.wire_value), said.unwrap_or_default()));
    }
}
