//! Which answers are declared in the service's envelope and which without it.

use crate::model::{Api, Envelope, Shape, Success, TypeKind, TypeRef, TypeTable};

/// Marks every JSON answer that does not have the envelope's status property as bare.
pub(super) fn fold(api: &mut Api) {
    let Some(envelope) = &api.envelope else { return };
    let operations = api.clients.iter_mut().flat_map(|client| &mut client.areas).flat_map(|area| &mut area.operations);
    for operation in operations {
        if let Success::Json { ty, shape, .. } = &mut operation.responses.success
            && !is_enveloped(&api.types, ty, envelope)
        {
            *shape = Shape::Bare;
        }
    }
}

fn is_enveloped(types: &TypeTable, ty: &TypeRef, envelope: &Envelope) -> bool {
    let mut ty = ty;
    // Aliases were freed of cycles before, so following them ends.
    loop {
        let (TypeRef::Named(id) | TypeRef::Boxed(id)) = ty else { return false };
        match &types.get(*id).kind {
            TypeKind::Alias(target) => ty = target,
            TypeKind::Object(object) => return object.fields.iter().any(|field| field.wire_name == envelope.status),
            TypeKind::Enum(_) | TypeKind::Union(_) => return false,
        }
    }
}
