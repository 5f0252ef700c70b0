//! Operations that answer one page of a list, by the names that the settings give.

use crate::model::{Api, Object, Operation, Pagination, TypeKind, TypeRef, TypeTable};
use crate::settings::{PagingSettings, Settings};

/// Finds the page and limit parameters of every operation that has both, in its query or in its body.
pub(super) fn find(api: &mut Api, settings: &Settings) {
    let paging = &settings.paging;
    let operations = api.clients.iter_mut().flat_map(|client| &mut client.areas).flat_map(|area| &mut area.operations);
    for operation in operations {
        operation.pagination = in_query(operation, paging).or_else(|| in_body(&api.types, operation, paging));
    }
}

fn in_query(operation: &Operation, paging: &PagingSettings) -> Option<Pagination> {
    let names: Vec<&str> = operation
        .parameters
        .iter()
        .flat_map(|set| &set.parameters)
        .map(|parameter| parameter.wire_name.as_str())
        .collect();
    pair(&names, paging, None)
}

fn in_body(types: &TypeTable, operation: &Operation, paging: &PagingSettings) -> Option<Pagination> {
    let body = object(types, &operation.body.as_ref()?.content.ty)?;
    paging.body.iter().find_map(|path| {
        let path: Vec<String> = path.split('.').filter(|part| !part.is_empty()).map(str::to_owned).collect();
        let inner = path.iter().try_fold(body, |object_so_far, name| {
            let field = object_so_far.fields.iter().find(|field| field.wire_name == *name)?;
            object(types, &field.ty)
        })?;
        let names: Vec<&str> = inner.fields.iter().map(|field| field.wire_name.as_str()).collect();
        pair(&names, paging, Some(path))
    })
}

fn pair(names: &[&str], paging: &PagingSettings, body_path: Option<Vec<String>>) -> Option<Pagination> {
    let known = |listed: &[String]| listed.iter().find(|name| names.contains(&name.as_str())).cloned();
    Some(Pagination { body_path, page: known(&paging.page)?, limit: known(&paging.limit)? })
}

fn object<'a>(types: &'a TypeTable, ty: &TypeRef) -> Option<&'a Object> {
    match &types.get(ty.named()?).kind {
        TypeKind::Object(object) => Some(object),
        TypeKind::Alias(target) => object(types, target),
        TypeKind::Enum(_) | TypeKind::Union(_) => None,
    }
}
