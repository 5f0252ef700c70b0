//! Where the project is, and what its files are called in messages and banners.

use std::path::{Component, Path, PathBuf};
use std::sync::OnceLock;

/// The folder of the workspace, wherever the command is run from. `XTASK_WORKSPACE` names another copy of it, so that one program
/// can be tried on many.
pub(crate) fn root() -> &'static Path {
    static ROOT: OnceLock<PathBuf> = OnceLock::new();
    ROOT.get_or_init(|| {
        let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
        std::env::var_os("XTASK_WORKSPACE").map_or_else(|| xtask.parent().unwrap_or(xtask).to_owned(), PathBuf::from)
    })
}

/// The name of a file: its path from the workspace, or else the path as it was typed.
///
/// Names of documents end up in generated files, so they must not change with the folder the command is run from. From the
/// workspace's own folder, which is where people run it, the names are paths that can be opened.
pub(crate) fn name_of(path: &Path) -> String {
    let inside = absolute(path).and_then(|absolute| Some(absolute.strip_prefix(root()).ok()?.to_owned()));
    with_slashes(inside.as_deref().filter(|inside| !inside.as_os_str().is_empty()).unwrap_or(path))
}

/// The absolute path without `.` and `..`, whether or not there is such a file.
fn absolute(path: &Path) -> Option<PathBuf> {
    let mut absolute = PathBuf::new();
    for component in std::path::absolute(path).ok()?.components() {
        match component {
            Component::CurDir => {}
            Component::ParentDir => {
                absolute.pop();
            }
            other => absolute.push(other),
        }
    }
    Some(absolute)
}

fn with_slashes(path: &Path) -> String {
    let text = path.to_string_lossy();
    if cfg!(windows) { text.replace('\\', "/") } else { text.into_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_of_the_workspace_is_named_from_there() {
        assert_eq!(name_of(&root().join("specs/settings.yaml")), "specs/settings.yaml");
        assert_eq!(name_of(&root().join("xtask/../specs/./settings.yaml")), "specs/settings.yaml");
        // Unit tests run in the package's folder.
        assert_eq!(name_of(Path::new("../specs/settings.yaml")), "specs/settings.yaml");
    }

    #[test]
    fn any_other_file_is_named_as_it_was_typed() {
        assert_eq!(name_of(Path::new("/elsewhere/pets.yaml")), "/elsewhere/pets.yaml");
        assert_eq!(name_of(Path::new("../../pets.yaml")), "../../pets.yaml");
    }
}
