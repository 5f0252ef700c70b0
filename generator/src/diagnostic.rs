//! What is wrong with a document, where, and how to mend it.
//!
//! Lives here: diagnostics, the rules they belong to, and their rendering as text in each format.
//! Does not live here: the checks themselves, and any printing.

mod collection;
mod explain;
pub mod feature;
mod nearest;
mod origin;
mod place;
mod render;
mod rule;

pub use collection::{Counts, Diagnostics};
pub use nearest::nearest;
pub(crate) use origin::TRUST;
pub use place::Place;
pub use render::{Format, Limit, Style};
pub use rule::{Kind, Rule, Severity};

/// One thing that is wrong, or that the generator cannot do.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    /// The rule that was broken.
    pub rule: Rule,
    /// How bad it is; usually what the rule says.
    pub severity: Severity,
    /// What is wrong, in one sentence without a full stop.
    pub message: String,
    /// Where it is wrong.
    pub at: Place,
    /// A few words beside the underlined text.
    pub label: Option<String>,
    /// Other places that one has to see to understand it, each with a few words.
    pub related: Vec<(Place, String)>,
    /// What to do about it.
    pub help: Option<String>,
}

impl Diagnostic {
    /// A diagnostic of `rule`, with the severity of the rule.
    pub fn new(rule: Rule, message: impl Into<String>, at: Place) -> Self {
        Self {
            rule,
            severity: rule.severity(),
            message: message.into(),
            at,
            label: None,
            related: Vec::new(),
            help: None,
        }
    }

    /// Puts a few words beside the underlined text.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = Some(label.into());
        self
    }

    /// Shows a second place.
    #[must_use]
    pub fn related(mut self, place: Place, label: impl Into<String>) -> Self {
        self.related.push((place, label.into()));
        self
    }

    /// Says what to do about it.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Deviates from the severity of the rule.
    #[must_use]
    pub fn severity(mut self, severity: Severity) -> Self {
        self.severity = severity;
        self
    }
}
