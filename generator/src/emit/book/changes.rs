//! The page of what changed: which method came and went with which release.

use askama::Template;

use super::cell;
use crate::model::{Api, Moved};

/// Where the page stands in the book.
pub(super) const PAGE: &str = "changes.md";

/// Its title.
pub(super) const TITLE: &str = "What changed";

/// `changes.md`.
#[derive(Template)]
#[template(path = "book/changes.md.j2")]
pub(super) struct ChangesPage {
    title: &'static str,
    releases: Vec<Entry>,
}

struct Entry {
    version: String,
    api_version: String,
    /// How many methods the first release has: all of them are new, and need no list.
    first: Option<usize>,
    added: Vec<Row>,
    removed: Vec<Row>,
}

struct Row {
    title: String,
    method: String,
}

impl ChangesPage {
    pub(super) fn of(api: &Api) -> Self {
        let oldest = api.releases.len().saturating_sub(1);
        let releases = api.releases.iter().enumerate().map(|(index, release)| {
            let first = (index == oldest).then_some(release.added.len());
            Entry {
                version: super::title(&release.version),
                api_version: super::title(&release.api_version),
                first,
                added: release.added.iter().filter(|_| first.is_none()).map(Row::of).collect(),
                removed: release.removed.iter().map(Row::of).collect(),
            }
        });
        Self { title: TITLE, releases: releases.collect() }
    }
}

impl Row {
    fn of(moved: &Moved) -> Self {
        let title = match &moved.page {
            Some((title, page)) => format!("[{}]({page})", cell::prose(&super::title(title))),
            None => "no longer there".to_owned(),
        };
        Self { title, method: cell::code(&format!("{}::{}", moved.client, moved.method)) }
    }
}
