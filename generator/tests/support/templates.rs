//! The runtime files that are copied into crates.

use std::fs;
use std::path::Path;

use generator::Templates;

/// Every file of `templates/` that is copied byte for byte.
pub(crate) fn read() -> Templates {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../templates");
    let mut templates = Templates::default();
    for (folder, path) in entries(&root) {
        if path.is_dir() {
            read_below(&folder, "", &path, &mut templates);
        }
    }
    templates
}

fn read_below(folder: &str, prefix: &str, path: &Path, templates: &mut Templates) {
    for (name, path) in entries(path) {
        if path.is_dir() {
            read_below(folder, &format!("{prefix}{name}/"), &path, templates);
        } else if !name.ends_with(".j2") {
            templates.insert(folder, format!("{prefix}{name}"), fs::read_to_string(&path).expect("templates are text"));
        }
    }
}

fn entries(folder: &Path) -> Vec<(String, std::path::PathBuf)> {
    let entries = fs::read_dir(folder).expect("the folder is readable").map(|entry| entry.expect("it is readable"));
    let mut entries: Vec<_> =
        entries.map(|entry| (entry.file_name().to_string_lossy().into_owned(), entry.path())).collect();
    entries.sort();
    entries
}
