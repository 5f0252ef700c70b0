//! Clients: the settings say which documents make which.

use super::area;
use super::context::Lowering;
use super::{docs, security};
use crate::model::Client;
use crate::naming::{Case, ident};
use crate::settings::ClientSettings;

/// Lowers every client of the settings, sorted by name.
pub(super) fn lower(lowering: &mut Lowering<'_>) -> Vec<Client> {
    let settings = lowering.settings;
    let mut clients: Vec<Client> = settings.clients.iter().map(|client| one(lowering, client)).collect();
    clients.sort_by(|a, b| a.name.cmp(&b.name));
    clients
}

fn one(lowering: &mut Lowering<'_>, settings: &ClientSettings) -> Client {
    let indexes: Vec<usize> = (0..lowering.documents.len())
        .filter(|&index| settings.reads(lowering.documents[index].source.name()))
        .collect();
    let info = indexes.first().map(|&index| &lowering.documents[index].openapi.info);
    Client {
        name: ident(&settings.name, Case::Type),
        module: ident(&settings.module, Case::Module),
        docs: docs::of(
            info.map(|info| info.title.as_str()),
            info.and_then(|info| info.description.as_deref()),
        ),
        sources: indexes.iter().map(|&index| lowering.documents[index].source.name().to_owned()).collect(),
        areas: area::lower(lowering, settings, &indexes),
        security: security::schemes(lowering, &indexes),
    }
}
