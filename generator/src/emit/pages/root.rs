//! The crate's root: its modules and what it exports.

use askama::Template;

use crate::model::Api;
use crate::settings::Settings;

/// `src/lib.rs`.
#[derive(Template)]
#[template(path = "crate/src/lib.rs.j2")]
pub(super) struct Root<'a> {
    clients: Vec<ClientExport<'a>>,
    modules: Vec<ModuleExport<'a>>,
}

struct ClientExport<'a> {
    module: &'a str,
    name: &'a str,
}

/// A module of laid-over templates.
struct ModuleExport<'a> {
    module: &'a str,
    is_public: bool,
    feature: Option<&'a str>,
    exports: Option<String>,
}

impl<'a> Root<'a> {
    pub(super) fn of(api: &'a Api, settings: &'a Settings) -> Self {
        let clients = api
            .clients
            .iter()
            .map(|client| ClientExport { module: client.module.as_str(), name: client.name.as_str() });
        let modules = settings.package.modules.iter().map(|(module, settings)| ModuleExport {
            module,
            is_public: settings.public,
            feature: settings.feature.as_deref(),
            exports: match settings.exports.as_slice() {
                [] => None,
                [name] => Some(name.clone()),
                names => Some(format!("{{{}}}", names.join(", "))),
            },
        });
        Self { clients: clients.collect(), modules: modules.collect() }
    }
}
