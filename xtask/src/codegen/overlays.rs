//! Overlays that settings or options name, read from disk.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use generator::diagnostic::{Diagnostic, Diagnostics, Place, Rule};
use generator::overlay::Overlays;
use generator::source::{Size, Source};

use super::text;

/// Reads overlays, each file once, however many documents it is for.
#[derive(Default)]
pub(super) struct Reader {
    /// How much is read of each.
    size: Size,
    sources: BTreeMap<PathBuf, Option<Arc<Source>>>,
    /// What has been read.
    pub(super) overlays: Overlays,
}

/// An overlay, or a folder of them, as somebody named it.
pub(super) struct Named {
    /// Where it is.
    pub(super) path: PathBuf,
    /// What messages call it.
    pub(super) name: String,
    /// Where it is named, unless on the command line.
    pub(super) at: Option<Place>,
}

impl Reader {
    /// A reader that has read nothing yet.
    pub(super) fn new(size: Size) -> Self {
        Self { size, ..Self::default() }
    }

    /// Lays one file, or all files `*.yaml` of a folder by their names, over documents. A file that cannot be read is reported.
    pub(super) fn lay(&mut self, named: &Named, documents: &[String], diagnostics: &mut Diagnostics) {
        let files = match files(&named.path, &named.name) {
            Ok(files) => files,
            Err(error) => return named.report(Diagnostic::unreadable(named.name.as_str(), &error), diagnostics),
        };
        if files.is_empty() {
            let message = format!("the folder `{}` has no overlay", named.name);
            let empty = Diagnostic::new(Rule::UnreadableFile, message, Place::file(named.name.as_str()));
            named.report(empty.help("put a file `*.yaml` into it, or do not name the folder"), diagnostics);
        }
        for (path, name) in files {
            let Some(source) = self.read(&path, name, named, diagnostics) else { continue };
            for document in documents {
                self.overlays.lay(&source, document);
            }
        }
    }

    fn read(&mut self, path: &Path, name: String, named: &Named, diagnostics: &mut Diagnostics) -> Option<Arc<Source>> {
        // One file may be named in two ways, and must still be one overlay.
        let key = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let read = self.sources.entry(key).or_insert_with(|| match text::read(path, &name, self.size) {
            Ok(source) => Some(source),
            Err(problem) => {
                named.report(*problem, diagnostics);
                None
            }
        });
        read.clone()
    }
}

impl Named {
    fn report(&self, diagnostic: Diagnostic, diagnostics: &mut Diagnostics) {
        diagnostics.push(match &self.at {
            Some(at) => diagnostic.related(at.clone(), "named here"),
            None => diagnostic,
        });
    }
}

/// The file itself, or those of the folder, with their names.
fn files(path: &Path, name: &str) -> io::Result<Vec<(PathBuf, String)>> {
    if !path.is_dir() {
        return Ok(vec![(path.to_owned(), name.to_owned())]);
    }
    let mut files = Vec::new();
    for entry in fs::read_dir(path)? {
        let entry = entry?;
        let file = entry.file_name().to_string_lossy().into_owned();
        // Hidden files are what editors and file managers leave behind.
        if file.ends_with(".yaml") && !file.starts_with('.') {
            files.push((entry.path(), format!("{}/{file}", name.trim_end_matches('/'))));
        }
    }
    files.sort();
    Ok(files)
}
