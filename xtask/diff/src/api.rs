//! The API: what the service promises, compared from model to model.
//!
//! Lives here: a file for each concern. Types are compared in pairs, each pair once, however many operations lead to it.

mod bodies;
mod comparison;
mod enums;
mod limits;
mod objects;
mod operations;
mod pairs;
mod parameters;
mod relation;
mod responses;
mod schemas;
mod security;
mod spot;
mod unions;
mod values;
mod wording;

use generator::model::Api;

use crate::finding::Finding;
use comparison::Comparison;

/// What changed in the API.
pub fn compare(old: &Api, new: &Api) -> Vec<Finding> {
    let mut comparison = Comparison::new(old, new);
    operations::compare(&mut comparison);
    schemas::compare(&mut comparison);
    security::compare_schemes(&mut comparison);
    comparison.findings
}
