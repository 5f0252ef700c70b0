//! Which diagnostics are written out, when there are too many to read.

use std::collections::HashMap;

use indexmap::IndexMap;

use super::super::{Diagnostic, Severity};

/// The diagnostics to write out, and how many of each rule are left over.
pub(super) struct Selection<'a> {
    pub(super) shown: Vec<&'a Diagnostic>,
    pub(super) more: IndexMap<&'static str, usize>,
}

impl<'a> Selection<'a> {
    const SHOWN: usize = 50;
    /// Of a warning or a note, three show what it is about. Every error is to be mended, so none is folded away.
    const SHOWN_OF_EACH: usize = 3;

    pub(super) fn of(sorted: Vec<&'a Diagnostic>) -> Self {
        let errors = sorted.iter().filter(|diagnostic| diagnostic.severity == Severity::Error).count();
        let mut rooms = [Self::SHOWN, Self::SHOWN.saturating_sub(errors)];
        let mut seen: HashMap<&str, usize> = HashMap::new();
        let mut selection = Self { shown: Vec::new(), more: IndexMap::new() };
        for diagnostic in sorted {
            let [for_errors, for_others] = &mut rooms;
            let is_error = diagnostic.severity == Severity::Error;
            let name = diagnostic.rule.name();
            let seen = seen.entry(name).or_default();
            let room = if is_error { for_errors } else { for_others };
            if *room > 0 && (is_error || *seen < Self::SHOWN_OF_EACH) {
                *room -= 1;
                *seen += usize::from(!is_error);
                selection.shown.push(diagnostic);
            } else {
                *selection.more.entry(name).or_default() += 1;
            }
        }
        selection
    }
}
