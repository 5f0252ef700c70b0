//! Files that a person should see as they are: `askama` templates under `templates/crate`.

mod client;
mod manifest;
mod metadata;
mod models;
mod operations;
mod readme;
mod root;

use askama::Template;

use crate::model::Api;
use crate::settings::Settings;
pub(super) use manifest::toml;

/// Renders every template, as path and text.
pub(super) fn render(api: &Api, settings: &Settings) -> Vec<(String, String)> {
    let mut pages = vec![
        ("Cargo.toml".to_owned(), text(&manifest::Manifest::of(api, settings))),
        ("README.md".to_owned(), text(&readme::Readme::of(api, settings))),
        ("src/lib.rs".to_owned(), text(&root::Root::of(api, settings))),
        ("src/metadata.rs".to_owned(), text(&metadata::Metadata::of(api, settings))),
        ("src/models.rs".to_owned(), text(&models::Models::of(api))),
        ("src/testing/operations.rs".to_owned(), text(&operations::Operations::of(api))),
    ];
    for client in &api.clients {
        pages.push((format!("src/{}.rs", client.module.plain()), text(&client::ClientModule::of(client))));
    }
    pages
}

/// Rendering into memory fails only when a template's own code does, and ours have none; the message would then
/// stand in the file for everyone to see.
fn text(template: &impl Template) -> String {
    template.render().unwrap_or_else(|error| format!("compile_error!({:?});\n", error.to_string()))
}
