//! The sample code of every operation as a test, `tests/samples`, so that none of it can rot: a file for each area, a module
//! for each sample.

use super::sample::Samples;
use super::{area, docs};
use crate::model::{Api, Area, Client, Visibility};
use crate::parallel;
use crate::settings::{ClientSettings, Settings};

/// The files under `tests/samples`, as path, source and text; none where the settings want none.
pub(super) fn render(api: &Api, settings: &Settings) -> Vec<(String, String, String)> {
    if !settings.package.samples {
        return Vec::new();
    }
    let krate = settings.package.name.replace('-', "_");
    let mut files = vec![("tests/samples/main.rs".to_owned(), api.package.sources.join(", "), root(&api.clients))];
    for client in &api.clients {
        let settings = settings.clients.iter().find(|it| it.name == client.name.plain());
        let Some(ClientSettings { samples, .. }) = settings else { continue };
        let samples = Samples { types: &api.types, krate: &krate, client, settings: samples };
        let areas: Vec<&Area> = client.areas.iter().filter(|area| area::is_visible(area)).collect();
        files.push((format!("tests/samples/{}.rs", client.module.plain()), client.sources.join(", "), list(&areas)));
        files.extend(parallel::map(&areas, |area| {
            let path = format!("tests/samples/{}/{}.rs", client.module.plain(), area.module.plain());
            (path, area.source.clone(), file(&samples, area))
        }));
    }
    files
}

fn root(clients: &[Client]) -> String {
    let title = docs::module_lines(&[
        "The sample code of every operation, as its reference page shows it. That it compiles is the test.".to_owned(),
    ]);
    let modules: String = clients.iter().map(|client| format!("mod {};\n", client.module)).collect();
    let allowed =
        "#![allow(dead_code, deprecated, reason = \"samples are compiled and not run, whatever they call\")]\n";
    format!("{title}\n{allowed}\n{modules}")
}

/// The areas of a client, each as far as its feature is on.
fn list(areas: &[&Area]) -> String {
    let title = docs::module_lines(&["The samples of one client, by area.".to_owned()]);
    let modules: String =
        areas.iter().map(|area| format!("#[cfg(feature = {:?})]\nmod {};\n", area.feature, area.module)).collect();
    format!("{title}\n{modules}")
}

/// The samples of an area, each a program in a module of its own.
fn file(samples: &Samples<'_>, area: &Area) -> String {
    let mut text = docs::module_lines(&[format!("{}.", docs::line(&area.wire_name))]);
    for operation in area.operations.iter().filter(|operation| operation.visibility == Visibility::Public) {
        text.push_str(&module(operation.name.as_str(), &samples.call(operation)));
        if let Some(elements) = samples.elements(operation) {
            text.push_str(&module(&format!("{}_elements", operation.name.plain()), &elements));
        }
    }
    text
}

fn module(name: &str, program: &str) -> String {
    let indented = program.lines().map(|line| if line.is_empty() { "\n".to_owned() } else { format!("    {line}\n") });
    format!("\nmod {name} {{\n{}}}\n", indented.collect::<String>())
}
