//! From the model to files. Emission decides nothing and names nothing: total functions from model to text.
//!
//! Rust whose shape depends on the model is built with `quote` and printed by `prettyplease`; files that a person
//! should see as they are stand in `templates/`, either for `askama` or copied byte for byte.

mod area;
mod banner;
mod contract;
mod docs;
mod dto;
mod facts;
mod list;
mod method;
mod mock;
mod model_file;
mod pages;
mod params;
mod rust;
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
    let code = model_file::render(api).into_iter().chain(area::render(api)).chain(mock::render(api));
    for (path, source, text) in code.chain(contract::render(api, settings)) {
        files.insert(&path, banner.head(&path, &source, &text));
    }
    files
}

fn copy(files: &mut FileTree, templates: &Templates, folder: &str, banner: &Banner<'_>) {
    for (path, text) in templates.folder(folder) {
        files.insert(path, banner.head(path, &format!("templates/{folder}/{path}"), text));
    }
}
