//! Which Cargo features bring which types: each area exactly those that its operations lead to, `full` the rest.

use std::collections::{BTreeMap, BTreeSet};

use super::reach;
use crate::model::{Api, Area, FULL, TypeId, TypeTable, Visibility};

/// Writes to every type the features that bring it.
pub(super) fn assign(api: &mut Api) {
    let mut bringing: BTreeMap<TypeId, BTreeSet<String>> = BTreeMap::new();
    for area in api.clients.iter().flat_map(|client| &client.areas) {
        for id in needed(&api.types, area) {
            bringing.entry(id).or_default().insert(area.feature.clone());
        }
    }
    let ids: Vec<TypeId> = api.types.iter().map(|(id, _)| id).collect();
    for id in ids {
        let features = bringing.remove(&id).unwrap_or_else(|| BTreeSet::from([FULL.to_owned()]));
        api.types.get_mut(id).features = features.into_iter().collect();
    }
}

/// The types that the methods of an area lead to; an area of hidden operations alone has no feature to switch it on.
fn needed(types: &TypeTable, area: &Area) -> BTreeSet<TypeId> {
    let public = area.operations.iter().filter(|operation| operation.visibility == Visibility::Public);
    let mut found = BTreeSet::new();
    reach::close(types, public.flat_map(reach::called), &mut found);
    // An inline type stands in its owner's file, so the file is needed as a whole.
    let owners: Vec<TypeId> = found.iter().filter_map(|&id| types.get(id).owner).collect();
    reach::close(types, owners, &mut found);
    found
}
