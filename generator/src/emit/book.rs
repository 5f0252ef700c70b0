//! The book about a crate: a page for each operation, and what holds them together.
//!
//! Pages are askama templates under `templates/book`; what stands in their tables is made here.

mod area;
mod cell;
mod changes;
mod contents;
mod curl;
mod operation;
mod rows;
mod rules;
mod structures;
mod wire_type;

use askama::Template;

use super::links::Links;
use super::sample::Samples;
use crate::generate::Templates;
use crate::model::{Api, Area, Client, Operation};
use crate::parallel;
use crate::settings::{SampleSettings, Settings};

/// The files of the book, as path, source and text.
pub(super) fn render(api: &Api, settings: &Settings, templates: &Templates) -> Vec<(String, String, String)> {
    let sources = api.package.sources.join(", ");
    let contents = contents::Contents::of(api, settings, templates);
    let mut files = vec![
        ("book.toml".to_owned(), sources.clone(), text(&contents::Manifest::of(api, settings))),
        ("src/SUMMARY.md".to_owned(), sources.clone(), text(&contents)),
    ];
    if settings.documentation.rules {
        files.push((format!("src/{}", rules::PAGE), sources, rules::page()));
    }
    if !api.releases.is_empty() {
        let history = settings.release.history.clone().unwrap_or_default();
        files.push((format!("src/{}", changes::PAGE), history, text(&changes::ChangesPage::of(api))));
    }
    let links = Links::of(api);
    let krate = settings.package.name.replace('-', "_");
    let plain = SampleSettings::default();
    for client in &api.clients {
        let own = settings.clients.iter().find(|it| it.name == client.name.plain());
        let samples = own.map_or(&plain, |settings| &settings.samples);
        let samples = Samples { types: &api.types, krate: &krate, client, settings: samples };
        let book = Book { api, links: &links, samples: &samples, client };
        let path = format!("src/{}/README.md", area::folder(client));
        files.push((path, client.sources.join(", "), text(&area::ClientPage::of(&book))));
        let pages = parallel::map(&client.areas.iter().collect::<Vec<_>>(), |area| pages(&book, area));
        files.extend(pages.into_iter().flatten());
    }
    files
}

/// The pages of an area and its operations.
fn pages(book: &Book<'_>, area: &Area) -> Vec<(String, String, String)> {
    let page = |path: &str, text: String| (format!("src/{path}"), area.source.clone(), text);
    let mut pages = vec![page(&format!("{}/README.md", area.folder), text(&area::AreaPage::of(book, area)))];
    for operation in &area.operations {
        pages.push(page(&operation.page.path, text(&operation::OperationPage::of(book, area, operation))));
    }
    pages
}

/// What every page of a client is made with.
struct Book<'a> {
    api: &'a Api,
    links: &'a Links<'a>,
    samples: &'a Samples<'a>,
    client: &'a Client,
}

impl Book<'_> {
    /// A text of the document as Markdown of a page, with links to the operations that it names.
    fn prose(&self, text: &str, page: &str) -> String {
        let safe = super::docs::markdown(text);
        self.links.apply(&safe, Some(self.client), |code, _, operation| Some(link(code, page, operation)))
    }
}

/// A title as it stands in headings and links: in one line, and without what Markdown or mdBook would make something of.
fn title(text: &str) -> String {
    super::docs::line(text).replace("\\{", "{").replace('{', "\\{")
}

fn link(code: &str, page: &str, operation: &Operation) -> String {
    format!("[`{code}`]({})", relative(page, &operation.page.path))
}

/// The way from one page to another.
fn relative(from: &str, to: &str) -> String {
    let up = "../".repeat(from.matches('/').count());
    format!("{up}{to}")
}

/// Rendering into memory fails only when a template's own code does, and ours have none.
fn text(template: &impl Template) -> String {
    let text = template.render().unwrap_or_else(|error| format!("{error}\n"));
    single_spaced(&text)
}

/// Conditions of a template leave empty lines behind, which mean nothing outside of code.
fn single_spaced(text: &str) -> String {
    let mut spaced = String::with_capacity(text.len());
    let mut blank = true;
    // How many backticks opened the block that the line stands in; as many close it.
    let mut fence: Option<usize> = None;
    for line in text.lines() {
        let ticks = line.len() - line.trim_start_matches('`').len();
        match fence {
            None if ticks >= 3 => fence = Some(ticks),
            Some(opened) if ticks >= opened && ticks == line.len() => fence = None,
            _ => {}
        }
        if fence.is_none() && line.is_empty() && blank {
            continue;
        }
        blank = line.is_empty();
        spaced.push_str(line);
        spaced.push('\n');
    }
    spaced
}
