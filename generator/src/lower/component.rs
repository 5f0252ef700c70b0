//! The schemas under `components`: one type each, whichever documents define it.

use std::collections::BTreeMap;

use openapiv3::ReferenceOr;
use serde_json::Value;

use super::context::{At, Lowering};
use super::schema::{self, Hint};
use super::shape::Shape;
use super::{constraint, docs};
use crate::diagnostic::{Diagnostic, Place, Rule};
use crate::model::{TypeKind, TypeRef};

/// Gives every schema its type and name before any of them is looked into, so that references find them.
pub(super) fn declare(lowering: &mut Lowering<'_>) {
    for (name, documents) in by_name(lowering) {
        let Some((&first, others)) = documents.split_first() else { continue };
        let id = lowering.declare(&name, &At::component(first, &name));
        lowering.set_component(first, &name, id);
        for &other in others {
            lowering.set_component(other, &name, id);
            same_in_both(lowering, &name, first, other);
        }
    }
}

/// Lowers every schema into its type.
pub(super) fn define(lowering: &mut Lowering<'_>) {
    for (name, documents) in by_name(lowering) {
        let Some(&document) = documents.first() else { continue };
        let Some(schema) = component(lowering, document, &name) else { continue };
        let Some(id) = lowering.component(document, &name) else { continue };
        let at = At::component(document, &name);
        if let ReferenceOr::Item(schema) = schema {
            let shape = Shape::of(schema);
            let def = lowering.def_mut(id);
            def.docs = docs::of_schema(&shape);
            def.deprecated = shape.deprecated();
            def.constraints = constraint::of(schema);
        }
        let hint =
            Hint { name: lowering.def(id).name.plain().to_owned(), wire_name: name, owner: Some(id), property: None };
        let kind = schema::define(lowering, schema, &hint, &at);
        lowering.def_mut(id).kind = match kind {
            // A schema that is only another name for itself says nothing.
            TypeKind::Alias(TypeRef::Named(same)) if same == id => TypeKind::Alias(TypeRef::Json),
            kind => kind,
        };
    }
}

/// The names of all schemas, each with the documents that have it.
fn by_name(lowering: &Lowering<'_>) -> BTreeMap<String, Vec<usize>> {
    let mut names: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (index, document) in lowering.documents.iter().enumerate() {
        for name in document.openapi.components.iter().flat_map(|components| components.schemas.keys()) {
            names.entry(name.clone()).or_default().push(index);
        }
    }
    names
}

fn component<'a>(lowering: &Lowering<'a>, document: usize, name: &str) -> Option<&'a ReferenceOr<openapiv3::Schema>> {
    lowering.documents[document].openapi.components.as_ref()?.schemas.get(name)
}

/// Two documents of one crate may both define a schema only if they mean the same by it.
fn same_in_both(lowering: &mut Lowering<'_>, name: &str, first: usize, other: usize) {
    let bare =
        |document| component(lowering, document, name).map(|schema| without_texts(serde_json::to_value(schema).ok()));
    if bare(first) == bare(other) {
        return;
    }
    let place = |document: usize| {
        let at = At::component(document, name);
        Place::key(&lowering.documents[document].source, &at.pointer)
    };
    let diagnostic = Diagnostic::new(
        Rule::NameCollision,
        format!("schema `{name}` is not the same in both documents, and the crate has one type for it"),
        place(other),
    )
    .related(place(first), "first defined here".to_owned())
    .help("make them equal, or rename one of them in its document");
    lowering.diagnostics.push(diagnostic);
}

fn without_texts(schema: Option<Value>) -> Option<Value> {
    let mut schema = schema?;
    strip(&mut schema);
    Some(schema)
}

fn strip(value: &mut Value) {
    match value {
        Value::Object(map) => {
            map.retain(|key, value| {
                !(matches!(key.as_str(), "description" | "title") && value.is_string()) && key != "example"
            });
            map.values_mut().for_each(strip);
        }
        Value::Array(values) => values.iter_mut().for_each(strip),
        _ => {}
    }
}
