//! The page of one operation.

use std::collections::BTreeSet;

use askama::Template;

use super::super::json;
use super::rows::Row;
use super::structures::{self, Structure};
use super::{Book, cell, curl, relative, title, wire_type};
use crate::emit::docs;
use crate::model::{
    Area, Content, Deprecation, Location, MediaKind, Operation, Presence, Status, Success, TypeId, TypeKind, TypeRef,
    Visibility,
};

/// `authentication/profile-and-account/delete-account.md`.
#[derive(Template)]
#[template(path = "book/operation.md.j2")]
pub(super) struct OperationPage<'a> {
    title: String,
    version: String,
    source: String,
    since: Option<&'a str>,
    /// Why it should no longer be used, if so.
    deprecated: Option<String>,
    description: String,
    /// The method, where the crate has one.
    method: Option<String>,
    /// The Cargo feature that brings the method.
    feature: Option<&'a str>,
    /// The methods that go through the pages of its list.
    streams: Vec<String>,
    client: &'a str,
    wire_name: String,
    request: String,
    credentials: Vec<String>,
    terms: String,
    groups: Vec<Group>,
    samples: Vec<Sample>,
    answer: Answer,
    structures: Vec<Structure>,
    failures: Vec<FailureRow>,
    related: Vec<Link>,
}

/// A table of parameters that go to the same place.
struct Group {
    title: String,
    note: String,
    rows: Vec<Row>,
}

struct Sample {
    /// What opens and closes its block: more backticks than the code has.
    fence: String,
    label: String,
    language: String,
    source: String,
}

/// What the operation answers.
struct Answer {
    /// The name of its type, and the anchor where the page has it for the first time.
    ty: String,
    rows: Vec<Row>,
    example: Option<String>,
}

struct FailureRow {
    status: String,
    code: String,
    text: String,
}

struct Link {
    title: String,
    page: String,
}

impl<'a> OperationPage<'a> {
    pub(super) fn of(book: &Book<'a>, area: &'a Area, operation: &'a Operation) -> Self {
        let page = operation.page.path.as_str();
        let client = book.client;
        let is_public = operation.visibility == Visibility::Public;
        let streams = operation.pagination.as_ref().and_then(|it| it.streams.as_ref()).filter(|_| is_public);
        let streams = streams.into_iter().flat_map(|streams| {
            let elements = streams.elements.iter().map(|elements| &elements.name);
            elements.chain([&streams.pages]).map(|name| format!("{}::{}", client.name, name.plain()))
        });
        let mut seen = BTreeSet::new();
        let (groups, roots) = groups(book, operation, &mut seen);
        let (answer, answer_roots) = answer(book, operation, &mut seen);
        let structures = structures::of(book, &[roots, answer_roots].concat(), &mut seen, page);
        Self {
            title: title(operation.title()),
            version: title(&book.api.package.api_version),
            source: client.sources.first().map(|source| docs::code(source)).unwrap_or_default(),
            since: operation.since.as_deref(),
            deprecated: operation.deprecation.as_ref().map(|it| deprecated(book, it, page)),
            description: operation.docs.description.as_deref().map(|text| book.prose(text, page)).unwrap_or_default(),
            method: is_public.then(|| format!("{}::{}", client.name, operation.name.plain())),
            streams: streams.collect(),
            feature: is_public.then_some(area.feature.as_str()),
            client: client.name.plain(),
            wire_name: cell::code(&operation.wire_name),
            request: cell::code(&format!("{} {}", operation.method.as_str(), operation.path.text)),
            credentials: credentials(book, operation),
            terms: cell::prose(&docs::markdown(&operation.page.terms.join(", "))),
            groups,
            samples: samples(book, operation),
            answer,
            structures,
            failures: failures(book, operation),
            related: related(operation),
        }
    }
}

fn deprecated(book: &Book<'_>, deprecation: &Deprecation, page: &str) -> String {
    let since = deprecation.since.as_ref().map(|since| format!(" since {}", docs::line(since))).unwrap_or_default();
    let usual = || "It still works, and should not be used in new code.".to_owned();
    let note = deprecation.note.as_ref().map_or_else(usual, |note| format!("{}.", note.trim_end_matches('.')));
    format!("**Deprecated{since}.** {}", cell::prose(&book.prose(&note, page)))
}

fn credentials(book: &Book<'_>, operation: &Operation) -> Vec<String> {
    operation
        .security
        .first()
        .into_iter()
        .flatten()
        .map(|it| docs::code(&it.scheme))
        .filter(|_| !book.client.security.is_empty())
        .collect()
}

