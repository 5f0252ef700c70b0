//! Every rule, by concern.

pub(crate) mod bodies;
pub(crate) mod crate_features;
pub(crate) mod crate_items;
pub(crate) mod crate_parts;
pub(crate) mod limits;
pub(crate) mod operations;
pub(crate) mod parameters;
pub(crate) mod properties;
pub(crate) mod responses;
pub(crate) mod schemas;
pub(crate) mod security;

use crate::rule::Rule;

/// Every rule, those of the API first.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    [
        operations::ALL,
        parameters::ALL,
        bodies::ALL,
        responses::ALL,
        properties::ALL,
        schemas::ALL,
        limits::ALL,
        security::ALL,
        crate_items::ALL,
        crate_parts::ALL,
        crate_features::ALL,
    ]
    .into_iter()
    .flatten()
    .copied()
}

/// The rule with an id.
pub fn find(id: &str) -> Option<&'static Rule> {
    all().find(|rule| rule.id == id)
}
