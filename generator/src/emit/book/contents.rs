//! The book's manifest and its table of contents.

use askama::Template;

use crate::emit::pages::toml;
use crate::generate::Templates;
use crate::model::{Api, Operation};
use crate::settings::Settings;

use super::{changes, rules, title};

/// `book.toml`.
#[derive(Template)]
#[template(path = "book/book.toml.j2")]
pub(super) struct Manifest {
    title: String,
    description: String,
}

/// `src/SUMMARY.md`.
#[derive(Template)]
#[template(path = "book/SUMMARY.md.j2")]
pub(super) struct Contents<'a> {
    front: Option<Entry>,
    guides: Vec<Entry>,
    clients: Vec<ClientEntry<'a>>,
    changes: Option<Entry>,
    rules: Option<Entry>,
}

struct ClientEntry<'a> {
    name: &'a str,
    page: String,
    areas: Vec<AreaEntry>,
}

struct AreaEntry {
    entry: Entry,
    operations: Vec<Entry>,
}

struct Entry {
    title: String,
    page: String,
}

impl Manifest {
    pub(super) fn of(api: &Api, settings: &Settings) -> Self {
        let title = settings.documentation.title.as_deref().unwrap_or(&api.package.name);
        Self { title: toml(title), description: toml(&api.package.description) }
    }
}

impl<'a> Contents<'a> {
    pub(super) fn of(api: &'a Api, settings: &'a Settings, templates: &'a Templates) -> Self {
        let folder = settings.documentation.templates.as_deref().unwrap_or_default();
        let guide = |page: &String| {
            let (_, text) = templates.folder(folder).find(|(path, _)| path == page)?;
            let heading = text.lines().find_map(|line| line.strip_prefix("# ")).unwrap_or(page);
            Some(Entry { title: title(heading), page: page.clone() })
        };
        let clients = api.clients.iter().map(|client| ClientEntry {
            name: client.name.plain(),
            page: format!("{}/README.md", super::area::folder(client)),
            areas: client
                .areas
                .iter()
                .map(|area| AreaEntry {
                    entry: Entry { title: title(&area.wire_name), page: format!("{}/README.md", area.folder) },
                    operations: area.operations.iter().map(entry).collect(),
                })
                .collect(),
        });
        Self {
            front: guide(&"README.md".to_owned()),
            guides: settings.documentation.guides.iter().filter_map(guide).collect(),
            clients: clients.collect(),
            changes: (!api.releases.is_empty())
                .then(|| Entry { title: changes::TITLE.to_owned(), page: changes::PAGE.to_owned() }),
            rules: settings
                .documentation
                .rules
                .then(|| Entry { title: rules::TITLE.to_owned(), page: rules::PAGE.to_owned() }),
        }
    }
}

fn entry(operation: &Operation) -> Entry {
    Entry { title: title(operation.title()), page: operation.page.path.clone() }
}
