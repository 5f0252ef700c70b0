//! What the generator is given: settings, documents, overlays and templates, read from disk.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Result;
use generator::diagnostic::{Diagnostics, Place};
use generator::history::History;
use generator::overlay::Overlays;
use generator::parallel;
use generator::settings::Settings;
use generator::source::{Pointer, Size, Source};
use generator::{Input, Templates};

use super::overlays::{Named, Reader};
use super::package_name::PackageName;
use super::{Options, parts, templates, text};
use crate::outcome::refusal;
use crate::workspace;

/// The description of an API: documents, what is laid over them, and what they cannot say.
pub(crate) struct Description {
    pub(crate) settings: Settings,
    pub(crate) documents: Vec<Arc<Source>>,
    pub(crate) overlays: Overlays,
}

/// Reads everything; `None` without settings. A document that cannot be read is reported and left out, so that the
/// generator can report what is wrong with the others in the same run. Banners say `command`, without its options: a crate says
/// the same wherever it was made.
pub(super) fn read(options: &Options, command: &str, diagnostics: &mut Diagnostics) -> Result<Option<Input>> {
    let mut templates = Ok(Templates::default());
    let read_templates = || templates = templates::read(&workspace::root().join("templates"));
    let described = parallel::beside(|| described(options, diagnostics), read_templates);
    let Some(mut description) = described? else { return Ok(None) };
    if let Some(name) = &options.name {
        description.settings.package.name = name.to_string();
    }
    Ok(Some(description.with(templates?, command)))
}

fn described(options: &Options, diagnostics: &mut Diagnostics) -> Result<Option<Description>> {
    match &options.spec {
        Some(spec) => from_one_document(spec, options, diagnostics),
        None => {
            let path = settings_path(options);
            Ok(Description::from_settings(&path, &workspace::name_of(&path), options.size(), diagnostics))
        }
    }
}

fn settings_path(options: &Options) -> PathBuf {
    options.settings.clone().unwrap_or_else(|| workspace::root().join("specs/settings.yaml"))
}

impl Description {
    /// The documents and overlays that the settings name, by path from the settings file; `None` without settings.
    /// Messages call the settings file `name`, and the others by their paths from there.
    pub(crate) fn from_settings(path: &Path, name: &str, size: Size, diagnostics: &mut Diagnostics) -> Option<Self> {
        let source = read_source(path, name, size, diagnostics)?;
        let mut settings = Settings::parse(Arc::clone(&source), diagnostics)?;
        let folder = Folder::of(path, source.name());
        folder.read_releases(&mut settings, diagnostics);
        let mut documents = Vec::new();
        let mut seen = BTreeSet::new();
        let mut overlays = Reader::new(size);
        for (index, client) in settings.clients.iter().enumerate() {
            let pointer = Pointer::root().child("clients").index(index).child("documents");
            for (entry, document) in client.documents.iter().enumerate() {
                if !seen.insert(document) {
                    continue;
                }
                let name = folder.name(document);
                let path = folder.path.join(document);
                match text::read(&path, &name, size) {
                    Ok(document) => documents.push(parts::read(&path, document, size)),
                    Err(problem) => {
                        let named = Place::value(&source, &pointer.index(entry));
                        diagnostics.push(problem.related(named, "named here"));
                    }
                }
            }
            let names: Vec<String> = client.documents.iter().map(|document| folder.name(document)).collect();
            folder.lay(&settings, index, &source, &names, &mut overlays, diagnostics);
        }
        Some(Self { settings, documents, overlays: overlays.overlays })
    }

    /// All that a crate is made from.
    pub(crate) fn with_templates(self, folder: &Path, command: &str) -> Result<Input> {
        Ok(self.with(templates::read(folder)?, command))
    }

    fn with(self, templates: Templates, command: &str) -> Input {
        let Self { settings, documents, overlays } = self;
        Input { settings, documents, overlays, templates, command: command.to_owned() }
    }
}

