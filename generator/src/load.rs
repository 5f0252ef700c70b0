//! From texts to documents: every text is parsed at the same time, and so is every document looked at.

use std::sync::Arc;

use serde_yaml::Value;

use crate::diagnostic::Diagnostics;
use crate::overlay::{self, Layers, Origins, Overlay, Overlays};
use crate::parallel;
use crate::source::Source;
use crate::spec::{Document, Homes};
use crate::timings::Timings;

/// What came of the texts.
pub(crate) struct Loaded {
    /// The documents that can be looked at.
    pub(crate) documents: Vec<Document>,
    /// What the overlays of all have written.
    pub(crate) origins: Vec<Origins>,
    /// Which nodes of all are written in other files.
    pub(crate) homes: Vec<Homes>,
}

/// Parses and checks all documents with their overlays.
pub(crate) fn load(
    sources: &[Arc<Source>],
    overlays: &Overlays,
    timings: &Timings,
    diagnostics: &mut Diagnostics,
) -> Loaded {
    let clock = timings.start();
    let (trees, read) = parse(sources, overlays, diagnostics);
    clock.stop("parse", || worked_on(sources.iter().chain(overlays.sources())));

    let timings_are_on = timings.is_on();
    let laid = sources.iter().zip(trees).map(|(source, tree)| (source, tree, Layers::new(&overlays.of(source, &read))));
    let loaded = parallel::consume(laid.collect(), |(source, Parsed { tree, mut found }, mut layers)| {
        let timings = if timings_are_on { Timings::on() } else { Timings::off() };
        let mut homes = Homes::default();
        let load = |tree| Document::load_under(Arc::clone(source), tree, &mut layers, &mut homes, &timings, &mut found);
        (tree.and_then(load), layers, homes, found, timings)
    });
    let mut documents = Vec::with_capacity(sources.len());
    let mut laid = Vec::with_capacity(sources.len());
    let mut homes = Vec::with_capacity(sources.len());
    for (document, layers, written, found, stages) in loaded {
        documents.extend(document);
        laid.push(layers);
        homes.push(written);
        diagnostics.extend(found);
        timings.extend(&stages);
    }
    let again = |layers: &Layers| Document::tree_under(layers.document()?, layers.anew());
    overlay::check(overlays, &laid, &again, diagnostics);
    let origins = laid.into_iter().map(Layers::into_origins).collect();
    parallel::give_back(read);
    Loaded { documents, origins, homes }
}

/// The tree of a document, if it has one, and what is wrong with its text.
struct Parsed {
    tree: Option<Value>,
    found: Diagnostics,
}

/// What a text is.
enum Text<'a> {
    Document(&'a Arc<Source>),
    Overlay(&'a Arc<Source>),
}

impl Text<'_> {
    fn source(&self) -> &Source {
        match self {
            Self::Document(source) | Self::Overlay(source) => source,
        }
    }
}

/// What came of it.
enum Read {
    Document(Parsed),
    Overlay(Option<Arc<Overlay>>, Diagnostics),
}

/// The trees of all documents, and all overlays; what is wrong with those is reported first.
fn parse(
    sources: &[Arc<Source>],
    overlays: &Overlays,
    diagnostics: &mut Diagnostics,
) -> (Vec<Parsed>, Vec<Option<Arc<Overlay>>>) {
    let texts = sources.iter().map(Text::Document).chain(overlays.sources().iter().map(Text::Overlay));
    let parsed = parallel::longest_first(
        texts.collect(),
        |text| text.source().text().len(),
        |text| {
            let mut found = Diagnostics::default();
            match text {
                Text::Document(source) => {
                    let tree = Document::parse(source, &mut found);
                    Read::Document(Parsed { tree, found })
                }
                Text::Overlay(source) => {
                    let overlay = Overlay::parse(Arc::clone(source), &mut found).map(Arc::new);
                    Read::Overlay(overlay, found)
                }
            }
        },
    );
    let mut trees = Vec::with_capacity(sources.len());
    let mut read = Vec::with_capacity(overlays.sources().len());
    for parsed in parsed {
        match parsed {
            Read::Document(parsed) => trees.push(parsed),
            Read::Overlay(overlay, found) => {
                read.push(overlay);
                diagnostics.extend(found);
            }
        }
    }
    (trees, read)
}

/// Such as `72 texts, 3.1 MB`.
fn worked_on<'a>(sources: impl Iterator<Item = &'a Arc<Source>>) -> String {
    let lengths: Vec<usize> = sources.map(|source| source.text().len()).collect();
    format!("{} texts, {:.1} MB", lengths.len(), lengths.iter().sum::<usize>() as f64 / 1e6)
}
