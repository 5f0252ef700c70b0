//! The search index: the file that mdBook's search box loads, made for identifiers, paths and Chinese.
//!
//! mdBook's own index splits text at spaces only, drops Chinese, and keeps every page's whole text for its excerpts.
//! This one has an entry for each page, keeps the front of it, and splits names into words. `theme/query.js` splits
//! what is typed in the same way; `tests/tokens.json` holds both to it.

mod index;
mod language;
mod page;
mod repeated;
mod tokens;

pub(crate) use index::index;
pub(crate) use page::chapters;

/// The name that mdBook's scripts look for.
pub(crate) const FILE: &str = "searchindex.js";
