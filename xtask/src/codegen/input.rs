//! What the generator is given: settings, documents and templates, read from disk.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Result, bail};
use generator::Input;
use generator::diagnostic::{Diagnostic, Diagnostics, Place};
use generator::settings::Settings;
use generator::source::{Pointer, Source};

use super::package_name::PackageName;
use super::{Options, templates};
use crate::workspace;

/// Reads everything; `None` without settings. A document that cannot be read is reported and left out, so that the
/// generator can report what is wrong with the others in the same run.
pub(super) fn read(options: &Options, diagnostics: &mut Diagnostics) -> Result<Option<Input>> {
    let read = match &options.spec {
        Some(spec) => from_one_document(spec, options, diagnostics)?,
        None => from_settings(&settings_path(options), diagnostics),
    };
    let Some((mut settings, documents)) = read else { return Ok(None) };
    if let Some(name) = &options.name {
        settings.package.name = name.to_string();
    }
    let templates = templates::read(&workspace::root().join("templates"))?;
    Ok(Some(Input { settings, documents, templates, command: COMMAND.to_owned() }))
}

/// What banners say. Options are left out: a crate says the same wherever it was made.
const COMMAND: &str = "cargo xtask codegen";

type Read = Option<(Settings, Vec<Arc<Source>>)>;

fn settings_path(options: &Options) -> PathBuf {
    options.settings.clone().unwrap_or_else(|| workspace::root().join("specs/settings.yaml"))
}

/// The documents that the settings name, by path from the settings file.
fn from_settings(path: &Path, diagnostics: &mut Diagnostics) -> Read {
    let source = read_source(path, &workspace::name_of(path), diagnostics)?;
    let settings = Settings::parse(Arc::clone(&source), diagnostics)?;
    let folder = path.parent().unwrap_or(Path::new(""));
    let folder_name = source.name().rsplit_once('/').map(|(folder, _)| folder.to_owned());
    let mut documents = Vec::new();
    let mut seen = BTreeSet::new();
    let clients = Pointer::root().child("clients");
    for (index, client) in settings.clients.iter().enumerate() {
        for (entry, document) in client.documents.iter().enumerate() {
            if !seen.insert(document) {
                continue;
            }
            // The name ends in what the settings say: that is how the generator knows whose document it is.
            let name = match &folder_name {
                Some(folder) if Path::new(document).is_relative() => format!("{folder}/{document}"),
                _ => document.clone(),
            };
            let pointer = clients.index(index).child("documents").index(entry);
            match fs::read_to_string(folder.join(document)) {
                Ok(text) => documents.push(Source::new(name, text)),
                Err(error) => {
                    let named = Place::value(&source, &pointer);
                    diagnostics.push(Diagnostic::unreadable(name, &error).related(named, "named here"));
                }
            }
        }
    }
    Some((settings, documents))
}

/// One document, with the settings of its own if there are any.
fn from_one_document(spec: &Path, options: &Options, diagnostics: &mut Diagnostics) -> Result<Read> {
    let document = workspace::name_of(spec);
    let source = read_source(spec, &document, diagnostics);
    let settings = match &options.settings {
        None => Some(Settings::for_document(&PackageName::of_document(spec).to_string(), &document)),
        Some(path) => read_source(path, &workspace::name_of(path), diagnostics)
            .and_then(|settings| Settings::parse(settings, diagnostics)),
    };
    let Some(mut settings) = settings else { return Ok(None) };
    let [client] = settings.clients.as_mut_slice() else {
        let count = settings.clients.len();
        bail!(
            "the settings have {count} clients, and `--spec` gives a document to one: leave out `--spec`, or the other clients"
        );
    };
    client.documents = vec![document];
    Ok(Some((settings, source.into_iter().collect())))
}

fn read_source(path: &Path, name: &str, diagnostics: &mut Diagnostics) -> Option<Arc<Source>> {
    match fs::read_to_string(path) {
        Ok(text) => Some(Source::new(name, text)),
        Err(error) => {
            diagnostics.push(Diagnostic::unreadable(name, &error));
            None
        }
    }
}