/// The tables of the request, and the types that they lead to.
fn groups(book: &Book<'_>, operation: &Operation, seen: &mut BTreeSet<TypeId>) -> (Vec<Group>, Vec<TypeId>) {
    let page = operation.page.path.as_str();
    let mut groups = Vec::new();
    let mut roots = Vec::new();
    let mut others: Vec<_> = operation.parameters.iter().flat_map(|set| &set.parameters).collect();
    others.sort_by_key(|parameter| parameter.position);
    for (location, title) in [
        (Location::Path, "In the path"),
        (Location::Query, "In the query"),
        (Location::Header, "In headers"),
        (Location::Cookie, "In cookies"),
    ] {
        let parameters = operation.path_parameters.iter().chain(others.iter().copied());
        let parameters: Vec<_> = parameters.filter(|parameter| parameter.location == location).collect();
        roots.extend(parameters.iter().filter_map(|parameter| parameter.ty.named()));
        let rows: Vec<Row> = parameters.iter().map(|parameter| Row::of_parameter(book, parameter, page)).collect();
        if !rows.is_empty() {
            groups.push(Group { title: title.to_owned(), note: String::new(), rows });
        }
    }
    if let Some(body) = &operation.body {
        let Content { media_type, kind, ty, .. } = &body.content;
        let optional = if body.presence == Presence::Optional { " It may be left out." } else { "" };
        let Table { name, anchor, rows, roots: found } = table(book, ty, seen, page);
        roots.extend(found);
        let anchor = anchor.map(|anchor| format!(" {{#{anchor}}}")).unwrap_or_default();
        let title = match kind {
            MediaKind::Json | MediaKind::Form | MediaKind::Multipart => format!("In the body: {name}{anchor}"),
            MediaKind::Text | MediaKind::Bytes => "In the body".to_owned(),
        };
        let note = match kind {
            MediaKind::Json => String::new(),
            _ => format!("Sent as {}.", docs::code(media_type)),
        };
        groups.push(Group { title, note: format!("{note}{optional}").trim().to_owned(), rows });
    }
    (groups, roots)
}

/// What a request or an answer is.
struct Table {
    /// Its type, as it stands in a text.
    name: String,
    /// The anchor of a type that the page describes here.
    anchor: Option<String>,
    rows: Vec<Row>,
    /// The types that the rows lead to.
    roots: Vec<TypeId>,
}

fn table(book: &Book<'_>, ty: &TypeRef, seen: &mut BTreeSet<TypeId>, page: &str) -> Table {
    let types = &book.api.types;
    let plain = |roots| Table { name: wire_type::name(types, ty), anchor: None, rows: Vec::new(), roots };
    let Some(id) = ty.named() else { return plain(Vec::new()) };
    match (&types.get(id).kind, ty) {
        (TypeKind::Object(object), TypeRef::Named(_) | TypeRef::Boxed(_)) if seen.insert(id) => {
            let name = types.get(id).name.plain();
            Table {
                name: docs::code(name),
                anchor: Some(name.to_owned()),
                rows: Row::of_object(book, object, page),
                roots: structures::parts(types, id),
            }
        }
        (TypeKind::Alias(target), TypeRef::Named(_) | TypeRef::Boxed(_)) => table(book, target, seen, page),
        _ => plain(vec![id]),
    }
}

fn answer(book: &Book<'_>, operation: &Operation, seen: &mut BTreeSet<TypeId>) -> (Answer, Vec<TypeId>) {
    let page = operation.page.path.as_str();
    let plain = |ty: &str| (Answer { ty: ty.to_owned(), rows: Vec::new(), example: None }, Vec::new());
    match &operation.responses.success {
        Success::Empty if is_redirect(operation) => plain("a redirect"),
        Success::Empty => plain("no content is described"),
        Success::Text => plain("text"),
        Success::Bytes => plain("bytes"),
        Success::Json { ty, .. } => {
            let Table { name, anchor, rows, roots } = table(book, ty, seen, page);
            let anchor = anchor.map(|anchor| format!("<span id=\"{anchor}\"></span>")).unwrap_or_default();
            let example = operation.page.example.answer.as_ref().map(json::pretty);
            (Answer { ty: format!("{anchor}{name}"), rows, example }, roots)
        }
    }
}

/// Whether all that is documented leads elsewhere.
fn is_redirect(operation: &Operation) -> bool {
    let is_elsewhere = |status: Status| matches!(status, Status::Code(300..=399) | Status::Class(3));
    operation.responses.all.iter().any(|response| is_elsewhere(response.status))
        && !operation.responses.all.iter().any(|response| response.status.is_success())
}

fn samples(book: &Book<'_>, operation: &Operation) -> Vec<Sample> {
    let sample = |label: &str, language: &str, source: String| Sample {
        fence: "`".repeat(docs::longest_run(&source).max(2) + 1),
        label: word(label),
        language: word(language),
        source: source.trim_end().chars().filter(|c| *c == '\n' || !docs::is_invisible(*c)).collect(),
    };
    let mut samples = Vec::new();
    if operation.visibility == Visibility::Public {
        samples.push(sample("Rust", "rust", book.samples.call(operation)));
        samples.extend(book.samples.elements(operation).map(|source| sample("Every page", "rust", source)));
    }
    samples.push(sample("cURL", "sh", curl::command(book.client, operation)));
    samples.extend(operation.page.samples.iter().map(|it| sample(&it.label, &it.language, it.source.clone())));
    samples
}

/// A text as one word of the line that opens a block.
fn word(text: &str) -> String {
    let words =
        text.split_whitespace().map(|word| word.chars().filter(|c| c.is_ascii_alphanumeric() || "#+.-,".contains(*c)));
    words.map(String::from_iter).collect::<Vec<String>>().join("-")
}

fn failures(book: &Book<'_>, operation: &Operation) -> Vec<FailureRow> {
    let failures = operation.page.failures.iter().map(|failure| FailureRow {
        status: number(failure.status),
        code: number(failure.code),
        text: cell::prose(&book.prose(&failure.text, &operation.page.path)),
    });
    failures.collect()
}

fn number(number: Option<i64>) -> String {
    number.map_or_else(|| "-".to_owned(), |number| number.to_string())
}

fn related(operation: &Operation) -> Vec<Link> {
    let links = operation.page.related.iter().filter(|related| !related.page.is_empty());
    links.map(|it| Link { title: title(&it.title), page: relative(&operation.page.path, &it.page) }).collect()
}
