//! The methods beside an operation that go through the pages of its list.

use proc_macro2::TokenStream;
use quote::quote;

use super::ty::{self, Path, token};
use super::{docs, method, rust};
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
pub(super) fn items(types: &TypeTable, operation: &Operation) -> Vec<TokenStream> {
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

fn pages(types: &TypeTable, operation: &Operation, pagination: &Pagination, streams: &Streams) -> TokenStream {
    let head = head(operation, format!("Every page of {}, one request each.", link(&operation.name)));
    let name = token(&streams.pages);
    let arguments = arguments(types, operation);
    let page = method::value(types, &operation.responses.success);
    let kept = operation.path_parameters.iter().filter(|parameter| parameter.ty == TypeRef::String).map(|parameter| {
        let name = token(&parameter.name);
        quote!(let #name = #name.to_owned();)
    });
    let layout = layout(pagination, streams);
    let input = match pagination.part {
        RequestPart::Parameters => quote!(params),
        RequestPart::Body => quote!(body),
    };
    let mark = mark(operation, pagination, &input);
    let call = call(operation);
    quote! {
        #head
        #[inline]
        pub fn #name(&self, #(#arguments),*) -> Pages<#page> {
            let client = self.clone();
            #(#kept)*
            let layout = #layout;
            Pages::new(layout, #input, |#input| &mut #mark, move |#input| #call)
        }
    }
}

fn elements(types: &TypeTable, operation: &Operation, streams: &Streams, elements: &Elements) -> TokenStream {
    let head = head(operation, format!("Every element of {}, page after page.", link(&operation.name)));
    let (name, pages) = (token(&elements.name), token(&streams.pages));
    let arguments = arguments(types, operation);
    let path = operation.path_parameters.iter().map(|parameter| token(&parameter.name));
    let params = operation.parameters.as_ref().map(|_| quote!(params));
    let body = operation.body.as_ref().map(|_| quote!(body));
    let given = path.map(|name| quote!(#name)).chain(params).chain(body);
    let item = ty::element(types, &elements.item, Path::Models);
    let list = list(operation, elements);
    quote! {
        #head
        #[inline]
        pub fn #name(&self, #(#arguments),*) -> Items<#item> {
            self.#pages(#(#given),*).elements(#list)
        }
    }
}

fn head(operation: &Operation, said: String) -> TokenStream {
    let docs = docs::attributes(&[said]);
    let deprecated = operation.deprecated.then(|| {
        quote! {
            #[deprecated]
            #[allow(deprecated, reason = "it goes through the pages of an operation that is deprecated")]
        }
    });
    quote!(#docs #deprecated)
}

fn link(method: &Ident) -> String {
    format!("[`{0}`](Self::{0})", method.plain())
}

/// The arguments of the operation's own method, and its parameters even where none of them must be given.
fn arguments(types: &TypeTable, operation: &Operation) -> Vec<TokenStream> {
    let path = operation.path_parameters.iter().map(|parameter| method::path_argument(types, parameter).0);
    let params = operation.parameters.iter().map(|set| {
        let set = token(&set.name);
        quote!(params: #set)
    });
    let body = operation.body.iter().flat_map(|body| method::body(types, body).0);
    path.chain(params).chain(body).collect()
}

/// The operation's own method, called with arguments that are kept for the next page.
fn call(operation: &Operation) -> TokenStream {
    let name = token(&operation.name);
    let path = operation.path_parameters.iter().map(|parameter| {
        let name = token(&parameter.name);
        match parameter.ty {
            TypeRef::String => quote!(&#name),
            TypeRef::Bool | TypeRef::I32 | TypeRef::I64 | TypeRef::U64 | TypeRef::F64 => quote!(#name),
            _ => quote!(#name.clone()),
        }
    });
    let (params, later) = match &operation.parameters {
        Some(set) if set.presence == Presence::Required => (Some(quote!(params.clone())), None),
        Some(_) => (None, Some(quote!(.params(params.clone())))),
        None => (None, None),
    };
    let body = operation.body.as_ref().map(|_| quote!(body.clone()));
    let arguments = path.chain(params).chain(body);
    quote!(client.#name(#(#arguments),*)#later)
}

/// `Layout::content(&["data", "list"]).total(&["data", "totalCount"])`.
fn layout(pagination: &Pagination, streams: &Streams) -> TokenStream {
    let Streams { content, total, .. } = streams;
    let total = (!total.is_empty()).then(|| quote!(.total(&[#(#total),*])));
    let cursor = match &pagination.step {
        Step::Number => None,
        Step::Cursor(path) => Some(quote!(.cursor(&[#(#path),*]))),
    };
    quote!(Layout::content(&[#(#content),*])#total #cursor)
}

/// The place that names the page, made where it is not there: `body.options.get_or_insert_default().page`.
fn mark(operation: &Operation, pagination: &Pagination, input: &TokenStream) -> TokenStream {
    let open = |presence: Presence| (presence != Presence::Required).then(|| quote!(.get_or_insert_default()));
    let root = match (pagination.part, &operation.body) {
        (RequestPart::Body, Some(body)) => open(body.presence),
        _ => None,
    };
    let Some((last, path)) = pagination.mark.split_last() else { return quote!(#input #root) };
    let path = path.iter().map(|member| {
        let (name, open) = (token(&member.name), open(member.presence));
        quote!(.#name #open)
    });
    let last = token(&last.name);
    quote!(#input #root #(#path)* .#last)
}

/// How the list is taken out of an answer: `|answer| Some(answer.data?.list)`.
fn list(operation: &Operation, elements: &Elements) -> TokenStream {
    let may_be_empty = matches!(operation.responses.success, Success::Json { may_be_empty: true, .. });
    let Some((last, path)) = elements.list.split_last() else {
        return if may_be_empty { quote!(|answer| answer) } else { quote!(Some) };
    };
    let answer = may_be_empty.then(|| quote!(?));
    let path = path.iter().map(|member| {
        let name = token(&member.name);
        match member.presence {
            Presence::Required => quote!(.#name),
            Presence::Optional | Presence::Nullable => quote!(.#name?),
            Presence::OptionalNullable => quote!(.#name.into_value()?),
        }
    });
    let name = token(&last.name);
    let list = quote!(answer #answer #(#path)* .#name);
    match last.presence {
        Presence::Required => quote!(|answer| Some(#list)),
        Presence::Optional | Presence::Nullable => quote!(|answer| #list),
        Presence::OptionalNullable => quote!(|answer| #list.into_value()),
    }
}
