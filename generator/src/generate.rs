//! From texts to a crate: the whole way in one function.

use std::sync::Arc;

use crate::diagnostic::Diagnostics;
use crate::emit;
use crate::file_tree::FileTree;
use crate::load::{Loaded, load};
use crate::lower;
use crate::model::{Api, Origin, Visibility};
use crate::overlay::{self, Overlays};
use crate::parallel;
use crate::settings::Settings;
use crate::source::Source;
use crate::spec::{self, Document};
use crate::timings::Timings;

/// What a crate is made from, and all of it: the same input gives the same crate and the same problems.
#[derive(Clone, Debug, Hash)]
pub struct Input {
    /// The settings.
    pub settings: Settings,
    /// The documents.
    pub documents: Vec<Arc<Source>>,
    /// What is laid over the documents before they are looked at.
    pub overlays: Overlays,
    /// The runtime files that are copied into the crate.
    pub templates: Templates,
    /// The command that a reader has to run to make the files again; it stands in each of them.
    pub command: String,
}

/// Files of `templates/` that are copied byte for byte, by folder (`crate`, `generic`, ...) and path within it.
#[derive(Clone, Debug, Default, Hash)]
pub struct Templates {
    files: Vec<(String, String, String)>,
}

impl Templates {
    /// Adds a file of a folder.
    pub fn insert(&mut self, folder: impl Into<String>, path: impl Into<String>, text: impl Into<String>) {
        self.files.push((folder.into(), path.into(), text.into()));
    }

    /// The files of a folder, by path within it.
    pub(crate) fn folder<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.files.iter().filter(move |(name, ..)| name == folder).map(|(_, path, text)| (path.as_str(), text.as_str()))
    }
}

/// A crate that is ready to be written.
#[derive(Clone, Debug)]
pub struct Crate {
    /// Its files.
    pub files: FileTree,
    /// What it has.
    pub summary: Summary,
    /// The model that it was made from.
    pub api: Api,
}

/// How much came out.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Summary {
    /// Operations with a method.
    pub operations: usize,
    /// Operations that the document keeps from SDKs.
    pub hidden: usize,
    /// Types that stand under a name in the documents.
    pub schemas: usize,
    /// All types, inline ones included.
    pub types: usize,
    /// Cargo features, one an area.
    pub features: usize,
    /// Lines of all files.
    pub lines: usize,
}

/// Makes a crate; every problem goes to `diagnostics`, and with an error among them there is no crate.
pub fn generate(input: &Input, diagnostics: &mut Diagnostics) -> Option<Crate> {
    generate_timed(input, &Timings::off(), diagnostics)
}

/// The same, with the time that each stage took.
pub fn generate_timed(input: &Input, timings: &Timings, diagnostics: &mut Diagnostics) -> Option<Crate> {
    let Input { settings, documents, overlays, templates, command } = input;
    let api = modelled(settings, documents, overlays, timings, diagnostics)?;
    let emit = || emit::emit(&api, settings, templates, command, timings);
    // Who gets a crate with warnings wants to see their places, which takes a second look at the texts.
    let files = parallel::beside(emit, || diagnostics.locate());
    Some(Crate { summary: Summary::of(&api, &files), files, api })
}

/// A book that is ready to be written.
#[derive(Clone, Debug)]
pub struct Book {
    /// Its files.
    pub files: FileTree,
    /// The model that it was made from.
    pub api: Api,
}

/// Makes the book about a crate; every problem goes to `diagnostics`, and with an error among them there is no book.
pub fn document(input: &Input, diagnostics: &mut Diagnostics) -> Option<Book> {
    input.settings.check_guides(&input.templates, diagnostics);
    let api = model_of(&input.settings, &input.documents, &input.overlays, diagnostics)?;
    let files = emit::book(&api, &input.settings, &input.templates, &input.command);
    Some(Book { files, api })
}

/// The model of documents with their overlays, without emission.
pub fn model_of(
    settings: &Settings,
    sources: &[Arc<Source>],
    overlays: &Overlays,
    diagnostics: &mut Diagnostics,
) -> Option<Api> {
    modelled(settings, sources, overlays, &Timings::off(), diagnostics)
}

fn modelled(
    settings: &Settings,
    sources: &[Arc<Source>],
    overlays: &Overlays,
    timings: &Timings,
    diagnostics: &mut Diagnostics,
) -> Option<Api> {
    let Loaded { documents, origins, homes } = load(sources, overlays, timings, diagnostics);
    let mut api = None;
    if documents.len() == sources.len() {
        // Faults of a document do not keep lowering from finding more, so that one run tells of all.
        settings.check(&documents, diagnostics);
        api = Some(lower::lower(&documents, settings, timings, diagnostics));
    }
    overlay::attribute(&origins, diagnostics);
    settings.set_levels(diagnostics);
    spec::locate(&homes, diagnostics);
    parallel::give_back((documents, origins, homes));
    api.filter(|_| !diagnostics.has_errors())
}

/// The documents with their overlays, as the model is made from them; `None` with an error among the problems.
pub fn documents_of(
    sources: &[Arc<Source>],
    overlays: &Overlays,
    diagnostics: &mut Diagnostics,
) -> Option<Vec<Document>> {
    let Loaded { documents, origins, homes } = load(sources, overlays, &Timings::off(), diagnostics);
    overlay::attribute(&origins, diagnostics);
    spec::locate(&homes, diagnostics);
    (!diagnostics.has_errors()).then_some(documents)
}

impl Summary {
    fn of(api: &Api, files: &FileTree) -> Self {
        let operations = || api.clients.iter().flat_map(|client| &client.areas).flat_map(|area| &area.operations);
        let hidden = operations().filter(|operation| operation.visibility == Visibility::Hidden).count();
        Self {
            operations: operations().count() - hidden,
            hidden,
            schemas: api.types.iter().filter(|(_, def)| def.origin == Origin::Component).count(),
            types: api.types.len(),
            features: api.clients.iter().map(|client| client.areas.len()).sum(),
            lines: files.lines(),
        }
    }
}
