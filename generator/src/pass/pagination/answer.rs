//! What an answer tells of a list: its elements, their number in all, and how to go on.

use super::{member, object, resolved};
use crate::model::{Item, Member, Object, Operation, Shape, Success, TypeRef, TypeTable};
use crate::settings::PagingSettings;

/// Where an answer keeps what it tells, as paths of wire names.
pub(super) struct Answer {
    /// What tells one page from another.
    pub(super) content: Vec<String>,
    /// Empty where no total is described.
    pub(super) total: Vec<String>,
    pub(super) cursor: Option<Vec<String>>,
    /// The fields that lead to the list, and an element of it.
    pub(super) list: Option<(Vec<Member>, Item)>,
}

/// Looks into the envelope's payload first, and then beside it. Answers that are not JSON tell nothing.
pub(super) fn find(
    types: &TypeTable,
    operation: &Operation,
    paging: &PagingSettings,
    payload: Option<&str>,
) -> Option<Answer> {
    let Success::Json { ty, shape, .. } = &operation.responses.success else { return None };
    let payload: Vec<String> = payload.map(str::to_owned).into_iter().collect();
    let places = places(types, ty, &payload);
    let list = list(types, ty, &payload, &places, &paging.list);
    let known = |names: &[String]| {
        places.iter().find_map(|(path, object)| Some(wire_path(&joined(path, member(object, names)?.0))))
    };
    Some(Answer {
        total: known(&paging.total).unwrap_or_default(),
        cursor: known(&paging.cursor),
        content: list.as_ref().map_or_else(|| whole(*shape, &payload), |(path, _)| wire_path(path)),
        list,
    })
}

/// Without a list, all that the envelope holds is looked at, as its other properties differ with each answer.
fn whole(shape: Shape, payload: &[String]) -> Vec<String> {
    match shape {
        Shape::Usual => payload.to_vec(),
        Shape::Bare => Vec::new(),
    }
}

/// The objects in which the parts of a list may stand, each with the fields that lead to it.
fn places<'a>(types: &'a TypeTable, ty: &'a TypeRef, payload: &[String]) -> Vec<(Vec<Member>, &'a Object)> {
    let Some(root) = object(types, ty) else { return Vec::new() };
    let inner = member(root, payload).and_then(|(step, ty)| Some((vec![step], object(types, ty)?)));
    inner.into_iter().chain([(Vec::new(), root)]).collect()
}

fn list(
    types: &TypeTable,
    ty: &TypeRef,
    payload: &[String],
    places: &[(Vec<Member>, &Object)],
    names: &[String],
) -> Option<(Vec<Member>, Item)> {
    if let Some(item) = element(types, ty) {
        return Some((Vec::new(), item));
    }
    let named = |names: &[String]| {
        places.iter().find_map(|(path, object)| {
            // An object may have a list under one of the names and something else under another.
            names.iter().find_map(|name| {
                let (step, ty) = member(object, std::slice::from_ref(name))?;
                Some((joined(path, step), element(types, ty)?))
            })
        })
    };
    // A payload that is a list needs no name.
    named(names).or_else(|| named(payload))
}

fn element(types: &TypeTable, ty: &TypeRef) -> Option<Item> {
    match resolved(types, ty) {
        TypeRef::List(item) => Some((**item).clone()),
        _ => None,
    }
}

fn joined(path: &[Member], last: Member) -> Vec<Member> {
    path.iter().cloned().chain([last]).collect()
}

fn wire_path(path: &[Member]) -> Vec<String> {
    path.iter().map(|step| step.wire_name.clone()).collect()
}
