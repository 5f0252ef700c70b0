//! From the model to files. Emission decides nothing and names nothing: total functions from model to text.
//!
//! Rust whose shape depends on the model is built with `quote` and printed by `prettyplease`; files that a person
//! should see as they are stand in `templates/`, either for `askama` or copied byte for byte.

mod area;
mod banner;
mod book;
mod contract;
mod docs;
mod dto;
mod facts;
mod json;
mod links;
mod list;
mod method;
mod mock;
mod model_file;
mod pages;
mod params;
mod rust;
mod sample;
mod samples;
mod stream;
mod table;
mod ty;
mod union;
mod uses;

use crate::file_tree::FileTree;
use crate::generate::Templates;
use crate::model::Api;
use crate::settings::Settings;
use banner::Banner;
use links::Links;

/// Renders every file of the crate.
pub(crate) fn emit(api: &Api, settings: &Settings, templates: &Templates, command: &str) -> FileTree {
    let mut files = FileTree::default();
    let banner = Banner::new(command);
    copy(&mut files, templates, "crate", &banner);
    for (path, text) in pages::render(api, settings) {
        files.insert(&path, banner.head(&path, &api.package.sources.join(", "), &text));
    }
    // What is laid over wins over pages too, so that a service may have a front page of its own.
    for folder in &settings.templates {
        copy(&mut files, templates, folder, &banner);
    }
    let links = Links::of(api);
    let described = model_file::render(api).into_iter().chain(area::render(api)).map(|(path, source, text)| {
        let client = api.clients.iter().find(|client| client.sources.contains(&source));
        let text = links.code(&text, client);
        (path, source, text)
    });
    let tests = contract::render(api, settings).into_iter().chain(samples::render(api, settings));
    for (path, source, text) in described.chain(mock::render(api)).chain(tests) {
        files.insert(&path, banner.head(&path, &source, &text));
    }
    files
}

/// Renders every file of the book about the crate.
pub(crate) fn book(api: &Api, settings: &Settings, templates: &Templates, command: &str) -> FileTree {
    let mut files = FileTree::default();
    let banner = Banner::new(command);
    for (path, source, text) in book::render(api, settings, templates) {
        files.insert(&path, banner.head(&path, &source, &text));
    }
    if let Some(folder) = &settings.documentation.templates {
        for (path, text) in templates.folder(folder) {
            files.insert(format!("src/{path}"), banner.head(path, &format!("templates/{folder}/{path}"), text));
        }
    }
    files
}

fn copy(files: &mut FileTree, templates: &Templates, folder: &str, banner: &Banner<'_>) {
    for (path, text) in templates.folder(folder) {
        files.insert(path, banner.head(path, &format!("templates/{folder}/{path}"), text));
    }
}
