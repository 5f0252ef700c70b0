//! Changes of crates that no description leads to.

use std::collections::BTreeSet;

/// The rules that are met here.
pub(crate) fn met() -> BTreeSet<&'static str> {
    BTreeSet::new()
}
