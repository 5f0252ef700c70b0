//! Whether a document can be used: the vendor's before it is merged, ours with its overlays afterwards.

use std::sync::Arc;

use generator::diagnostic::{Diagnostic, Diagnostics, Place, Severity};
use generator::model::Api;
use generator::overlay::Overlays;
use generator::source::Source;
use serde_yaml::Value;

use crate::codegen::Description;
use crate::messages::Messages;
use crate::outcome::refusal;
use crate::terminal::Terminal;

/// The vendor's document, if it has no errors; `None` when they have been told. Warnings are the vendor's own affair.
pub(crate) fn vendor(source: &Arc<Source>, messages: &Messages, terminal: &Terminal) -> anyhow::Result<Option<Value>> {
    let text = source.text().trim_start_matches('\u{feff}').trim_start();
    if text.starts_with('<') {
        return Err(refusal(format!("`{}` is a web page, and no description of an API", source.name())));
    }
    let mut diagnostics = Diagnostics::default();
    let is_sound =
        generator::documents_of(std::slice::from_ref(source), &Overlays::default(), &mut diagnostics).is_some();
    let value = if text.starts_with('{') { serde_json::from_str(text).ok() } else { yaml(text) };
    if let Some(value) = value.filter(|_| is_sound) {
        return Ok(Some(value));
    }
    tell(errors(diagnostics), messages, terminal);
    Ok(None)
}

fn yaml(text: &str) -> Option<Value> {
    let mut value: Value = serde_yaml::from_str(text).ok()?;
    value.apply_merge().ok()?;
    Some(value)
}

/// What our documents would be worth.
pub(crate) enum Verdict {
    /// Nothing can be made of them, which has been told.
    Refused,
    /// Something of our own no longer fits, which has been told: overlays and settings are to be mended by hand.
    Unfit(usize),
    /// All is well.
    Fit(Box<Api>),
}

/// Checks our documents as `codegen` would read them.
pub(crate) fn ours(description: &Description, messages: &Messages, terminal: &Terminal) -> Verdict {
    let Description { settings, documents, overlays } = description;
    let mut diagnostics = Diagnostics::default();
    let api = generator::model_of(settings, documents, overlays, &mut diagnostics);
    if let Some(api) = api {
        return Verdict::Fit(Box::new(api));
    }
    let errors = errors(diagnostics);
    let is_document = |place: &Place| documents.iter().any(|document| document.name() == place.name());
    // A fault that an overlay has put into a document shows both places.
    let is_of_documents = |diagnostic: &Diagnostic| {
        is_document(&diagnostic.at) && diagnostic.related.iter().all(|(place, _)| is_document(place))
    };
    let is_refused = errors.iter().any(is_of_documents);
    let count = errors.iter().count();
    let mut told = Diagnostics::default();
    // What is ours to mend does not keep the documents from being written.
    told.extend(errors.into_iter().map(|error| if is_refused { error } else { error.severity(Severity::Warning) }));
    tell(told, messages, terminal);
    if is_refused { Verdict::Refused } else { Verdict::Unfit(count) }
}

fn errors(diagnostics: Diagnostics) -> Diagnostics {
    let mut errors = Diagnostics::default();
    errors.extend(diagnostics.into_iter().filter(|diagnostic| diagnostic.severity == Severity::Error));
    errors
}

fn tell(mut diagnostics: Diagnostics, messages: &Messages, terminal: &Terminal) {
    messages.tell(&mut diagnostics, terminal);
}
