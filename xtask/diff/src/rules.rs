//! Every rule, by concern.

use crate::rule::Rule;

/// Every rule, those of the API first.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    std::iter::empty()
}

/// The rule with an id.
pub fn find(id: &str) -> Option<&'static Rule> {
    all().find(|rule| rule.id == id)
}
