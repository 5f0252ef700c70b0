//! Findings by area.

use std::collections::BTreeMap;

use crate::finding::Finding;

/// The heading of what belongs to no area, or to many.
pub(super) const EVERYWHERE: &str = "Everywhere";

/// Findings by client and area, sorted; what belongs to several areas stands apart, before the rest.
pub(super) fn by_area<'a>(findings: impl Iterator<Item = &'a Finding>) -> Vec<(String, Vec<&'a Finding>)> {
    let mut everywhere = Vec::new();
    let mut areas: BTreeMap<String, Vec<&Finding>> = BTreeMap::new();
    for finding in findings {
        match (finding.clients.as_slice(), finding.areas.as_slice()) {
            ([client], [area]) => areas.entry(format!("{client}: {area}")).or_default().push(finding),
            _ => everywhere.push(finding),
        }
    }
    let first = (!everywhere.is_empty()).then(|| (EVERYWHERE.to_owned(), everywhere));
    first.into_iter().chain(areas).collect()
}
