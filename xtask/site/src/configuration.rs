//! What mdBook is told: the book's own settings where they are about the book, ours where they are about the site.

use std::path::Path;

use anyhow::{Context, Result};
use mdbook_driver::config::{Config, Search, SearchChapterSettings};

use crate::theme;

/// Who will read the pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// Anybody, from any server.
    Publishing,
    /// The author, from [`crate::Server`]: pages load themselves anew after a change.
    Writing,
}

/// The settings to build `book` with. Environment variables have no say, so a build depends on the book alone.
pub(crate) fn read(book: &Path, pages: &Path, purpose: Purpose) -> Result<Config> {
    let file = book.join("book.toml");
    let given = Config::from_disk(&file).with_context(|| format!("cannot read {}", file.display()))?;
    let mut html = given.html_config().unwrap_or_default();

    // Preprocessors and other renderers run commands, and mdBook's own preprocessor of `{{#include}}` reads any file.
    // Descriptions come from documents, so nothing in a page may do either: only what is copied here has an effect.
    let mut config = Config::default();
    config.book = given.book;
    config.book.src = book.canonicalize()?.join(&config.book.src);
    config.build.build_dir = pages.to_owned();
    config.build.create_missing = false;
    config.build.use_default_preprocessors = false;

    html.additional_css = vec![theme::STYLES.into()];
    html.additional_js = theme::scripts(purpose).map(Into::into).collect();
    html.theme = None;
    html.mathjax_support = false;
    // mdBook's own page for addresses that do not exist works at the root of a host only.
    html.input_404 = Some(html.input_404.unwrap_or_default());
    // A page that a browser kept still finds its files after the site was built anew.
    html.hash_files = false;
    html.no_section_label = true;
    // Wire names and sample values have to come out as they are.
    html.smart_punctuation = false;
    // The playground knows none of the crates in the samples, and is on another host.
    html.playground.runnable = false;
    // Hundreds of reference pages in one are of no use on paper.
    html.print.enable = false;
    html.search = Some(search());
    config.set("output.html", &html)?;
    Ok(config)
}

/// mdBook brings the search box and its scripts, and indexes no page: `crate::search` does.
fn search() -> Search {
    let mut nothing = SearchChapterSettings::default();
    nothing.enable = Some(false);
    let mut search = Search::default();
    // The empty path is the beginning of every path.
    search.chapter.insert(String::new(), nothing);
    search
}
