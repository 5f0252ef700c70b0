//! From documents to the model. Every decision is made here: names, types, presence, shape of answers.
//!
//! Order in, order out: the maps of a document have no order, so everything that comes from one is taken by name,
//! and a shuffled document gives the same model.

mod all_of;
mod any_of;
mod area;
mod body;
mod client;
mod component;
mod constraint;
mod context;
mod deprecation;
mod docs;
mod enumeration;
mod known;
mod media;
mod object;
mod operation;
mod page;
mod parameter;
mod path;
mod repeat;
mod response;
mod schema;
mod security;
mod shape;

use crate::diagnostic::Diagnostics;
use crate::model::{Api, Envelope, Package, Segment};
use crate::pass;
use crate::settings::Settings;
use crate::spec::{Document, digest_of};
use crate::timings::Timings;
use context::Lowering;

/// Lowers documents into the model of one crate; what cannot be lowered is reported.
///
/// With a reported error the model is not fit for emission.
pub(crate) fn lower(
    documents: &[Document],
    settings: &Settings,
    timings: &Timings,
    diagnostics: &mut Diagnostics,
) -> Api {
    let clock = timings.start();
    let mut lowering = Lowering::new(documents, settings, diagnostics);
    component::declare(&mut lowering);
    component::define(&mut lowering);
    let clients = client::lower(&mut lowering);
    let types = lowering.finish();
    let mut api = Api {
        package: package(documents, settings),
        clients,
        types,
        envelope: envelope(settings),
        releases: Vec::new(),
    };
    clock.stop("lower", || pass::size(&api));
    pass::run(&mut api, documents, settings, timings, diagnostics);
    api
}

fn package(documents: &[Document], settings: &Settings) -> Package {
    let package = &settings.package;
    let title = documents.first().map(|document| document.openapi.info.title.trim().to_owned());
    let mut sources: Vec<String> = documents.iter().map(|document| document.source.name().to_owned()).collect();
    sources.sort();
    Package {
        name: package.name.clone(),
        version: package.version.clone(),
        description: package.description.clone().or(title).unwrap_or_else(|| package.name.clone()),
        api_version: documents.first().map(|document| document.openapi.info.version.clone()).unwrap_or_default(),
        api_digest: digest_of(documents),
        base_url: documents.iter().find_map(|document| base_url(&document.openapi)),
        sources,
    }
}

/// The first server, with its variables at their defaults (OpenAPI 3.0.4, section 4.7.5); relative ones are no use.
fn base_url(openapi: &openapiv3::OpenAPI) -> Option<String> {
    let server = openapi.servers.first()?;
    // What a default holds is not looked at again: variables of variables would multiply.
    let segments = path::template(&server.url).segments.into_iter().map(|segment| match segment {
        Segment::Literal(text) => text,
        Segment::Variable(name) => match server.variables.as_ref().and_then(|variables| variables.get(&name)) {
            Some(variable) => variable.default.clone(),
            None => format!("{{{name}}}"),
        },
    });
    let url: String = segments.collect();
    url.contains("://").then(|| url.trim_end_matches('/').to_owned())
}

fn envelope(settings: &Settings) -> Option<Envelope> {
    settings.envelope.as_ref().map(|envelope| Envelope {
        status: envelope.status.clone(),
        success: envelope.success.clone(),
        message: envelope.message.clone(),
        code: envelope.code.clone(),
        request_id: envelope.request_id.clone(),
        payload: envelope.payload.clone(),
    })
}
