//! The API: what the service promises, compared from model to model.

use generator::model::Api;

use crate::finding::Finding;

/// What changed in the API.
pub fn compare(old: &Api, new: &Api) -> Vec<Finding> {
    let _ = (old, new);
    Vec::new()
}
