//! The methods beside an operation that go through the pages of its list.

use super::rust::{self, BODY, INDENT};
use super::ty::{self, Path};
use super::{deprecated, docs, method};
use crate::model::{
    Elements, Ident, Item, Operation, Pagination, Presence, RequestPart, Step, Streams, Success, TypeRef, TypeTable,
};

/// The methods for pages and elements, as far as an operation has them.
///
/// ```text
/// /// Every page of [`list_groups`](Self::list_groups), one request each.
/// #[inline]
/// pub fn list_groups_pages(&self, params: ListGroupsParams) -> Pages<models::GroupPaginatedRespDto> {
///     let client = self.clone();
///     let layout = Layout::content(&["data", "list"]).total(&["data", "totalCount"]);
///     Pages::new(layout, params, |params| &mut params.page, move |params| client.list_groups().params(params.clone()))
/// }
/// ```
pub(super) fn items(types: &TypeTable, operation: &Operation) -> Vec<String> {
    let Some(pagination) = &operation.pagination else { return Vec::new() };
    let Some(streams) = &pagination.streams else { return Vec::new() };
    let pages = pages(types, operation, pagination, streams);
    let elements = streams.elements.as_ref().map(|elements| self::elements(types, operation, streams, elements));
    std::iter::once(pages).chain(elements).collect()
}

/// What is said of the pages where the operation itself is described.
pub(super) fn sentences(pagination: &Pagination) -> String {
    let names: Vec<&str> = pagination.mark.iter().map(|member| member.wire_name.as_str()).collect();
    let (mark, path) = names.split_last().map_or(("", Vec::new()), |(mark, path)| (*mark, path.to_vec()));
    let within = if path.is_empty() { String::new() } else { format!(" of `{}`", path.join(".")) };
    let said = match (&pagination.step, &pagination.limit) {
        (Step::Number, Some(limit)) => {
            format!("Answers one page of a list: `{mark}` counts from 1, `{limit}` is its size{within}.")
        }
        (Step::Number, None) => format!("Answers one page of a list: `{mark}`{within} counts from 1."),
        (Step::Cursor(cursor), _) => {
            let cursor = cursor.join(".");
            format!("Answers one page of a list: `{mark}`{within} is the `{cursor}` that came with the page before.")
        }
    };
    let Some(streams) = &pagination.streams else { return said };
    let elements = streams.elements.as_ref().map(|elements| format!(", {} through all elements", link(&elements.name)));
    format!("{said} {} goes through all pages{}.", link(&streams.pages), elements.unwrap_or_default())
}

/// The import that an area's methods need.
pub(super) fn import(operations: &[&Operation]) -> Option<String> {
    let has_pages = operations.iter().any(|operation| streams(operation).is_some());
    let has_elements = operations.iter().any(|operation| element(operation).is_some());
    let names: &[&str] = if has_elements { &["Items", "Layout", "Pages"] } else { &["Layout", "Pages"] };
    has_pages.then(|| rust::import("crate::paging", names))
}

/// What the elements of an operation's list are, where it has a method for them.
pub(super) fn element(operation: &Operation) -> Option<&Item> {
    streams(operation)?.elements.as_ref().map(|elements| &elements.item)
}

fn streams(operation: &Operation) -> Option<&Streams> {
    operation.pagination.as_ref()?.streams.as_ref()
}

fn pages(types: &TypeTable, operation: &Operation, pagination: &Pagination, streams: &Streams) -> String {
    let said = format!("Every page of {}, one request each.", link(&operation.name));
    let page = method::value(types, &operation.responses.success);
    let mut text = head(types, operation, said, &streams.pages, &format!("Pages<{page}>"));
    text.push_str("        let client = self.clone();\n");
    for parameter in operation.path_parameters.iter().filter(|parameter| parameter.ty == TypeRef::String) {
        text.push_str(&format!("{BODY}let {0} = {0}.to_owned();\n", parameter.name));
    }
    text.push_str(&format!("{BODY}let layout = {};\n", layout(pagination, streams)));
    let input = match pagination.part {
        RequestPart::Parameters => "params",
        RequestPart::Body => "body",
    };
    let place = format!("|{input}| &mut {}", mark(operation, pagination, input));
    let next = format!("move |{input}| {}", call(operation));
    text.push_str(&rust::parts(BODY, "Pages::new(", &["layout".to_owned(), input.to_owned(), place, next], ")"));
    text + INDENT + "}\n"
}

