//! That something should no longer be used: `deprecated`, and beside it `x-deprecation` with `since` and `note`.

use indexmap::IndexMap;
use serde_json::Value;

use crate::model::Deprecation;

/// What a document says of an operation, a parameter or a property.
pub(super) fn of(deprecated: bool, extensions: &IndexMap<String, Value>) -> Option<Deprecation> {
    let said = |key: &str| {
        let text = extensions.get("x-deprecation")?.get(key)?.as_str()?.trim();
        (!text.is_empty()).then(|| text.to_owned())
    };
    deprecated.then(|| Deprecation { since: said("since"), note: said("note") })
}
