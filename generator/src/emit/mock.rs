//! The test kit's file for each area: the mock's methods, and a table of what they expect.

use std::collections::BTreeSet;

use super::rust::{self, BODY, INDENT};
use super::ty::{self, Path};
use super::{area, docs, method, table};
use crate::model::{Api, Area, Client, MediaKind, Operation, Presence, Success, TypeRef, TypeTable, Visibility};
use crate::parallel;

/// The files under `src/testing/operations`, as path, source and text.
pub(super) fn render(api: &Api) -> Vec<(String, String, String)> {
    let areas = api.clients.iter().flat_map(|client| client.areas.iter().map(move |area| (client, area)));
    let areas: Vec<(&Client, &Area)> = areas.filter(|(_, area)| area::is_visible(area)).collect();
    parallel::map(&areas, |(client, area)| {
        let path = format!("src/testing/operations/{}/{}.rs", client.module.plain(), area.module.plain());
        (path, area.source.clone(), file(&api.types, client, area))
    })
}

fn file(types: &TypeTable, client: &Client, area: &Area) -> String {
    let operations: Vec<&Operation> =
        area.operations.iter().filter(|operation| operation.visibility == Visibility::Public).collect();
    let mut text = docs::module_lines(&[format!("{}.", docs::line(&area.wire_name))]);
    text.push_str(&imports(client, area, &operations));
    let methods = operations.iter().enumerate().map(|(index, operation)| item(types, client, operation, index));
    text.push('\n');
    text.push_str(&docs::comment("", &[area::needs(area)]));
    text.push_str(&rust::block("impl Mock {", methods));
    text.push('\n');
    text.push_str(&table::operations(client, &operations));
    text
}

/// The mock's method for an operation.
///
/// ```text
/// /// Expects [`AuthenticationClient::delete_account`](crate::AuthenticationClient::delete_account):
/// /// `POST /api/v3/delete-account`.
/// #[inline]
/// pub fn delete_account(&self) -> Expectation<(), models::DeleteAccounDto, models::IsSuccessRespDto> {
///     self.expect(&OPERATIONS[2])
/// }
/// ```
fn item(types: &TypeTable, client: &Client, operation: &Operation, index: usize) -> String {
    let method = operation.name.plain();
    let request = docs::code(&format!("{} {}", operation.method.as_str(), operation.path.text));
    let said = format!("Expects [`{0}::{method}`](crate::{0}::{method}): {request}.", client.name);
    let renamed = (operation.mock != operation.name).then(|| {
        format!("Its name begins with the client's module, because `{method}` is also the name of something else here.")
    });
    let docs = docs::comment(INDENT, &[said, renamed.unwrap_or_default()]);
    let (params, body) = (params(operation), body(types, operation));
    let answer = method::value(types, &operation.responses.success);
    let answer = rust::parts(INDENT, ") -> Expectation<", &[params, body, answer], "> {");
    let head = rust::parts(INDENT, &format!("pub fn {}(", operation.mock), &["&self".to_owned()], answer.trim());
    format!("{docs}    #[inline]\n{head}{BODY}self.expect(&OPERATIONS[{index}])\n    }}\n")
}

fn params(operation: &Operation) -> String {
    match &operation.parameters {
        Some(set) => format!("Option<{}>", set.name),
        None => "()".to_owned(),
    }
}

/// What the body of a captured request is.
fn body(types: &TypeTable, operation: &Operation) -> String {
    let Some(body) = &operation.body else { return "()".to_owned() };
    match body.content.kind {
        MediaKind::Json | MediaKind::Form => {
            let ty = ty::plain(types, &body.content.ty, Path::Models);
            if body.presence == Presence::Optional { format!("Option<{ty}>") } else { ty }
        }
        MediaKind::Text => "String".to_owned(),
        MediaKind::Bytes | MediaKind::Multipart => "Vec<u8>".to_owned(),
    }
}

fn imports(client: &Client, area: &Area, operations: &[&Operation]) -> String {
    let mut uses = ty::imports([]);
    let mut own = BTreeSet::from(["use crate::testing::{Expectation, Mock, Operation};\n".to_owned()]);
    for ty in operations.iter().flat_map(|operation| spelled(operation)) {
        uses.add(ty);
        if ty.named().is_some() {
            own.insert("use crate::models;\n".to_owned());
        }
    }
    let names: Vec<&str> = area::exported(area).collect();
    own.insert(rust::import(&format!("crate::{}", client.module), &names));
    own.extend(uses.values());
    let own: String = own.into_iter().collect();
    let groups = [uses.std(), uses.external(), Some(own.as_str())];
    groups.into_iter().flatten().map(|group| format!("\n{group}")).collect()
}

/// The types that the method of an operation spells out.
fn spelled(operation: &Operation) -> impl Iterator<Item = &TypeRef> {
    let body = operation.body.iter().map(|body| &body.content);
    let body = body.filter(|content| matches!(content.kind, MediaKind::Json | MediaKind::Form));
    let answer = match &operation.responses.success {
        Success::Json { ty, .. } => Some(ty),
        _ => None,
    };
    body.map(|content| &content.ty).chain(answer)
}
