//! An operation becomes a method: its name, its visibility, and all that its parts come to.

use serde_json::Value;

use super::area::{Found, Names};
use super::context::{At, Lowering};
use super::{body, docs, page, parameter, path, repeat, response, security};
use crate::diagnostic::feature;
use crate::model::{Docs, Operation, Visibility};
use crate::naming::{Case, ident};
use crate::settings::ClientSettings;

/// Lowers one operation of a client.
pub(super) fn lower<'a>(
    lowering: &mut Lowering<'a>,
    client: &'a ClientSettings,
    found: &Found<'_>,
    names: &mut Names,
) -> Operation {
    let wire_name = wire_name(found);
    let chosen = match &found.raw.operation_id {
        Some(id) => client.operations.name_of(id).to_owned(),
        None => wire_name.clone(),
    };
    let visibility = visibility(lowering, found);
    let name = match ident(&chosen, Case::Method) {
        name if client.reserved.iter().any(|reserved| reserved == name.plain()) => {
            ident(&format!("{chosen} operation"), Case::Method)
        }
        name => name,
    };
    if visibility == Visibility::Public
        && let Err(clash) = names.methods.claim(&name, (found.at.clone(), wire_name.clone()))
        // Two operations of one id are reported as such, but only within a document.
        && (clash.first.1 != wire_name || clash.first.0.document != found.at.document)
    {
        let (here, first) = (id_at(&found.at), id_at(&clash.first.0));
        let help = if clash.first.1 == wire_name {
            // The settings name operations by their ids, and so would rename both.
            "give one of them another `operationId`, or make a client for each document in the settings file".to_owned()
        } else {
            format!(
                "name one of them under `clients.{}.operations.names` in the settings file, or rename it in the document",
                client.name
            )
        };
        lowering.collision_with_help(&format!("operation `{wire_name}`"), &name, &here, &first, help);
    }
    if !found.raw.callbacks.is_empty() {
        let message = "`callbacks` are requests that the service sends; the crate has nothing for them";
        lowering.unsupported(feature::CALLBACK, message, &found.at.child("callbacks"));
    }
    if !found.raw.servers.is_empty() || !found.item.servers.is_empty() {
        let message = "servers of a path or an operation; the crate sends to the client's own base address";
        lowering.unsupported(feature::OPERATION_SERVERS, message, &found.at);
    }
    let type_name = ident(&chosen, Case::Variant);
    let parameters = parameter::lower(lowering, client, found, type_name.plain(), names);
    let docs = docs::of(found.raw.summary.as_deref(), found.raw.description.as_deref());
    let is_title = lowering.settings.documentation.titles && docs.description.is_some();
    Operation {
        title: docs.summary.clone(),
        docs: Docs { summary: docs.summary.filter(|_| !is_title), ..docs },
        method: found.method,
        path: path::template(found.path),
        path_parameters: parameters.path,
        parameters: parameters.set,
        body: body::lower(lowering, found, type_name.plain()),
        responses: response::lower(lowering, found, type_name.plain()),
        security: security::requirements(lowering, found),
        pagination: None,
        // An operation without a method uses no entry of the settings.
        repeatable: visibility == Visibility::Public && repeat::is_repeatable(lowering, found, &name),
        deprecated: found.raw.deprecated,
        page: page::lower(lowering, found),
        at: lowering.place(&found.at),
        wire_name,
        // The pass `mocks` sees all clients.
        mock: name.clone(),
        name,
        visibility,
    }
}

/// The id, or method and path where there is none (which loading has noted).
fn wire_name(found: &Found<'_>) -> String {
    let named = || format!("{} {}", found.method.as_str(), found.path);
    found.raw.operation_id.clone().unwrap_or_else(named)
}

fn visibility(lowering: &Lowering<'_>, found: &Found<'_>) -> Visibility {
    let extension = lowering.settings.hidden.as_ref().and_then(|key| found.raw.extensions.get(key));
    match extension {
        None | Some(Value::Bool(false)) => Visibility::Public,
        Some(_) => Visibility::Hidden,
    }
}

/// Two operations clash over their ids, so that is where to look.
fn id_at(operation: &At) -> At {
    operation.child("operationId")
}
