//! Which diagnostics are written out, when there are too many to read.

use std::collections::HashMap;

use indexmap::IndexMap;

use super::super::{Diagnostic, Severity};
use super::limit::Rooms;

/// The diagnostics to write out, and how many of each rule are left over.
pub(super) struct Selection<'a> {
    pub(super) shown: Vec<&'a Diagnostic>,
    pub(super) more: IndexMap<&'static str, usize>,
}

impl<'a> Selection<'a> {
    pub(super) fn of(sorted: Vec<&'a Diagnostic>, rooms: Rooms) -> Self {
        let errors = sorted.iter().filter(|diagnostic| diagnostic.severity == Severity::Error).count();
        let (mut for_errors, mut for_others) = (rooms.all, rooms.all.saturating_sub(errors));
        let mut seen: HashMap<&str, usize> = HashMap::new();
        let mut selection = Self { shown: Vec::new(), more: IndexMap::new() };
        for diagnostic in sorted {
            let is_error = diagnostic.severity == Severity::Error;
            let name = diagnostic.rule.name();
            let seen = seen.entry(name).or_default();
            let room = if is_error { &mut for_errors } else { &mut for_others };
            if *room > 0 && (is_error || *seen < rooms.of_each) {
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
