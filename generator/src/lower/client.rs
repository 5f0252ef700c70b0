//! Clients: the settings say which documents make which.

use std::collections::HashSet;

use super::area;
use super::context::{At, Lowering};
use super::{docs, security};
use crate::diagnostic::feature;
use crate::model::{Area, Client, Visibility};
use crate::naming::{Case, ident};
use crate::settings::ClientSettings;
use crate::source::Pointer;

/// Lowers every client of the settings, sorted by name.
pub(super) fn lower(lowering: &mut Lowering<'_>) -> Vec<Client> {
    let settings = lowering.settings;
    let mut clients: Vec<Client> = settings.clients.iter().map(|client| one(lowering, client)).collect();
    clients.sort_by(|a, b| a.name.cmp(&b.name));
    tell_features_apart(&mut clients);
    clients
}

/// A feature has a name of its own in the whole crate: `api` with `users-all` and `api-users` with `all` would share one.
fn tell_features_apart(clients: &mut [Client]) {
    let mut taken = HashSet::new();
    for area in clients.iter_mut().flat_map(|client| &mut client.areas) {
        while !taken.insert(area.feature.clone()) {
            area.feature.push_str("-area");
        }
    }
}

/// A client shows the same credentials with every call; where operations differ, that is said once.
fn report_security(lowering: &mut Lowering<'_>, areas: &[Area], document: usize) {
    let mut operations =
        areas.iter().flat_map(|area| &area.operations).filter(|it| it.visibility == Visibility::Public);
    let Some(first) = operations.next() else { return };
    if operations.any(|operation| operation.security != first.security) {
        let message = "operations that need different credentials; the client shows those that it has with every call";
        lowering.unsupported(
            feature::OPERATION_SECURITY,
            message,
            &At { document, pointer: Pointer::root().child("paths") },
        );
    }
}

fn one<'a>(lowering: &mut Lowering<'a>, settings: &'a ClientSettings) -> Client {
    let indexes: Vec<usize> = (0..lowering.documents.len())
        .filter(|&index| settings.reads(lowering.documents[index].source.name()))
        .collect();
    let info = indexes.first().map(|&index| &lowering.documents[index].openapi.info);
    let areas = area::lower(lowering, settings, &indexes);
    if let Some(&document) = indexes.first() {
        report_security(lowering, &areas, document);
    }
    Client {
        name: ident(&settings.name, Case::Type),
        module: ident(&settings.module, Case::Module),
        docs: docs::of(info.map(|info| info.title.as_str()), info.and_then(|info| info.description.as_deref())),
        sources: indexes.iter().map(|&index| lowering.documents[index].source.name().to_owned()).collect(),
        base_url: indexes.iter().find_map(|&index| super::base_url(&lowering.documents[index].openapi)),
        areas,
        security: security::schemes(lowering, &indexes),
    }
}
