//! From a book to a folder of pages.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use mdbook_driver::MDBook;
use mdbook_html::HtmlHandlebars;

use crate::configuration::{self, Purpose};
use crate::staging::Staging;
use crate::{readme, search, theme};

/// What was built.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Built {
    /// The pages of the book.
    pub pages: usize,
    /// The size of the search index, in bytes.
    pub index_bytes: usize,
}

/// Builds the site of the book in the folder `book`, which has a `book.toml` and `src/SUMMARY.md`, into the folder
/// `out`.
///
/// The same book gives the same bytes. `out` is replaced as a whole once everything is there, so a failure leaves it as
/// it was.
///
/// # Errors
///
/// If the book cannot be read, names a page that is not there, or `out` holds something that is not a site.
pub fn build(book: &Path, out: &Path) -> Result<Built> {
    build_for(book, out, Purpose::Publishing)
}

/// As [`build()`], for readers of the given kind.
pub(crate) fn build_for(book: &Path, out: &Path, purpose: Purpose) -> Result<Built> {
    let staging = Staging::beside(out)?;
    theme::write(staging.root(), purpose)?;

    let configuration = configuration::read(book, &staging.pages(), purpose)?;
    let mut md = MDBook::load_with_config(staging.root(), configuration)
        .with_context(|| format!("cannot read the book {}", book.display()))?;
    readme::rename(&mut md.book);

    let index = search::index(&md.book)?;
    md.execute_build_process(&HtmlHandlebars::new()).context("cannot write the pages")?;
    fs::write(staging.pages().join(search::FILE), &index).context("cannot write the search index")?;

    let built = Built { pages: search::chapters(&md.book).count(), index_bytes: index.len() };
    staging.move_to(out)?;
    Ok(built)
}
