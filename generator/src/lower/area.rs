//! Areas: operations with the same first tag stand together.

use std::collections::{BTreeMap, HashMap};

use openapiv3::{Operation as Raw, Parameter, PathItem, ReferenceOr, Tag};

use super::context::{At, Lowering};
use super::{docs, operation, page};
use crate::model::{Area, Docs, Ident, Method};
use crate::naming::{Case, Scope, feature, ident};
use crate::settings::ClientSettings;
use crate::source::Pointer;
use crate::spec::Document;

/// An operation of a document with what surrounds it there.
pub(super) struct Found<'a> {
    pub(super) path: &'a str,
    pub(super) method: Method,
    pub(super) raw: &'a Raw,
    pub(super) item: &'a PathItem,
    pub(super) at: At,
}

impl<'a> Found<'a> {
    /// The parameters of the path item and of the operation, each with its place.
    pub(super) fn parameters(&self) -> impl Iterator<Item = (&'a ReferenceOr<Parameter>, At)> + use<'a> {
        let listed = |parameters: &'a [ReferenceOr<Parameter>], at: At| {
            parameters.iter().enumerate().map(move |(index, parameter)| (parameter, at.index(index)))
        };
        let item = At {
            document: self.at.document,
            pointer: Pointer::root().child("paths").child(self.path).child("parameters"),
        };
        listed(&self.item.parameters, item).chain(listed(&self.raw.parameters, self.at.child("parameters")))
    }
}

/// The names that one client's module and type have taken.
pub(super) struct Names {
    pub(super) methods: Scope<(At, String)>,
    pub(super) types: Scope<()>,
}

/// Lowers the operations of a client's documents, grouped by tag.
pub(super) fn lower<'a>(lowering: &mut Lowering<'a>, client: &'a ClientSettings, documents: &[usize]) -> Vec<Area> {
    let mut names = Names { methods: Scope::new(), types: Scope::new() };
    for reserved in [client.name.clone(), format!("{}Builder", client.name)] {
        let _ = names.types.claim(&ident(&reserved, Case::Type), ());
    }
    let mut modules = Scope::new();
    for reserved in ["client", "builder"] {
        let _ = modules.claim(&ident(reserved, Case::Module), ());
    }
    let declared = declared(lowering.documents);
    let mut areas = Vec::new();
    for (tag, found) in by_tag(lowering, documents) {
        let module = modules.claim_numbered(ident(&tag, Case::Module), ());
        let document = found.first().map_or(0, |first| first.at.document);
        let described = declared.get(&(document, tag.as_str()));
        let docs = described.map_or_else(Docs::default, |tag| docs::of(Some(&tag.name), tag.description.as_deref()));
        areas.push(Area { docs, ..area(lowering, client, &tag, module, found, &mut names) });
    }
    areas.sort_by(|a, b| a.module.cmp(&b.module));
    areas
}

/// The tags that documents declare, by the number of the document and their names; of two alike the first counts.
fn declared(documents: &[Document]) -> HashMap<(usize, &str), &Tag> {
    let tags = documents.iter().enumerate().flat_map(|(index, document)| {
        document.openapi.tags.iter().rev().map(move |tag| ((index, tag.name.as_str()), tag))
    });
    tags.collect()
}

fn area<'a>(
    lowering: &mut Lowering<'a>,
    client: &'a ClientSettings,
    tag: &str,
    module: Ident,
    found: Vec<Found<'_>>,
    names: &mut Names,
) -> Area {
    let document = found.first().map_or(0, |first| first.at.document);
    let operations = found.iter().map(|found| operation::lower(lowering, client, found, names)).collect();
    Area {
        wire_name: tag.to_owned(),
        feature: feature(ident(&client.module, Case::Module).plain(), module.plain()),
        folder: page::folder(client, &module),
        module,
        docs: Docs::default(),
        source: lowering.documents[document].source.name().to_owned(),
        operations,
    }
}

/// The operations by tag, each group by path and method; an operation without a tag goes to `operations`.
fn by_tag<'a>(lowering: &Lowering<'a>, documents: &[usize]) -> BTreeMap<String, Vec<Found<'a>>> {
    let mut tags: BTreeMap<String, Vec<Found<'a>>> = BTreeMap::new();
    for &document in documents {
        for (path, item) in &lowering.documents[document].openapi.paths.paths {
            // A path item elsewhere has been reported by loading, with what is lost by it.
            let ReferenceOr::Item(item) = item else { continue };
            for (method, raw) in operations(item) {
                let pointer = Pointer::root().child("paths").child(path).child(&method.as_str().to_ascii_lowercase());
                let tag = raw.tags.first().map_or("operations", String::as_str);
                let found = Found { path, method, raw, item, at: At { document, pointer } };
                tags.entry(tag.to_owned()).or_default().push(found);
            }
        }
    }
    for found in tags.values_mut() {
        found.sort_by(|a, b| (a.path, a.method).cmp(&(b.path, b.method)));
    }
    tags
}

fn operations(item: &PathItem) -> impl Iterator<Item = (Method, &Raw)> {
    [
        (Method::Get, &item.get),
        (Method::Put, &item.put),
        (Method::Post, &item.post),
        (Method::Delete, &item.delete),
        (Method::Options, &item.options),
        (Method::Head, &item.head),
        (Method::Patch, &item.patch),
        (Method::Trace, &item.trace),
    ]
    .into_iter()
    .filter_map(|(method, operation)| operation.as_ref().map(|operation| (method, operation)))
}
