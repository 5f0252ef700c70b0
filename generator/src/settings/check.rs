//! Entries of the settings file that match nothing in the documents.

use std::collections::HashSet;
use std::sync::Arc;

use super::Settings;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Rule};
use crate::source::{Pointer, Source};
use crate::spec::Document;

impl Settings {
    /// Reports every entry that names an operation or a schema which no document has.
    ///
    /// Such an entry is either misspelled or left over, and both change names without anyone noticing.
    pub(crate) fn check(&self, documents: &[Document], diagnostics: &mut Diagnostics) {
        let Some(source) = &self.source else { return };
        for (index, client) in self.clients.iter().enumerate() {
            let ids: Vec<&str> = documents
                .iter()
                .filter(|document| client.reads(document.source.name()))
                .flat_map(|document| document.openapi.operations())
                .filter_map(|(_, _, operation)| operation.operation_id.as_deref())
                .collect();
            let names = Pointer::root().child("clients").index(index).child("operations").child("names");
            for id in client.operations.names.keys().filter(|id| !ids.contains(&id.as_str())) {
                diagnostics.push(unmatched(
                    source,
                    &names.child(id),
                    &format!("no operation of this client has the id `{id}`"),
                ));
            }
        }
        let names = Pointer::root().child("schemas").child("names");
        for name in self.schemas.names.keys() {
            let found = |document: &Document| {
                document.openapi.components.as_ref().is_some_and(|components| components.schemas.contains_key(name))
            };
            if !documents.iter().any(found) {
                diagnostics.push(unmatched(source, &names.child(name), &format!("no document has a schema `{name}`")));
            }
        }
    }
}

impl Settings {
    /// Reports every name for a property or a parameter that lowering had no use for.
    pub(crate) fn check_used(&self, used: &HashSet<&str>, diagnostics: &mut Diagnostics) {
        let Some(source) = &self.source else { return };
        let schemas = Pointer::root().child("schemas").child("properties");
        let mut tables = vec![(schemas, &self.schemas.properties, "no schema has a property")];
        for (index, client) in self.clients.iter().enumerate() {
            let pointer = Pointer::root().child("clients").index(index).child("operations").child("parameters");
            tables.push((pointer, &client.operations.parameters, "no operation of this client has a parameter"));
        }
        for (pointer, names, message) in tables {
            for key in names.keys().filter(|key| !used.contains(key.as_str())) {
                diagnostics.push(unmatched(source, &pointer.child(key), &format!("{message} `{key}`")));
            }
        }
    }
}

impl super::ClientSettings {
    /// Whether a document belongs to this client; the document's name may have folders before it.
    pub(crate) fn reads(&self, document: &str) -> bool {
        self.documents.iter().any(|name| {
            document.strip_suffix(name.as_str()).is_some_and(|folder| folder.is_empty() || folder.ends_with('/'))
        })
    }
}

fn unmatched(source: &Arc<Source>, pointer: &Pointer, message: &str) -> Diagnostic {
    Diagnostic::new(Rule::UnusedSetting, message, Place::key(source, pointer))
        .help("correct the name, or remove the entry")
}