/// The folder of a settings file, which documents and overlays are named from.
struct Folder {
    path: PathBuf,
    /// Its own name in messages; none for the folder that the command is run in.
    name: Option<String>,
}

impl Folder {
    fn of(settings: &Path, name: &str) -> Self {
        let path = settings.parent().unwrap_or(Path::new("")).to_owned();
        Self { path, name: name.rsplit_once('/').map(|(folder, _)| folder.to_owned()) }
    }

    /// The name of a file. It ends in what the settings say: that is how the generator knows whose document it is.
    fn name(&self, file: &str) -> String {
        match &self.name {
            Some(folder) if Path::new(file).is_relative() => format!("{folder}/{file}"),
            _ => file.to_owned(),
        }
    }

    /// Reads what earlier releases left behind.
    fn read_releases(&self, settings: &mut Settings, diagnostics: &mut Diagnostics) {
        let mut read = |file: &String| read_source(&self.path.join(file), &self.name(file), Size::Limited, diagnostics);
        let history = settings.release.history.as_ref().and_then(&mut read);
        let changes = settings.release.changelog.as_ref().and_then(&mut read);
        settings.release.releases = history.and_then(|it| History::parse(&it, diagnostics)).unwrap_or_default();
        settings.release.changes = changes.map(|it| it.text().replace("\r\n", "\n"));
    }

    /// Lays the overlays of one client over documents.
    fn lay(
        &self,
        settings: &Settings,
        client: usize,
        source: &Arc<Source>,
        documents: &[String],
        overlays: &mut Reader,
        diagnostics: &mut Diagnostics,
    ) {
        let named = settings.clients.get(client).map(|client| client.overlays.as_slice()).unwrap_or_default();
        let pointer = Pointer::root().child("clients").index(client).child("overlays");
        for (entry, overlay) in named.iter().enumerate() {
            let at = Some(Place::value(source, &pointer.index(entry)));
            let named = Named { path: self.path.join(overlay), name: self.name(overlay), at };
            overlays.lay(&named, documents, diagnostics);
        }
    }
}

/// One document, with the settings of its own if there are any, and the overlays of those before those of the command line.
fn from_one_document(spec: &Path, options: &Options, diagnostics: &mut Diagnostics) -> Result<Option<Description>> {
    let document = workspace::name_of(spec);
    let source = read_source(spec, &document, options.size(), diagnostics)
        .map(|source| parts::read(spec, source, options.size()));
    let mut overlays = Reader::new(options.size());
    let settings = match &options.settings {
        None => Some(Settings::for_document(&PackageName::of_document(spec).to_string(), &document)),
        Some(path) => read_source(path, &workspace::name_of(path), options.size(), diagnostics).and_then(|source| {
            let settings = Settings::parse(Arc::clone(&source), diagnostics)?;
            let folder = Folder::of(path, source.name());
            folder.lay(&settings, 0, &source, std::slice::from_ref(&document), &mut overlays, diagnostics);
            Some(settings)
        }),
    };
    let Some(mut settings) = settings else { return Ok(None) };
    let [client] = settings.clients.as_mut_slice() else {
        let count = settings.clients.len();
        return Err(refusal(format!(
            "the settings have {count} clients, and `--spec` gives a document to one: leave out `--spec`, or the other clients"
        )));
    };
    for path in &options.overlays {
        let named = Named { path: path.clone(), name: workspace::name_of(path), at: None };
        overlays.lay(&named, std::slice::from_ref(&document), diagnostics);
    }
    client.documents = vec![document];
    Ok(Some(Description { settings, documents: source.into_iter().collect(), overlays: overlays.overlays }))
}

fn read_source(path: &Path, name: &str, size: Size, diagnostics: &mut Diagnostics) -> Option<Arc<Source>> {
    match text::read(path, name, size) {
        Ok(source) => Some(source),
        Err(problem) => {
            diagnostics.push(*problem);
            None
        }
    }
}
