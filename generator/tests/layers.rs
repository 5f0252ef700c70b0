//! The architecture invariants that `generator/src/lib.rs` states, checked on the sources themselves.

use std::fs;
use std::path::Path;

/// What only some files may name, with the files and folders that may.
const LAYERS: &[(&str, &[&str])] = &[
    ("openapiv3", &["spec.rs", "spec/", "lower.rs", "lower/", "settings/check.rs"]),
    ("heck", &["naming.rs", "naming/"]),
    ("unicode_normalization", &["naming.rs", "naming/"]),
    ("quote", &["emit.rs", "emit/"]),
    ("proc_macro2", &["emit.rs", "emit/"]),
    ("prettyplease", &["emit.rs", "emit/"]),
    ("syn", &["emit.rs", "emit/"]),
    ("askama", &["emit.rs", "emit/"]),
    ("annotate_snippets", &["diagnostic.rs", "diagnostic/"]),
    ("serde_json_path", &["overlay.rs", "overlay/"]),
    ("saphyr_parser", &["source.rs", "source/", "spec.rs", "spec/"]),
];

/// What a library that only computes has no use for.
const EFFECTS: &[&str] =
    &["std::fs", "std::env", "std::process", "std::net", "println!", "print!", "eprintln!", "eprint!", "dbg!"];

#[test]
fn each_dependency_is_named_in_its_layer_only() {
    let mut strays = Vec::new();
    for source in sources() {
        for (dependency, homes) in LAYERS {
            let is_home =
                homes.iter().any(|home| source.path == *home || home.ends_with('/') && source.path.starts_with(home));
            strays.extend(source.lines_with(|line| !is_home && names(line, dependency)));
        }
    }
    assert!(strays.is_empty(), "{}", strays.join("\n"));
}

#[test]
fn the_model_imports_the_standard_library_and_itself() {
    let dependencies = dependencies();
    assert!(dependencies.iter().any(|name| name == "serde_json"), "{dependencies:?}");
    let is_foreign = |line: &str| {
        let import = line.trim_start().trim_start_matches("pub ").strip_prefix("use ");
        let own = ["std::", "super::", "crate::model"];
        let opens = |import: &str| own.iter().any(|root| import.starts_with(root));
        // `model.rs` itself exports what its files hold.
        let exports = |import: &str| {
            import.split("::").next().is_some_and(|module| sources().any(|it| it.path == format!("model/{module}.rs")))
        };
        import.is_some_and(|import| !opens(import) && !exports(import))
            || dependencies.iter().any(|name| names(line, name))
    };
    let strays: Vec<String> =
        sources().filter(|source| source.is_in("model")).flat_map(|source| source.lines_with(is_foreign)).collect();
    assert!(strays.is_empty(), "{}", strays.join("\n"));
}

#[test]
fn nothing_reads_writes_or_prints() {
    // What stands within `quote!` is the code that comes out, and samples print.
    let has_effect = |line: &str| !line.contains("quote!") && EFFECTS.iter().any(|effect| line.contains(effect));
    let strays: Vec<String> = sources().flat_map(|source| source.lines_with(has_effect)).collect();
    assert!(strays.is_empty(), "{}", strays.join("\n"));
}

#[test]
fn every_file_says_what_it_is_for() {
    let silent: Vec<String> =
        sources().filter(|source| !source.text.starts_with("//! ")).map(|source| source.path).collect();
    assert!(silent.is_empty(), "without `//!` at the top: {silent:?}");
}

#[test]
fn no_file_is_long() {
    const MOST: usize = 400;
    let long: Vec<String> =
        sources().filter(|source| source.text.lines().count() > MOST).map(|source| source.path).collect();
    assert!(long.is_empty(), "over {MOST} lines: {long:?}");
}

/// One file under `src`.
struct Source {
    /// Its path from `src`, with `/` between folders.
    path: String,
    text: String,
}

impl Source {
    fn is_in(&self, module: &str) -> bool {
        self.path == format!("{module}.rs") || self.path.starts_with(&format!("{module}/"))
    }

    /// The lines of code, comments left out, that something is wrong with.
    fn lines_with(&self, is_wrong: impl Fn(&str) -> bool) -> Vec<String> {
        let lines = self.text.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//"));
        lines
            .filter(|(_, line)| is_wrong(line))
            .map(|(index, line)| format!("src/{}:{}: {line}", self.path, index + 1))
            .collect()
    }
}

fn sources() -> impl Iterator<Item = Source> {
    let mut sources = Vec::new();
    read_below(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), "", &mut sources);
    assert!(sources.len() > 50, "the sources are there");
    sources.into_iter()
}

fn read_below(folder: &Path, prefix: &str, sources: &mut Vec<Source>) {
    for entry in fs::read_dir(folder).expect("the folder is readable") {
        let path = entry.expect("the entry is readable").path();
        let name = path.file_name().and_then(|name| name.to_str()).expect("file names are UTF-8");
        if path.is_dir() {
            read_below(&path, &format!("{prefix}{name}/"), sources);
        } else if name.ends_with(".rs") {
            let text = fs::read_to_string(&path).expect("sources are UTF-8");
            sources.push(Source { path: format!("{prefix}{name}"), text });
        }
    }
}

/// The names under which code knows the dependencies of the manifest.
fn dependencies() -> Vec<String> {
    let manifest =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml")).expect("there is a manifest");
    let listed =
        manifest.lines().skip_while(|line| *line != "[dependencies]").skip(1).take_while(|line| !line.starts_with('['));
    listed.filter_map(|line| Some(line.split_once(['.', ' ', '='])?.0.replace('-', "_"))).collect()
}

/// Whether a line names a crate: as the root of a path, or as a macro.
fn names(line: &str, krate: &str) -> bool {
    line.match_indices(krate).any(|(start, _)| {
        let before = line[..start].chars().next_back();
        let after = &line[start + krate.len()..];
        let is_word = |c: char| c.is_alphanumeric() || c == '_';
        !before.is_some_and(|c| is_word(c) || c == ':' || c == '"')
            && (after.starts_with("::") || after.starts_with("! ") || after.starts_with("!("))
    })
}
