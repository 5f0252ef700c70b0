//! Which types a type or an operation leads to.

use std::collections::BTreeSet;

use crate::model::{MediaKind, Operation, Success, TypeId, TypeKind, TypeRef, TypeTable};

/// Adds to `found` every type that `start` leads to.
pub(crate) fn close(types: &TypeTable, start: impl IntoIterator<Item = TypeId>, found: &mut BTreeSet<TypeId>) {
    let mut open: Vec<TypeId> = start.into_iter().collect();
    while let Some(id) = open.pop() {
        if found.insert(id) {
            open.extend(parts(&types.get(id).kind));
        }
    }
}

/// The types that a type names itself.
pub(super) fn parts(kind: &TypeKind) -> Vec<TypeId> {
    match kind {
        TypeKind::Object(object) => {
            let rest = object.rest.values.iter().map(|item| &item.ty);
            object.fields.iter().map(|field| &field.ty).chain(rest).filter_map(TypeRef::named).collect()
        }
        TypeKind::Union(union) => union.variants.iter().filter_map(|variant| variant.ty.named()).collect(),
        TypeKind::Alias(ty) => ty.named().into_iter().collect(),
        TypeKind::Enum(list) => list.same_as.into_iter().collect(),
    }
}

/// The types that an operation's method takes and answers: fewer than the description names, since a method takes finished
/// bytes where it cannot build a body, and answers one type where several responses are described.
pub(super) fn called(operation: &Operation) -> Vec<TypeId> {
    let set = operation.parameters.iter().flat_map(|set| &set.parameters);
    let parameters = operation.path_parameters.iter().chain(set).map(|parameter| &parameter.ty);
    let content = operation.body.iter().map(|body| &body.content);
    let typed = content.filter(|content| matches!(content.kind, MediaKind::Json | MediaKind::Form));
    let answer = match &operation.responses.success {
        Success::Json { ty, .. } => Some(ty),
        _ => None,
    };
    parameters.chain(typed.map(|content| &content.ty)).chain(answer).filter_map(TypeRef::named).collect()
}

/// The types that an operation's request names.
pub(crate) fn requested(operation: &Operation) -> Vec<TypeId> {
    let set = operation.parameters.iter().flat_map(|set| &set.parameters);
    let parameters = operation.path_parameters.iter().chain(set).map(|parameter| &parameter.ty);
    let contents = operation.body.iter().flat_map(|body| std::iter::once(&body.content).chain(&body.alternatives));
    parameters.chain(contents.map(|content| &content.ty)).filter_map(TypeRef::named).collect()
}

/// The types that an operation's answers name.
pub(crate) fn answered(operation: &Operation) -> Vec<TypeId> {
    let documented = operation.responses.all.iter().flat_map(|response| {
        response.contents.iter().map(|content| &content.ty).chain(response.headers.iter().map(|header| &header.ty))
    });
    let returned = match &operation.responses.success {
        Success::Json { ty, .. } => Some(ty),
        _ => None,
    };
    documented.chain(returned).filter_map(TypeRef::named).collect()
}
