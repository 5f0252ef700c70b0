//! Which Cargo features need which types: each area exactly those that its operations lead to.

use std::collections::{BTreeMap, BTreeSet};

use super::reach;
use crate::model::{Api, Operation, TypeId, Visibility};

/// Writes to every type the features that need it; a type that no operation leads to is always there.
pub(super) fn assign(api: &mut Api) {
    let mut needed: BTreeMap<TypeId, BTreeSet<String>> = BTreeMap::new();
    let is_public = |operation: &&Operation| operation.visibility == Visibility::Public;
    // An area without a method has no feature to switch it on.
    let areas = api
        .clients
        .iter()
        .flat_map(|client| &client.areas)
        .filter(|area| area.operations.iter().any(|operation| is_public(&operation)));
    for area in areas {
        let mut found = BTreeSet::new();
        let named = |operation: &Operation| [reach::requested(operation), reach::answered(operation)].concat();
        reach::close(&api.types, area.operations.iter().filter(is_public).flat_map(named), &mut found);
        // An inline type stands in its owner's file, so the file is needed as a whole.
        let owners: Vec<TypeId> = found.iter().filter_map(|&id| api.types.get(id).owner).collect();
        reach::close(&api.types, owners, &mut found);
        for id in found {
            needed.entry(id).or_default().insert(area.feature.clone());
        }
    }
    for (id, features) in needed {
        api.types.get_mut(id).features = features.into_iter().collect();
    }
}
