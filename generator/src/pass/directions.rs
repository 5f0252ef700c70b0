//! `readOnly` and `writeOnly`: required properties that travel one way only.

use std::collections::BTreeSet;

use super::reach;
use crate::model::{Access, Api, Operation, Presence, TypeId, TypeKind};

/// A required property is required only the way it travels (OpenAPI 3.0.4, section 4.7.24.1), so it becomes
/// optional in a type that travels the other way as well.
pub(super) fn relax(api: &mut Api) {
    let requests = reached(api, reach::requested);
    let answers = reached(api, reach::answered);
    let ids: Vec<TypeId> = api.types.iter().map(|(id, _)| id).collect();
    for id in ids {
        let TypeKind::Object(object) = &mut api.types.get_mut(id).kind else { continue };
        for field in &mut object.fields {
            let other_way = match field.access {
                Access::ReadOnly => &requests,
                Access::WriteOnly => &answers,
                Access::ReadWrite => continue,
            };
            if other_way.contains(&id) {
                field.presence = match field.presence {
                    Presence::Required => Presence::Optional,
                    Presence::Nullable => Presence::OptionalNullable,
                    other => other,
                };
            }
        }
        object
            .fields
            .sort_by(|a, b| (!a.presence.is_required(), &a.wire_name).cmp(&(!b.presence.is_required(), &b.wire_name)));
    }
}

fn reached(api: &Api, named: fn(&Operation) -> Vec<TypeId>) -> BTreeSet<TypeId> {
    let mut found = BTreeSet::new();
    let operations = api.clients.iter().flat_map(|client| &client.areas).flat_map(|area| &area.operations);
    reach::close(&api.types, operations.flat_map(named), &mut found);
    found
}
