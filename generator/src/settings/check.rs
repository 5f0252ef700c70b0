//! Entries of the settings file that match nothing in the documents.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::Settings;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Rule};
use crate::generate::Templates;
use crate::model::{Api, FULL};
use crate::source::Pointer;
use crate::spec::Document;

impl Settings {
    /// Reports every entry that names an operation or a schema which no document has.
    ///
    /// Such an entry is either misspelled or left over, and both change names without anyone noticing.
    pub(crate) fn check(&self, documents: &[Document], diagnostics: &mut Diagnostics) {
        let Some(source) = &self.source else { return };
        for (index, client) in self.clients.iter().enumerate() {
            let ids: BTreeSet<&str> = documents
                .iter()
                .filter(|document| client.reads(document.source.name()))
                .flat_map(|document| document.openapi.operations())
                .filter_map(|(_, _, operation)| operation.operation_id.as_deref())
                .collect();
            let names = Pointer::root().child("clients").index(index).child("operations").child("names");
            for id in client.operations.names.keys().filter(|id| !ids.contains(id.as_str())) {
                let message = format!("no operation of this client has the id `{id}`");
                let meant = diagnostics.nearest(id, ids.iter().copied());
                diagnostics.push(unmatched(Place::key(source, &names.child(id)), message, meant));
            }
        }
        let names = Pointer::root().child("schemas").child("names");
        let components = documents.iter().filter_map(|document| document.openapi.components.as_ref());
        let schemas: BTreeSet<&str> =
            components.flat_map(|components| &components.schemas).map(|(name, _)| name.as_str()).collect();
        for name in self.schemas.names.keys().filter(|name| !schemas.contains(name.as_str())) {
            let message = format!("no document has a schema `{name}`");
            let meant = diagnostics.nearest(name, schemas.iter().copied());
            diagnostics.push(unmatched(Place::key(source, &names.child(name)), message, meant));
        }
    }
}

impl Settings {
    /// Reports every entry for a property, a parameter or a kind of operation that lowering had no use for; `known` gives what
    /// such an entry may name.
    pub(crate) fn check_used(
        &self,
        used: &HashSet<(Entry, &str)>,
        known: &dyn Fn(Entry) -> Vec<String>,
        diagnostics: &mut Diagnostics,
    ) {
        let Some(source) = &self.source else { return };
        let mut entries: Vec<(Entry, &str, Pointer)> = Vec::new();
        let properties = Pointer::root().child("schemas").child("properties");
        entries
            .extend(self.schemas.properties.keys().map(|key| (Entry::Property, key.as_str(), properties.child(key))));
        let fractions = Pointer::root().child("numbers").child("fractions");
        let listed = self.numbers.fractions.iter().enumerate().filter(|_| self.numbers.whole);
        entries.extend(listed.map(|(index, key)| (Entry::Fraction, key.as_str(), fractions.index(index))));
        for (index, client) in self.clients.iter().enumerate() {
            let pointer = Pointer::root().child("clients").index(index).child("operations").child("parameters");
            let keys = client.operations.parameters.keys();
            entries.extend(keys.map(|key| (Entry::Parameter, key.as_str(), pointer.child(key))));
        }
        let reads = Pointer::root().child("retries").child("reads");
        for (entry, name, listed) in [
            (Entry::ReadPrefix, "prefixes", &self.retries.reads.prefixes),
            (Entry::Read, "also", &self.retries.reads.also),
            (Entry::NoRead, "except", &self.retries.reads.except),
        ] {
            let pointer = reads.child(name);
            entries.extend(listed.iter().enumerate().map(|(index, key)| (entry, key.as_str(), pointer.index(index))));
        }
        let mut names: HashMap<Entry, BTreeSet<String>> = HashMap::new();
        for (entry, key, pointer) in entries {
            if !used.contains(&(entry, key)) {
                let known = names.entry(entry).or_insert_with(|| known(entry).into_iter().collect());
                // What is there, but not of this kind, is meant as it is written.
                let nearest = |_| diagnostics.nearest(key, known.iter().map(String::as_str));
                let meant = Some(()).filter(|()| !known.contains(key)).and_then(nearest);
                let message = format!("{} `{key}`", entry.missing());
                diagnostics.push(unmatched(Place::key(source, &pointer), message, meant));
            }
        }
    }
}

