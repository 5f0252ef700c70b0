//! The crate's front page, which is also its root documentation.

use askama::Template;

use super::super::{area, docs};
use crate::model::{Api, Operation, Package, Presence, Visibility};
use crate::settings::Settings;

/// `README.md`.
#[derive(Template)]
#[template(path = "crate/README.md.j2")]
pub(super) struct Readme<'a> {
    package: &'a Package,
    description: String,
    api_version: String,
    about: Vec<String>,
    clients: Vec<ClientSection<'a>>,
    /// What is on by default, as a sentence.
    defaults: String,
    example: Option<Example<'a>>,
}

struct ClientSection<'a> {
    name: &'a str,
    areas: Vec<AreaRow<'a>>,
}

struct AreaRow<'a> {
    title: String,
    feature: &'a str,
    operations: usize,
}

/// A method that needs nothing to be called.
struct Example<'a> {
    krate: String,
    client: &'a str,
    method: &'a str,
}

impl<'a> Readme<'a> {
    pub(super) fn of(api: &'a Api, settings: &Settings) -> Self {
        let about = api.clients.iter().filter_map(|client| client.docs.description.as_deref()).map(docs::markdown);
        let clients = api.clients.iter().map(|client| ClientSection {
            name: client.name.as_str(),
            areas: client
                .areas
                .iter()
                .filter(|area| area::is_visible(area))
                .map(|area| AreaRow {
                    title: docs::line(&area.wire_name).replace('|', "\\|"),
                    feature: &area.feature,
                    operations: area.operations.iter().filter(|operation| is_public(operation)).count(),
                })
                .collect(),
        });
        Self {
            package: &api.package,
            description: docs::line(&api.package.description),
            api_version: docs::line(&api.package.api_version),
            about: about.collect(),
            clients: clients.collect(),
            defaults: defaults(settings.package.default.as_deref()),
            example: example(api),
        }
    }
}

fn defaults(named: Option<&[String]>) -> String {
    match named {
        None => "Everything is on by default.".to_owned(),
        Some([]) => "No area is on by default.".to_owned(),
        Some(named) => {
            let named: Vec<String> = named.iter().map(|name| docs::code(name)).collect();
            format!("On by default: {}.", named.join(", "))
        }
    }
}

fn example(api: &Api) -> Option<Example<'_>> {
    let client = api.clients.first()?;
    let operations = client.areas.iter().flat_map(|area| &area.operations);
    let simple = |operation: &&Operation| {
        is_public(operation)
            && operation.path_parameters.is_empty()
            && operation.body.is_none()
            && operation.parameters.as_ref().is_none_or(|set| set.presence == Presence::Optional)
            && operation.deprecation.is_none()
    };
    let method = operations.clone().find(simple)?;
    Some(Example {
        krate: api.package.name.replace('-', "_"),
        client: client.name.as_str(),
        method: method.name.as_str(),
    })
}

fn is_public(operation: &Operation) -> bool {
    operation.visibility == Visibility::Public
}
