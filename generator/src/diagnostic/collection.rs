//! All diagnostics of one run.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::nearest::Effort;
use super::{Diagnostic, Rule, Severity};
use crate::source::{Pointer, Source};

/// Collects diagnostics; a run never stops at the first.
#[derive(Clone, Debug, Default)]
pub struct Diagnostics {
    all: Vec<Diagnostic>,
    /// What it has taken to find what was meant.
    pub(super) effort: Effort,
}

/// How many diagnostics there are of each severity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Nothing can be generated until these are mended.
    pub errors: usize,
    /// The crate comes out without something.
    pub warnings: usize,
    /// Worth knowing.
    pub notes: usize,
}

impl Diagnostics {
    /// Adds one.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.all.push(diagnostic);
    }

    /// All, in the order they were found.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.all.iter()
    }

    /// All, to add to them.
    pub(crate) fn iter_mut(&mut self) -> impl Iterator<Item = &mut Diagnostic> {
        self.all.iter_mut()
    }

    /// Leaves out those that are not to be kept.
    pub(crate) fn retain(&mut self, is_kept: impl FnMut(&mut Diagnostic) -> bool) {
        self.all.retain_mut(is_kept);
    }

    /// How often each rule was broken, by its code and name; an unsupported feature is counted by its own name.
    pub fn by_rule(&self) -> BTreeMap<(&'static str, &'static str), usize> {
        let mut counts = BTreeMap::new();
        for diagnostic in self.iter() {
            *counts.entry((diagnostic.rule.code(), diagnostic.rule.name())).or_default() += 1;
        }
        counts
    }

    /// Looks up the places of all, so that nobody has to wait for them later, and each text is looked over once.
    pub(crate) fn locate(&self) {
        let mut wanted: HashMap<*const Source, (&Source, Vec<&Pointer>)> = HashMap::new();
        for diagnostic in self.iter() {
            let related = diagnostic.related.iter().map(|(place, _)| place);
            for place in std::iter::once(&diagnostic.at).chain(related) {
                if let (Some(source), Some(pointer)) = (place.source(), place.pointer()) {
                    wanted.entry(Arc::as_ptr(source)).or_insert((source, Vec::new())).1.push(pointer);
                }
            }
        }
        for (source, pointers) in wanted.values() {
            source.look_up(pointers);
        }
    }

    /// Whether there is nothing to report.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// Whether anything stands in the way of generating.
    pub fn has_errors(&self) -> bool {
        self.counts().errors > 0
    }

    /// Makes errors of those that `is_denied`, and says how many were none before.
    pub fn deny(&mut self, is_denied: impl Fn(&Diagnostic) -> bool) -> usize {
        let mut denied = 0;
        for diagnostic in self.iter_mut().filter(|it| it.severity != Severity::Error && is_denied(it)) {
            diagnostic.severity = Severity::Error;
            denied += 1;
        }
        denied
    }

    /// How many there are of each severity.
    pub fn counts(&self) -> Counts {
        let count = |severity| self.iter().filter(|diagnostic| diagnostic.severity == severity).count();
        Counts { errors: count(Severity::Error), warnings: count(Severity::Warning), notes: count(Severity::Note) }
    }

    /// How often each unsupported feature was met.
    pub fn unsupported(&self) -> BTreeMap<&'static str, usize> {
        let mut counts = BTreeMap::new();
        for diagnostic in self.iter() {
            if let Rule::Unsupported(feature) = diagnostic.rule {
                *counts.entry(feature).or_default() += 1;
            }
        }
        counts
    }

    /// All, in the order of the documents and of the lines in them.
    pub fn sorted(&self) -> Vec<&Diagnostic> {
        self.locate();
        let mut documents: Vec<&str> = Vec::new();
        let mut keyed: Vec<_> = self
            .iter()
            .map(|diagnostic| {
                let name = diagnostic.at.name();
                let document = documents.iter().position(|known| *known == name).unwrap_or_else(|| {
                    documents.push(name);
                    documents.len() - 1
                });
                let start = diagnostic.at.range().map_or(0, |range| range.start);
                ((document, start, diagnostic.severity, diagnostic.rule), diagnostic)
            })
            .collect();
        // A stable sort: what has the same place stays in the order it was found.
        keyed.sort_by_key(|(key, _)| *key);
        keyed.into_iter().map(|(_, diagnostic)| diagnostic).collect()
    }
}

impl Extend<Diagnostic> for Diagnostics {
    fn extend<T: IntoIterator<Item = Diagnostic>>(&mut self, diagnostics: T) {
        self.all.extend(diagnostics);
    }
}

impl IntoIterator for Diagnostics {
    type Item = Diagnostic;
    type IntoIter = std::vec::IntoIter<Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.all.into_iter()
    }
}
