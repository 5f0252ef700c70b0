//! The front pages of clients and of areas.

use askama::Template;

use super::{Book, cell, relative, title};
use crate::emit::docs;
use crate::model::{Area, Client, Visibility};

/// `authentication/README.md`.
#[derive(Template)]
#[template(path = "book/client.md.j2")]
pub(super) struct ClientPage<'a> {
    name: &'a str,
    description: String,
    areas: Vec<Entry>,
}

/// `authentication/sign-in/README.md`.
#[derive(Template)]
#[template(path = "book/area.md.j2")]
pub(super) struct AreaPage<'a> {
    title: String,
    client: &'a str,
    description: String,
    feature: Option<&'a str>,
    operations: Vec<Entry>,
}

struct Entry {
    title: String,
    link: String,
    method: String,
    note: String,
}

impl<'a> ClientPage<'a> {
    pub(super) fn of(book: &Book<'a>) -> Self {
        let client = book.client;
        let own = format!("{}/README.md", folder(client));
        let areas = client.areas.iter().map(|area| Entry {
            title: cell::prose(&title(&area.wire_name)),
            link: relative(&own, &format!("{}/README.md", area.folder)),
            method: area.operations.len().to_string(),
            note: area.docs.description.as_deref().map(|text| cell::prose(&docs::markdown(text))).unwrap_or_default(),
        });
        Self {
            name: client.name.plain(),
            description: client.docs.description.as_deref().map(docs::markdown).unwrap_or_default(),
            areas: areas.collect(),
        }
    }
}

impl<'a> AreaPage<'a> {
    pub(super) fn of(book: &Book<'a>, area: &'a Area) -> Self {
        let own = format!("{}/README.md", area.folder);
        let operations = area.operations.iter().map(|operation| {
            let is_public = operation.visibility == Visibility::Public;
            let text = operation.docs.description.as_deref().unwrap_or_default();
            let first = text.split_once("\n\n").map_or(text, |(first, _)| first);
            let deprecated = if operation.deprecation.is_some() { "Deprecated. " } else { "" };
            Entry {
                title: cell::prose(&title(operation.title())),
                link: relative(&own, &operation.page.path),
                method: if is_public { format!("`{}`", operation.name.plain()) } else { "-".to_owned() },
                note: format!("{deprecated}{}", cell::prose(&book.prose(first, &own))),
            }
        });
        let is_visible = super::super::area::is_visible(area);
        Self {
            title: title(&area.wire_name),
            client: book.client.name.plain(),
            description: area.docs.description.as_deref().map(docs::markdown).unwrap_or_default(),
            feature: is_visible.then_some(area.feature.as_str()),
            operations: operations.collect(),
        }
    }
}

/// The folder of a client's pages.
pub(super) fn folder(client: &Client) -> &str {
    let folder = client.areas.first().and_then(|area| area.folder.split('/').next());
    folder.unwrap_or_else(|| client.module.plain())
}
