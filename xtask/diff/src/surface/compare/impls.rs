//! Traits that types implement.

use std::collections::BTreeSet;

use super::Comparison;
use crate::rules::crate_items as rules;
use crate::surface::item::Item;

/// Compares the traits of a type.
pub(super) fn compare(comparison: &mut Comparison<'_>, path: &str, old: &Item, new: &Item) {
    let before: BTreeSet<String> = old.impls.iter().map(|name| comparison.renames.applied(name)).collect();
    for name in before.difference(&new.impls) {
        let message = format!("`{path}` implements `{name}` no more");
        comparison.tell(&rules::IMPL_REMOVED, path, message, [Some(name.clone()), None]);
    }
    for name in new.impls.difference(&before) {
        let message = format!("`{path}` implements `{name}`");
        comparison.tell(&rules::IMPL_ADDED, path, message, [None, Some(name.clone())]);
    }
}
