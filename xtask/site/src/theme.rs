//! Styles and scripts that are added to mdBook's, embedded in the program.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::configuration::Purpose;

/// The name of the style sheet on the site.
pub(crate) const STYLES: &str = "site.css";

/// What runs in the browser before a query is looked up; it is the beginning of the index file.
pub(crate) const QUERY: &str = include_str!("../theme/query.js");

const FILES: [(&str, &str); 2] =
    [(STYLES, include_str!("../theme/site.css")), ("site.js", include_str!("../theme/site.js"))];

/// Only on pages that are served to their author.
const RELOAD: (&str, &str) = ("reload.js", include_str!("../theme/reload.js"));

/// The scripts of every page.
pub(crate) fn scripts(purpose: Purpose) -> impl Iterator<Item = &'static str> {
    files(purpose).map(|(name, _)| name).filter(|name| name.ends_with(".js"))
}

/// Writes the files into the folder that mdBook takes them from.
pub(crate) fn write(folder: &Path, purpose: Purpose) -> Result<()> {
    for (name, text) in files(purpose) {
        fs::write(folder.join(name), text).with_context(|| format!("cannot write {name}"))?;
    }
    Ok(())
}

fn files(purpose: Purpose) -> impl Iterator<Item = (&'static str, &'static str)> {
    FILES.into_iter().chain((purpose == Purpose::Writing).then_some(RELOAD))
}
