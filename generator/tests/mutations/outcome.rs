//! What became of a document that was changed.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use generator::diagnostic::{Diagnostic, Diagnostics, Place, Severity, Style};
use generator::source::{Pointer, Source};
use generator::{Crate, Input};

/// What the generator made of it.
pub(crate) enum Outcome {
    /// Perhaps with a fault in what came out.
    Taken(Option<String>),
    /// Nothing is wrong with the document, but the settings name something that it no longer has.
    AgainstSettings,
    Refused(Refusal),
    Panicked(String),
}

/// Whether the errors show the change.
pub(crate) struct Refusal {
    /// The first of them does.
    pub(crate) by_first: bool,
    /// One of them does.
    pub(crate) by_any: bool,
    /// One of them does by what it points to besides.
    pub(crate) by_related: bool,
    /// The first as a text.
    pub(crate) first: String,
}

impl Outcome {
    /// Generates from documents, the first of which was changed in a child of `parent`; `fault` looks at what comes out.
    pub(crate) fn of(input: &Input, parent: &Pointer, fault: fn(&Crate) -> Option<String>) -> Self {
        let attempt = catch_unwind(AssertUnwindSafe(|| {
            let mut diagnostics = Diagnostics::default();
            let krate = generator::generate(input, &mut diagnostics);
            // What is reported must be readable, whatever became of the document.
            let _ = diagnostics.render(Style::Plain);
            (krate, diagnostics)
        }));
        match attempt {
            Err(panic) => Self::Panicked(message(panic.as_ref())),
            Ok((Some(krate), _)) => Self::Taken(fault(&krate)),
            Ok((None, diagnostics)) => Refusal::of(&input.documents[0], parent, &diagnostics),
        }
    }
}

impl Refusal {
    fn of(source: &Arc<Source>, parent: &Pointer, diagnostics: &Diagnostics) -> Outcome {
        let lines = Lines::of(source, parent);
        let is_error = |diagnostic: &&Diagnostic| diagnostic.severity == Severity::Error;
        let errors: Vec<&Diagnostic> =
            diagnostics.iter().filter(is_error).filter(|error| error.at.name() == source.name()).collect();
        let Some(first) = errors.first() else { return Outcome::AgainstSettings };
        let shows = |place: &Place| lines.hold(place);
        Outcome::Refused(Self {
            by_first: shows(&first.at),
            by_any: errors.iter().any(|error| shows(&error.at)),
            by_related: errors.iter().any(|error| error.related.iter().any(|(place, _)| shows(place))),
            first: format!("{} at {:?}", first.message, first.at.pointer()),
        })
    }
}

/// The lines of a node, that of its key among them.
struct Lines {
    source: Arc<Source>,
    first: usize,
    last: usize,
}

impl Lines {
    fn of(source: &Arc<Source>, node: &Pointer) -> Self {
        let value = source.locate(node).expect("the node is there");
        let key = source.locate_key(node).expect("the node is there");
        let text = source.text().get(value.start..value.end).unwrap_or_default().trim_end();
        Self {
            source: Arc::clone(source),
            first: key.line.min(value.line),
            last: value.line + text.matches('\n').count(),
        }
    }

    fn hold(&self, place: &Place) -> bool {
        let is_here = place.source().is_some_and(|source| Arc::ptr_eq(source, &self.source));
        is_here && place.locate().is_some_and(|span| (self.first..=self.last).contains(&span.line))
    }
}

fn message(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_else(|| "a panic without a message".to_owned())
}
