//! From the model to files. Emission decides nothing and names nothing: total functions from model to text.
//!
//! Rust whose shape depends on the model is built with `quote` and printed by `prettyplease`; files that a person
//! should see as they are stand in `templates/`, either for `askama` or copied byte for byte.

mod area;
mod banner;
mod book;
mod contract;
mod deprecated;
mod docs;
mod dto;
mod facts;
mod fence;
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
use crate::parallel;
use crate::settings::Settings;
use crate::timings::Timings;
use banner::Banner;
use links::Links;

/// Renders every file of the crate.
pub(crate) fn emit(
    api: &Api,
    settings: &Settings,
    templates: &Templates,
    command: &str,
    timings: &Timings,
) -> FileTree {
    let mut files = FileTree::default();
    let banner = Banner::new(command);
    let clock = timings.start();
    copy(&mut files, templates, "crate", &banner);
    for (path, text) in pages::render(api, settings) {
        files.insert(&path, banner.head(&path, &api.package.sources.join(", "), &text));
    }
    // What is laid over wins over pages too, so that a service may have a front page of its own.
    for folder in &settings.templates {
        copy(&mut files, templates, folder, &banner);
    }
    if let Some(changes) = &settings.release.changes {
        let name = settings.release.changelog.as_deref().unwrap_or_default();
        files.insert("CHANGELOG.md", banner.head("CHANGELOG.md", name, changes));
    }
    // The hand-written pages of the book go along, so that their code is tested wherever the crate is.
    if let Some(folder) = &settings.documentation.templates {
        copy_below("docs/", &mut files, templates, folder, &banner);
    }
    clock.stop("emit pages", || count(files.len()));

    let measured = |name, render: &dyn Fn() -> Vec<File>| {
        let clock = timings.start();
        let rendered = render();
        clock.stop(name, || count(rendered.len()));
        rendered
    };
    let mut described = measured("emit models", &|| model_file::render(api));
    described.extend(measured("emit areas", &|| area::render(api)));
    let mut others = measured("emit mock", &|| mock::render(api));
    others.extend(measured("emit contract", &|| contract::render(api, settings)));
    others.extend(measured("emit samples", &|| samples::render(api, settings)));

    let clock = timings.start();
    let links = Links::of(api);
    let linked = parallel::consume(described, |(path, source, text)| {
        let client = api.clients.iter().find(|client| client.sources.contains(&source));
        let text = banner.head(&path, &source, &links.code(&text, client));
        (path, text)
    });
    let headed = parallel::consume(others, |(path, source, text)| {
        let text = banner.head(&path, &source, &text);
        (path, text)
    });
    linked.into_iter().chain(headed).for_each(|(path, text)| files.insert(path, text));
    clock.stop("emit links", || count(files.len()));
    files
}

fn count(files: usize) -> String {
    format!("{files} files")
}

/// A file that is to be emitted: its path, the document it comes from, and its text.
type File = (String, String, String);

/// Renders every file of the book about the crate.
pub(crate) fn book(api: &Api, settings: &Settings, templates: &Templates, command: &str) -> FileTree {
    let mut files = FileTree::default();
    let banner = Banner::new(command);
    for (path, source, text) in book::render(api, settings, templates) {
        files.insert(&path, banner.head(&path, &source, &text));
    }
    if let Some(folder) = &settings.documentation.templates {
        copy_below("src/", &mut files, templates, folder, &banner);
    }
    files
}

fn copy(files: &mut FileTree, templates: &Templates, folder: &str, banner: &Banner<'_>) {
    copy_below("", files, templates, folder, banner);
}

fn copy_below(place: &str, files: &mut FileTree, templates: &Templates, folder: &str, banner: &Banner<'_>) {
    for (path, text) in templates.folder(folder) {
        files.insert(format!("{place}{path}"), banner.head(path, &format!("templates/{folder}/{path}"), text));
    }
}
