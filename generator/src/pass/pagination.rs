//! Operations that answer one page of a list, and the methods that go through all pages.

mod answer;
mod names;
mod request;

use answer::Answer;
use names::Names;
use request::Asked;

use crate::diagnostic::Diagnostics;
use crate::model::{
    Api, Elements, Ident, MediaKind, Member, Object, Operation, Pagination, Step, Streams, TypeKind, TypeRef,
    TypeTable, Visibility,
};
use crate::settings::{PagingSettings, Settings};
use crate::spec::Document;

/// Finds what asks for a page and what tells of the rest, by the names that the settings give, and names the methods.
pub(super) fn find(api: &mut Api, documents: &[Document], settings: &Settings, diagnostics: &mut Diagnostics) {
    let payload = api.envelope.as_ref().map(|envelope| envelope.payload.as_str());
    for client in &mut api.clients {
        let mut names = Names::of(client, settings);
        let operations = client.areas.iter_mut().flat_map(|area| &mut area.operations);
        for operation in operations.filter(|operation| operation.visibility == Visibility::Public) {
            let mut name = |word: &str| names.claim(operation, word, documents, diagnostics);
            operation.pagination = paged(&api.types, operation, &settings.paging, payload, &mut name);
        }
    }
}

fn paged(
    types: &TypeTable,
    operation: &Operation,
    paging: &PagingSettings,
    payload: Option<&str>,
    name: &mut dyn FnMut(&str) -> Ident,
) -> Option<Pagination> {
    let answer = answer::find(types, operation, paging, payload);
    let numbered = request::numbered(types, operation, paging).map(|asked| (asked, Step::Number));
    let (asked, step) = numbered.or_else(|| {
        let cursor = answer.as_ref()?.cursor.clone()?;
        Some((request::by_cursor(types, operation, paging)?, Step::Cursor(cursor)))
    })?;
    let Asked { part, mark, limit } = asked;
    let streams = answer.filter(|_| can_be_sent_again(operation)).map(|answer| streams(answer, name));
    Some(Pagination { step, part, mark, limit, streams })
}

fn streams(answer: Answer, name: &mut dyn FnMut(&str) -> Ident) -> Streams {
    Streams {
        pages: name("pages"),
        content: answer.content,
        total: answer.total,
        elements: answer.list.map(|(list, item)| Elements { name: name("all"), list, item }),
    }
}

/// A body that the method takes as a value can be kept for the next page.
fn can_be_sent_again(operation: &Operation) -> bool {
    operation.body.as_ref().is_none_or(|body| matches!(body.content.kind, MediaKind::Json | MediaKind::Form))
}

/// What an alias stands for.
fn resolved<'a>(types: &'a TypeTable, ty: &'a TypeRef) -> &'a TypeRef {
    let mut ty = ty;
    // Aliases were freed of cycles before, so following them ends.
    while let TypeRef::Named(id) | TypeRef::Boxed(id) = ty
        && let TypeKind::Alias(target) = &types.get(*id).kind
    {
        ty = target;
    }
    ty
}

fn object<'a>(types: &'a TypeTable, ty: &'a TypeRef) -> Option<&'a Object> {
    match resolved(types, ty) {
        TypeRef::Named(id) | TypeRef::Boxed(id) => match &types.get(*id).kind {
            TypeKind::Object(object) => Some(object),
            _ => None,
        },
        _ => None,
    }
}

/// The property of an object that has the first of these names.
fn member<'a>(object: &'a Object, names: &[String]) -> Option<(Member, &'a TypeRef)> {
    let field = names.iter().find_map(|name| object.fields.iter().find(|field| field.wire_name == *name))?;
    let member = Member { wire_name: field.wire_name.clone(), name: field.name.clone(), presence: field.presence };
    Some((member, &field.ty))
}
