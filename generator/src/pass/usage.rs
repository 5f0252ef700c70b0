//! Where types are met, for their documentation.

use crate::model::{Api, Success, TypeId, TypeKind, Visibility};

use super::reach;

/// Writes to every type which methods send or answer it and which types it is part of.
pub(super) fn collect(api: &mut Api) {
    let owners: Vec<TypeId> = api.types.iter().map(|(id, _)| id).collect();
    for owner in owners {
        let mut parts = reach::parts(&api.types.get(owner).kind);
        // What has an enum under one of its names has the enum; another name for it is no place of its own.
        if original(api, owner).is_some() {
            continue;
        }
        parts.extend(parts.clone().into_iter().filter_map(|part| original(api, part)));
        parts.sort_unstable();
        parts.dedup();
        for part in parts.into_iter().filter(|&part| part != owner) {
            api.types.get_mut(part).uses.part_of.push(owner);
        }
    }
    for client in &api.clients {
        let operations = client.areas.iter().flat_map(|area| &area.operations);
        for operation in operations.filter(|operation| operation.visibility == Visibility::Public) {
            let method = (client.name.clone(), operation.name.clone());
            if let Some(id) = operation.body.as_ref().and_then(|body| body.content.ty.named()) {
                api.types.get_mut(id).uses.sent_by.push(method.clone());
            }
            if let Success::Json { ty, .. } = &operation.responses.success
                && let Some(id) = ty.named()
            {
                api.types.get_mut(id).uses.answered_by.push(method);
            }
        }
    }
}

/// The enum of which a type is another name.
fn original(api: &Api, id: TypeId) -> Option<TypeId> {
    match &api.types.get(id).kind {
        TypeKind::Enum(list) => list.same_as,
        _ => None,
    }
}