impl Settings {
    /// Reports every feature that an entry names and the crate does not have.
    pub(crate) fn check_features(&self, api: &Api, diagnostics: &mut Diagnostics) {
        let Some(source) = &self.source else { return };
        let mut known: BTreeSet<&str> = BTreeSet::from([FULL, "blocking", "chrono", "jiff", "testing"]);
        known.extend(self.package.features.keys().map(String::as_str));
        for client in &api.clients {
            known.insert(client.module.plain());
            known.extend(client.areas.iter().filter(|area| area.is_visible()).map(|area| area.feature.as_str()));
        }
        let package = Pointer::root().child("package");
        let listed = |pointer: Pointer, names: &[String]| -> Vec<(Pointer, String)> {
            names.iter().enumerate().map(|(index, name)| (pointer.index(index), name.clone())).collect()
        };
        let mut entries = listed(package.child("default"), self.package.default.as_deref().unwrap_or_default());
        for (example, names) in &self.package.examples {
            entries.extend(listed(package.child("examples").child(example), names));
        }
        for (module, settings) in &self.package.modules {
            let pointer = package.child("modules").child(module).child("feature");
            entries.extend(settings.feature.iter().map(|name| (pointer.clone(), name.clone())));
        }
        for (pointer, name) in entries.iter().filter(|(_, name)| !known.contains(name.as_str())) {
            let message = format!("the crate has no feature `{name}`");
            let meant = diagnostics.nearest(name, known.iter().copied());
            diagnostics.push(unmatched(Place::value(source, pointer), message, meant));
        }
    }

    /// Reports every rule of a failure that fits no operation.
    pub(crate) fn check_failures(&self, used: &[bool], diagnostics: &mut Diagnostics) {
        let Some(source) = &self.source else { return };
        let failures = Pointer::root().child("failures");
        let unused = used.iter().enumerate().filter(|(_, used)| !**used);
        diagnostics.extend(unused.map(|(index, _)| {
            let place = Place::value(source, &failures.index(index));
            Diagnostic::new(Rule::UnusedSetting, "the conditions of this failure fit no operation", place)
                .help("correct the names that it states, or remove the entry")
        }));
    }

    /// Reports every hand-written page of the book that the templates do not have.
    pub(crate) fn check_guides(&self, templates: &Templates, diagnostics: &mut Diagnostics) {
        let Some(source) = &self.source else { return };
        let folder = self.documentation.templates.as_deref().unwrap_or_default();
        let guides = Pointer::root().child("documentation").child("guides");
        for (index, guide) in self.documentation.guides.iter().enumerate() {
            if !templates.folder(folder).any(|(path, _)| path == guide) {
                let message = format!("the folder `{folder}` of the templates has no page `{guide}`");
                let meant = diagnostics.nearest(guide, templates.folder(folder).map(|(path, _)| path));
                diagnostics.push(unmatched(Place::key(source, &guides.index(index)), message, meant));
            }
        }
    }
}

/// What an entry of the settings file speaks of.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub(crate) enum Entry {
    /// A property, by schema and name.
    Property,
    /// A parameter, by operation id and name.
    Parameter,
    /// A number that is a fraction.
    Fraction,
    /// Operations that only read, by the first word of their methods.
    ReadPrefix,
    /// An operation that only reads.
    Read,
    /// An operation that does not only read.
    NoRead,
}

impl Entry {
    fn missing(self) -> &'static str {
        match self {
            Self::Property => "no schema has a property",
            Self::Parameter => "no operation of this client has a parameter",
            Self::Fraction => "no schema or operation has a number",
            Self::ReadPrefix => "no operation that could change something has a method whose name begins with",
            Self::Read => "no operation that is not repeatable already has the id",
            Self::NoRead => "no operation that would be repeatable has the id",
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

fn unmatched(at: Place, message: String, meant: Option<&str>) -> Diagnostic {
    let usual = || "correct the name, or remove the entry".to_owned();
    Diagnostic::new(Rule::UnusedSetting, message, at)
        .help(meant.map_or_else(usual, |meant| format!("did you mean `{meant}`?")))
}