fn elements(types: &TypeTable, operation: &Operation, streams: &Streams, elements: &Elements) -> String {
    let said = format!("Every element of {}, page after page.", link(&operation.name));
    let item = ty::element(types, &elements.item, Path::Models);
    let mut text = head(types, operation, said, &elements.name, &format!("Items<{item}>"));
    let path = operation.path_parameters.iter().map(|parameter| parameter.name.as_str());
    let params = operation.parameters.as_ref().map(|_| "params");
    let body = operation.body.as_ref().map(|_| "body");
    let given: Vec<&str> = path.chain(params).chain(body).collect();
    let list = list(operation, elements);
    text.push_str(&format!("{BODY}self.{}({}).elements({list})\n", streams.pages, given.join(", ")));
    text + INDENT + "}\n"
}

/// Everything over the body of a method: what is said of it, its arguments and what it answers.
fn head(types: &TypeTable, operation: &Operation, said: String, name: &Ident, answer: &str) -> String {
    let mut text = docs::comment(INDENT, &[said]);
    text.push_str(&deprecated::attribute(INDENT, operation.deprecation.as_ref()));
    text.push_str("    #[inline]\n");
    let arguments = arguments(types, operation);
    text + &rust::parts(INDENT, &format!("pub fn {name}("), &arguments, &format!(") -> {answer} {{"))
}

fn link(method: &Ident) -> String {
    format!("[`{0}`](Self::{0})", method.plain())
}

/// The arguments of the operation's own method, and its parameters even where none of them must be given.
fn arguments(types: &TypeTable, operation: &Operation) -> Vec<String> {
    let path = operation.path_parameters.iter().map(|parameter| method::path_argument(types, parameter).0);
    let params = operation.parameters.iter().map(|set| format!("params: {}", set.name));
    let body = operation.body.iter().flat_map(|body| method::body(types, body).0);
    std::iter::once("&self".to_owned()).chain(path).chain(params).chain(body).collect()
}

/// The operation's own method, called with arguments that are kept for the next page.
fn call(operation: &Operation) -> String {
    let path = operation.path_parameters.iter().map(|parameter| {
        let name = &parameter.name;
        match parameter.ty {
            TypeRef::String => format!("&{name}"),
            TypeRef::Bool | TypeRef::I32 | TypeRef::I64 | TypeRef::U64 | TypeRef::F64 => name.to_string(),
            _ => format!("{name}.clone()"),
        }
    });
    let (params, later) = match &operation.parameters {
        Some(set) if set.presence == Presence::Required => (Some("params.clone()"), ""),
        Some(_) => (None, ".params(params.clone())"),
        None => (None, ""),
    };
    let body = operation.body.as_ref().map(|_| "body.clone()");
    let arguments: Vec<String> = path.chain(params.into_iter().chain(body).map(str::to_owned)).collect();
    format!("client.{}({}){later}", operation.name, arguments.join(", "))
}

/// `Layout::content(&["data", "list"]).total(&["data", "totalCount"])`.
fn layout(pagination: &Pagination, streams: &Streams) -> String {
    let mut text = format!("Layout::content(&{:?})", streams.content);
    if !streams.total.is_empty() {
        text.push_str(&format!(".total(&{:?})", streams.total));
    }
    if let Step::Cursor(path) = &pagination.step {
        text.push_str(&format!(".cursor(&{path:?})"));
    }
    text
}

/// The place that names the page, made where it is not there: `body.options.get_or_insert_default().page`.
fn mark(operation: &Operation, pagination: &Pagination, input: &str) -> String {
    let open = |presence| if presence == Presence::Required { "" } else { ".get_or_insert_default()" };
    let root = match (pagination.part, &operation.body) {
        (RequestPart::Body, Some(body)) => open(body.presence),
        _ => "",
    };
    let mut text = format!("{input}{root}");
    let Some((last, path)) = pagination.mark.split_last() else { return text };
    for member in path {
        text.push_str(&format!(".{}{}", member.name, open(member.presence)));
    }
    format!("{text}.{}", last.name)
}

/// How the list is taken out of an answer: `|answer| Some(answer.data?.list)`.
fn list(operation: &Operation, elements: &Elements) -> String {
    let may_be_empty = matches!(operation.responses.success, Success::Json { may_be_empty: true, .. });
    let Some((last, path)) = elements.list.split_last() else {
        return if may_be_empty { "|answer| answer".to_owned() } else { "Some".to_owned() };
    };
    let mut list = if may_be_empty { "answer?".to_owned() } else { "answer".to_owned() };
    for member in path {
        let open = match member.presence {
            Presence::Required => "",
            Presence::Optional | Presence::Nullable => "?",
            Presence::OptionalNullable => ".into_value()?",
        };
        list.push_str(&format!(".{}{open}", member.name));
    }
    list.push_str(&format!(".{}", last.name));
    match last.presence {
        Presence::Required => format!("|answer| Some({list})"),
        Presence::Optional | Presence::Nullable => format!("|answer| {list}"),
        Presence::OptionalNullable => format!("|answer| {list}.into_value()"),
    }
}
