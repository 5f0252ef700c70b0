//! Operations that the service describes no longer, and that the crate keeps for a while.

use semver::Version;
use serde::Deserialize;

use super::Settings;
use crate::diagnostic::{Diagnostic, Place, Rule, nearest};
use crate::source::Pointer;

/// An operation that the documents have lost. An overlay adds it back, so that there is something to make a method from.
#[derive(Clone, Debug, Deserialize, Hash)]
#[serde(deny_unknown_fields)]
pub struct RemovedOperation {
    /// The first version of the crate that says so.
    pub since: Version,
    /// The first version of the crate that no longer has it.
    pub until: Version,
    /// The id of the operation that takes its place.
    #[serde(default)]
    pub replaced_by: Option<String>,
    /// What else a caller should know, in Markdown.
    #[serde(default)]
    pub note: Option<String>,
}

/// What is wrong with an entry for a removed operation.
pub(crate) enum Fault<'a> {
    /// The document has the operation by itself.
    Described,
    /// This version of the crate should no longer have it.
    Expired(&'a Version),
    /// It ends before it begins.
    Backwards,
    /// No overlay has added it back.
    Missing(&'a [&'a str]),
    /// The operation that takes its place is not there.
    NoReplacement(&'a str, &'a [&'a str]),
}

impl Settings {
    /// The diagnostic for an entry of a client, by its index; `None` for settings without a text.
    pub(crate) fn removed_fault(&self, client: usize, id: &str, fault: &Fault<'_>) -> Option<Diagnostic> {
        let source = self.source.as_ref()?;
        let removed = Pointer::root().child("clients").index(client).child("operations").child("removed");
        let entry = removed.child(id);
        let both = "remove this entry, and the actions of the overlays that add the operation";
        let meant = |name: &str, known: &[&str], usual: &str| {
            nearest(name, known.iter().copied()).map_or_else(|| usual.to_owned(), |it| format!("did you mean `{it}`?"))
        };
        Some(match fault {
            Fault::Described => {
                let message = format!("the document has the operation `{id}` again");
                Diagnostic::new(Rule::OutdatedRemoval, message, Place::key(source, &entry)).help(both)
            }
            Fault::Expired(until) => {
                let message = format!("`{id}` should be gone in version {until}, and this is {}", self.package.version);
                Diagnostic::new(Rule::OutdatedRemoval, message, Place::value(source, &entry.child("until"))).help(both)
            }
            Fault::Backwards => {
                let message = format!("`{id}` would be gone before it is deprecated");
                Diagnostic::new(Rule::InvalidSettings, message, Place::value(source, &entry.child("until")))
                    .help("name a later version than `since`")
            }
            Fault::Missing(known) => {
                let message = format!("no operation of this client has the id `{id}`");
                let usual = "add the operation back by an overlay, or remove the entry";
                Diagnostic::new(Rule::UnusedSetting, message, Place::key(source, &entry)).help(meant(id, known, usual))
            }
            Fault::NoReplacement(name, known) => {
                let message = format!("no method of this client stays that is made from an operation `{name}`");
                let at = Place::value(source, &entry.child("replaced_by"));
                let usual = "name the id of the operation that takes its place, or leave `replaced_by` out";
                Diagnostic::new(Rule::UnusedSetting, message, at).help(meant(name, known, usual))
            }
        })
    }
}
