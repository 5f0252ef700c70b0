//! One file for each area: the client's methods, and the parameters they take.

use std::collections::BTreeSet;

use super::{deprecated, docs, method, params, rust, stream, table, ty};
use crate::model::{Api, Area, Client, MediaKind, Operation, Success, TypeRef, TypeTable, Visibility};
use crate::parallel;

/// The files of every client's areas, as path, source and text.
pub(super) fn render(api: &Api) -> Vec<(String, String, String)> {
    let areas: Vec<(&Client, &Area)> = api
        .clients
        .iter()
        .flat_map(|client| client.areas.iter().map(move |area| (client, area)))
        .filter(|(_, area)| is_visible(area))
        .collect();
    parallel::map(&areas, |(client, area)| {
        let path = format!("src/{}/{}.rs", client.module.plain(), area.module.plain());
        (path, area.source.clone(), file(&api.types, client, area))
    })
}

/// Whether an area has a method at all.
pub(super) fn is_visible(area: &Area) -> bool {
    area.is_visible()
}

fn file(types: &TypeTable, client: &Client, area: &Area) -> String {
    let operations: Vec<&Operation> =
        area.operations.iter().filter(|operation| operation.visibility == Visibility::Public).collect();
    let mut text = heading(area) + deprecated::in_area(&operations);
    text.push_str(&imports(client, &operations));
    let methods = operations
        .iter()
        .flat_map(|operation| std::iter::once(method::item(types, operation)).chain(stream::items(types, operation)));
    text.push('\n');
    text.push_str(&docs::comment("", &[needs(area)]));
    text.push_str(&rust::block(&format!("impl {} {{", client.name), methods));
    for operation in operations {
        let Some(set) = &operation.parameters else { continue };
        text.push('\n');
        text.push_str(&params::items(types, client, operation, set));
        text.push('\n');
        text.push_str(&table::params(set));
    }
    text
}

fn heading(area: &Area) -> String {
    let title = format!("{}.", docs::line(&area.wire_name));
    let text = area.docs.description.as_deref().map(docs::markdown).unwrap_or_default();
    docs::module_lines(&[title, text])
}

/// The sentence over an area's methods. The area's module is private, so rustdoc has no other place for it.
pub(super) fn needs(area: &Area) -> String {
    format!("{}: needs the feature `{}`.", docs::line(&area.wire_name), area.feature)
}

fn imports(client: &Client, operations: &[&Operation]) -> String {
    let mut uses = ty::imports([]);
    let mut named = false;
    for ty in operations.iter().flat_map(|operation| uses_of(operation)) {
        uses.add(ty);
        named |= ty.named().is_some();
    }
    let has_params = operations.iter().any(|operation| operation.parameters.is_some());
    let mut own = BTreeSet::from(["use crate::call::Call;\n".to_owned()]);
    if named {
        own.insert("use crate::models;\n".to_owned());
    }
    if has_params {
        own.insert("use crate::json;\n".to_owned());
    }
    own.extend(stream::import(operations));
    own.extend(uses.values());
    let client = format!("use super::{};\n", client.name);
    let own = client + &own.into_iter().collect::<String>();
    let groups = [uses.std(), uses.external(), Some(own.as_str())];
    groups.into_iter().flatten().map(|group| format!("\n{group}")).collect()
}

/// The types that an operation's method and parameters spell out.
fn uses_of(operation: &Operation) -> Vec<&TypeRef> {
    let set = operation.parameters.iter().flat_map(|set| &set.parameters);
    let parameters = operation.path_parameters.iter().chain(set).map(|parameter| &parameter.ty);
    let body = operation.body.iter().map(|body| &body.content);
    let body =
        body.filter(|content| matches!(content.kind, MediaKind::Json | MediaKind::Form)).map(|content| &content.ty);
    let answer = match &operation.responses.success {
        Success::Json { ty, .. } => Some(ty),
        _ => None,
    };
    let elements = stream::element(operation).map(|item| &item.ty);
    parameters.chain(body).chain(answer).chain(elements).collect()
}

/// The names of the parameter structs that an area's file holds.
pub(super) fn exported(area: &Area) -> impl Iterator<Item = &str> {
    area.operations
        .iter()
        .filter(|operation| operation.visibility == Visibility::Public)
        .filter_map(|operation| operation.parameters.as_ref())
        .map(|set| set.name.as_str())
}
