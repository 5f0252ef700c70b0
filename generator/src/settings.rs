//! The settings file: what a document cannot say about the crate that is to come out of it.
//!
//! All that one service has for itself (client names, how a method's name is taken from an operation id, the
//! envelope, number and query conventions) stands here and not in the generator's code.

mod check;
mod client;
mod conventions;
mod documentation;
mod levels;
mod package;
mod release;
mod removed;
mod upstream;

use std::sync::Arc;

use serde::Deserialize;

pub(crate) use check::Entry;
pub use client::{ClientSettings, OperationNames};
pub use conventions::{
    ArrayStyle, EnvelopeSettings, NumberRules, PagingSettings, QueryRules, ReadRules, RetryRules, SchemaSettings,
};
pub use documentation::{DocumentationSettings, FailureRule, SampleSettings};
pub use levels::{Level, RuleLevel};
pub use package::PackageSettings;
pub use release::ReleaseSettings;
pub(crate) use removed::Fault;
pub use removed::RemovedOperation;
pub use upstream::UpstreamSettings;

use crate::diagnostic::{Diagnostic, Diagnostics, Rule};
use crate::source::Source;
use crate::tree;

/// Everything that the settings file may say.
#[derive(Clone, Debug, Deserialize, Hash)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// What goes into the crate's manifest.
    pub package: PackageSettings,
    /// Folders of `templates/` whose files are laid over those of `templates/crate`, in order.
    #[serde(default)]
    pub templates: Vec<String>,
    /// Which documents make which client.
    pub clients: Vec<ClientSettings>,
    /// Where the documents come from.
    #[serde(default)]
    pub upstream: UpstreamSettings,
    /// The extension that keeps an operation out of the crate.
    #[serde(default)]
    pub hidden: Option<String>,
    /// Names of schemas.
    #[serde(default)]
    pub schemas: SchemaSettings,
    /// How the service wraps its answers.
    #[serde(default)]
    pub envelope: Option<EnvelopeSettings>,
    /// How the document's numbers are to be read.
    #[serde(default)]
    pub numbers: NumberRules,
    /// How query parameters are written.
    #[serde(default)]
    pub query: QueryRules,
    /// How lists are paged.
    #[serde(default)]
    pub paging: PagingSettings,
    /// What may be sent again.
    #[serde(default)]
    pub retries: RetryRules,
    /// Names of properties and parameters whose values must never be shown.
    #[serde(default)]
    pub secrets: Vec<String>,
    /// The book that comes with the crate.
    #[serde(default)]
    pub documentation: DocumentationSettings,
    /// What may go wrong, for the pages of the operations that it may go wrong with.
    #[serde(default)]
    pub failures: Vec<FailureRule>,
    /// What releases leave behind.
    #[serde(default)]
    pub release: ReleaseSettings,
    /// Which rules count for more or less than usual.
    #[serde(default)]
    pub rules: Vec<RuleLevel>,
    #[serde(skip)]
    source: Option<Arc<Source>>,
}

impl Settings {
    /// Reads a settings file; every problem with it is reported.
    pub fn parse(source: Arc<Source>, diagnostics: &mut Diagnostics) -> Option<Self> {
        if let Some(limit) = tree::of_yaml_text(&source) {
            diagnostics.push(limit);
            return None;
        }
        match serde_yaml::from_str::<Self>(source.text()) {
            Ok(settings) => Some(Self { source: Some(source), ..settings }),
            Err(error) => {
                let mut diagnostic = Diagnostic::yaml(&source, Rule::InvalidSettings, &error);
                let all = "see specs/settings.yaml of this project for every entry that a settings file may have";
                diagnostic.help.get_or_insert_with(|| all.to_owned());
                diagnostics.push(diagnostic);
                None
            }
        }
    }

    /// The settings of a crate that is made from one document and nothing else.
    pub fn for_document(crate_name: &str, document: &str) -> Self {
        Self {
            package: PackageSettings::named(crate_name),
            templates: vec!["generic".to_owned()],
            clients: vec![ClientSettings::for_document(document)],
            upstream: UpstreamSettings::default(),
            hidden: None,
            schemas: SchemaSettings::default(),
            envelope: None,
            numbers: NumberRules::default(),
            query: QueryRules::default(),
            paging: PagingSettings::default(),
            retries: RetryRules::default(),
            secrets: Vec::new(),
            documentation: DocumentationSettings::default(),
            failures: Vec::new(),
            release: ReleaseSettings::default(),
            rules: Vec::new(),
            source: None,
        }
    }

    /// Whether the value of a property or parameter of this name must never be shown.
    pub(crate) fn is_secret(&self, wire_name: &str) -> bool {
        self.secrets.iter().any(|secret| secret.eq_ignore_ascii_case(wire_name))
    }
}
