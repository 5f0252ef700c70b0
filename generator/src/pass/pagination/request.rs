//! The part of a request that says which page is meant.

use super::{member, object, resolved};
use crate::model::{Member, Object, Operation, Presence, RequestPart, TypeRef, TypeTable};
use crate::settings::PagingSettings;

/// Where a request names a page.
pub(super) struct Asked {
    pub(super) part: RequestPart,
    pub(super) mark: Vec<Member>,
    pub(super) limit: Option<String>,
}

/// The number of a page, where the most elements of a page stand beside it.
pub(super) fn numbered(types: &TypeTable, operation: &Operation, paging: &PagingSettings) -> Option<Asked> {
    let places = || paging.body.iter().map(String::as_str);
    in_parameters(types, operation, &paging.page, &paging.limit)
        .into_iter()
        .chain(places().filter_map(|path| in_body(types, operation, path, &paging.page, &paging.limit)))
        .find(|asked| asked.limit.is_some())
}

/// What the last answer gave to ask for the next page. A body has it beside its other properties.
pub(super) fn by_cursor(types: &TypeTable, operation: &Operation, paging: &PagingSettings) -> Option<Asked> {
    in_parameters(types, operation, &paging.cursor, &paging.limit)
        .or_else(|| in_body(types, operation, "", &paging.cursor, &paging.limit))
}

fn in_parameters(types: &TypeTable, operation: &Operation, marks: &[String], limits: &[String]) -> Option<Asked> {
    let parameters = &operation.parameters.as_ref()?.parameters;
    let named = |names: &[String]| {
        names.iter().find_map(|name| parameters.iter().find(|parameter| parameter.wire_name == *name))
    };
    let mark = named(marks).filter(|parameter| can_mark(types, &parameter.ty))?;
    let limit = named(limits).map(|parameter| parameter.wire_name.clone());
    let member = Member { wire_name: mark.wire_name.clone(), name: mark.name.clone(), presence: mark.presence };
    Some(Asked { part: RequestPart::Parameters, mark: vec![member], limit })
}

/// Looks at the place in the body to which a path of property names leads, joined by dots.
fn in_body(types: &TypeTable, operation: &Operation, path: &str, marks: &[String], limits: &[String]) -> Option<Asked> {
    let body = operation.body.as_ref()?;
    let mut mark = Vec::new();
    let mut inner = object(types, &body.content.ty).filter(|object| can_be_opened(object, body.presence))?;
    for name in path.split('.').filter(|part| !part.is_empty()) {
        let (step, ty) = member(inner, &[name.to_owned()])?;
        inner = object(types, ty).filter(|object| can_be_opened(object, step.presence))?;
        mark.push(step);
    }
    let (last, _) = member(inner, marks).filter(|(_, ty)| can_mark(types, ty))?;
    mark.push(last);
    let limit = member(inner, limits).map(|(limit, _)| limit.wire_name);
    Some(Asked { part: RequestPart::Body, mark, limit })
}

/// Whether an object that is not there yet can be made: nothing in it must be given.
fn can_be_opened(object: &Object, presence: Presence) -> bool {
    match presence {
        Presence::Required => true,
        Presence::Optional | Presence::Nullable => object.fields.iter().all(|field| !field.presence.is_required()),
        Presence::OptionalNullable => false,
    }
}

/// Whether a number or a text can be put there.
fn can_mark(types: &TypeTable, ty: &TypeRef) -> bool {
    matches!(resolved(types, ty), TypeRef::I32 | TypeRef::I64 | TypeRef::U64 | TypeRef::F64 | TypeRef::String)
}
