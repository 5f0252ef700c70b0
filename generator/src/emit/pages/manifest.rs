//! The crate's manifest, with one feature for each area.

use std::collections::BTreeMap;

use askama::Template;

use super::super::area;
use super::super::docs::is_invisible;
use crate::model::{Api, FULL, Package};
use crate::settings::Settings;

/// `Cargo.toml`.
#[derive(Template)]
#[template(path = "crate/Cargo.toml.j2")]
pub(super) struct Manifest<'a> {
    package: &'a Package,
    description: String,
    license: Option<String>,
    homepage: Option<String>,
    repository: Option<String>,
    documentation: Option<String>,
    keywords: Option<String>,
    categories: Option<String>,
    /// The test that needs more than the published crate.
    excluded: Option<String>,
    clients: Vec<ClientFeatures<'a>>,
    defaults: String,
    /// What `full` switches on.
    full: String,
    features: Vec<(&'a str, String)>,
    dependencies: Vec<(&'a str, &'a str)>,
    dev_dependencies: Vec<(&'a str, &'a str)>,
    examples: Vec<(&'a str, String)>,
}

struct ClientFeatures<'a> {
    name: &'a str,
    client: &'a str,
    areas: Vec<&'a str>,
    all: String,
}

impl<'a> Manifest<'a> {
    pub(super) fn of(api: &'a Api, settings: &'a Settings) -> Self {
        let clients: Vec<ClientFeatures<'a>> = api
            .clients
            .iter()
            .map(|client| {
                let areas: Vec<&str> = client
                    .areas
                    .iter()
                    .filter(|area| area::is_visible(area))
                    .map(|area| area.feature.as_str())
                    .collect();
                let all = list(&areas);
                ClientFeatures { name: client.module.plain(), client: client.name.as_str(), areas, all }
            })
            .collect();
        let package = &settings.package;
        let everything = vec![FULL.to_owned()];
        let own = package.features.keys().map(String::as_str);
        let full: Vec<&str> = clients.iter().map(|client| client.name).chain(["blocking"]).chain(own).collect();
        Self {
            package: &api.package,
            description: toml(&api.package.description),
            license: package.license.as_deref().map(toml),
            homepage: package.homepage.as_deref().map(toml),
            repository: package.repository.as_deref().map(toml),
            documentation: package.documentation.as_deref().map(toml),
            keywords: (!package.keywords.is_empty()).then(|| list(&package.keywords)),
            categories: (!package.categories.is_empty()).then(|| list(&package.categories)),
            excluded: package.contract.as_deref().and_then(|folder| Some(list(&[folder.rsplit_once('/')?.0]))),
            defaults: list(package.default.as_ref().unwrap_or(&everything)),
            full: list(&full),
            clients,
            features: package.features.iter().map(|(name, needs)| (name.as_str(), list(needs))).collect(),
            dependencies: pairs(&package.dependencies).collect(),
            examples: package.examples.iter().map(|(name, needs)| (name.as_str(), list(needs))).collect(),
            dev_dependencies: pairs(&package.dev_dependencies).collect(),
        }
    }
}

fn pairs(dependencies: &BTreeMap<String, String>) -> impl Iterator<Item = (&str, &str)> {
    dependencies.iter().map(|(name, value)| (name.as_str(), value.as_str()))
}

/// A string of TOML. Its escapes are those of JSON, but more has to be escaped, and what nobody could see is too.
pub(in crate::emit) fn toml(text: &str) -> String {
    let quoted = serde_json::Value::from(text).to_string();
    let shown = |c: char| if is_invisible(c) { format!("\\U{:08X}", u32::from(c)) } else { c.to_string() };
    if quoted.contains(is_invisible) { quoted.chars().map(shown).collect() } else { quoted }
}

fn list<T: AsRef<str>>(items: &[T]) -> String {
    let items: Vec<String> = items.iter().map(|item| toml(item.as_ref())).collect();
    if items.iter().map(|item| item.len() + 2).sum::<usize>() < 80 {
        return format!("[{}]", items.join(", "));
    }
    format!("[\n{}]", items.iter().map(|item| format!("    {item},\n")).collect::<String>())
}
