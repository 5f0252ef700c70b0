//! The documents on disk.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;

use anyhow::{Context, Result, anyhow};
use mock::document::Document;

/// Reads documents at the same time, since a large one takes as long as all that follows; without a path those of `specs/`.
pub(crate) fn read(paths: &[PathBuf]) -> Result<Vec<Arc<Document>>> {
    let own = ["authentication.yaml", "management.yaml"].map(|name| specs().join(name));
    let paths = if paths.is_empty() { &own } else { paths };
    thread::scope(|scope| {
        let readers: Vec<_> = paths.iter().map(|path| scope.spawn(|| document(path))).collect();
        readers.into_iter().map(|reader| reader.join().map_err(|_| anyhow!("a reader panicked"))?).collect()
    })
}

fn document(path: &Path) -> Result<Arc<Document>> {
    let text = fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    let file = path.file_name().unwrap_or_default().to_string_lossy();
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    Ok(Arc::new(Document::split(&name, &text, &file, &mut |path| part(folder, path))?))
}

/// A further file of a document, if it is one and in the folder: no link leads out, and no pipe is waited for.
fn part(folder: &Path, path: &str) -> Option<String> {
    let file = fs::canonicalize(folder.join(path)).ok()?;
    let is_in_folder = file.starts_with(fs::canonicalize(folder).ok()?) && file.is_file();
    is_in_folder.then(|| fs::read_to_string(file).ok()).flatten()
}

/// `specs/` of the workspace, wherever the command is run from.
fn specs() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../specs")
}
