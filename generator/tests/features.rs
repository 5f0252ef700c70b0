//! Each Cargo feature brings the types that its methods lead to, and no other.
//!
//! All of it is read from the emitted text, not from the model: which modules a feature switches on stands in the conditions of
//! `src/models.rs`, what a method needs in its area's file, and what a type needs in its file's imports. The compiler warns of an
//! import too many and fails at one too few, so the imports are exactly what is needed.

#[path = "support/genauth.rs"]
mod genauth;
#[path = "support/generation.rs"]
mod generation;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use generator::Crate;
use generator::model::FULL;

static GENAUTH: LazyLock<Crate> = LazyLock::new(|| generation::generate(&genauth::input()).0);

/// Hand-written files that name types, with the feature that they stand behind.
const BY_HAND: &[(&str, &str)] = &[
    ("events/publish.rs", "authentication-events"),
    ("events/publish.rs", "management-events"),
    ("password/system_info.rs", "authentication-system-information"),
    ("protocol/sign_in.rs", "authentication-sign-in"),
    ("protocol/sign_up.rs", "authentication-sign-in"),
];

#[test]
fn each_feature_brings_the_types_that_its_methods_lead_to_and_no_other() {
    let areas = areas();
    assert_eq!(areas.len(), 61);
    for (feature, area) in &areas {
        assert_eq!(brought_by(feature), closed(named(area)), "{feature}");
    }
}

#[test]
fn what_no_method_leads_to_comes_with_full_alone() {
    let reached: BTreeSet<String> = areas().values().flat_map(|area| closed(named(area))).collect();
    let all: BTreeSet<String> = modules().map(|(module, _)| module).collect();
    let rest: BTreeSet<String> = all.difference(&reached).cloned().collect();
    assert!(!rest.is_empty());
    assert_eq!(brought_by(FULL), rest);
}

#[test]
fn each_area_has_a_feature_of_the_manifest_and_of_its_client() {
    let manifest = file("Cargo.toml");
    for feature in areas().keys() {
        assert!(manifest.contains(&format!("\n{feature} = []\n")), "{feature} is no feature");
        assert!(manifest.contains(&format!("\n    \"{feature}\",\n")), "{feature} belongs to no client");
    }
}

#[test]
fn what_is_written_by_hand_names_types_behind_a_feature_that_brings_them() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../templates/genauth/src");
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    walk(&folder, &mut |path, text| {
        let named = named(&text);
        if !named.is_empty() {
            let path = path.strip_prefix(&folder).expect("it is below").to_string_lossy().into_owned();
            found.insert(path, named);
        }
    });
    let listed: BTreeSet<&str> = BY_HAND.iter().map(|(path, _)| *path).collect();
    assert_eq!(found.keys().map(String::as_str).collect::<BTreeSet<_>>(), listed);
    for (path, named) in &found {
        let features = BY_HAND.iter().filter(|(listed, _)| listed == path).map(|(_, feature)| brought_by(feature));
        let brought: BTreeSet<String> = features.flatten().collect();
        assert!(named.iter().all(|name| brought.contains(&module_of(name))), "{path} needs {named:?}");
    }
}

/// The areas' files by their feature, from the conditions in the clients' modules.
fn areas() -> BTreeMap<String, &'static str> {
    let mut areas = BTreeMap::new();
    for client in ["authentication", "management"] {
        let text = file(&format!("src/{client}.rs"));
        for (condition, rest) in text.split("#[cfg(feature = \"").skip(1).filter_map(|part| part.split_once("\")]\n")) {
            if let Some(module) = rest.strip_prefix("mod ").and_then(|rest| rest.split(';').next()) {
                areas.insert(condition.to_owned(), file(&format!("src/{client}/{module}.rs")));
            }
        }
    }
    areas
}

/// The modules of types, each with the features in its condition.
fn modules() -> impl Iterator<Item = (String, BTreeSet<&'static str>)> {
    let groups = file("src/models.rs").split("\nmodels! { ").skip(1).filter_map(|group| group.split_once("=>"));
    groups.flat_map(|(condition, rest)| {
        let features: BTreeSet<&str> = condition.split('"').skip(1).step_by(2).collect();
        // A line for each: the module, and the types that it holds.
        let lines = rest.split("\n}").next().unwrap_or_default().lines();
        let modules = lines.filter_map(|line| Some(line.split_once('{')?.0.trim()));
        modules.map(move |module| (module.to_owned(), features.clone())).collect::<Vec<_>>()
    })
}

fn brought_by(feature: &str) -> BTreeSet<String> {
    modules().filter(|(_, features)| features.contains(feature)).map(|(module, _)| module).collect()
}

/// The types that code names in the module `models`: `models::UserDto`, and those of an import.
fn named(code: &str) -> BTreeSet<String> {
    let code: String = code.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
    code.split("models::").skip(1).flat_map(names).collect()
}

/// The names of an import's end, `UserDto` or `{UserDto, RoleDto}`.
fn names(rest: &str) -> Vec<String> {
    let listed = rest.strip_prefix('{').and_then(|rest| rest.split('}').next());
    let one = || rest.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default();
    let names = listed.unwrap_or_else(one).split(',').map(|name| name.trim().to_owned());
    names.filter(|name| !name.is_empty()).collect()
}

/// The modules of types, and of all that their files import from each other.
fn closed(types: BTreeSet<String>) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut open: Vec<String> = types.iter().map(|name| module_of(name)).collect();
    while let Some(module) = open.pop() {
        if found.insert(module.clone()) {
            let text = file(&format!("src/models/{module}.rs"));
            let code: String = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
            open.extend(code.split("use super::").skip(1).flat_map(names).map(|name| module_of(&name)));
        }
    }
    found
}

/// The module that holds a type.
fn module_of(name: &str) -> String {
    static MODULES: LazyLock<BTreeMap<&str, &str>> = LazyLock::new(|| {
        let files = GENAUTH
            .files
            .iter()
            .filter_map(|(path, text)| Some((path.strip_prefix("src/models/")?.strip_suffix(".rs")?, text)));
        let items = files.flat_map(|(module, text)| {
            let items = ["pub struct ", "pub enum ", "pub type "]
                .into_iter()
                .flat_map(|item| text.lines().filter_map(move |line| line.strip_prefix(item)));
            items.filter_map(move |rest| Some((rest.split([' ', '{', '=', '<']).next()?, module)))
        });
        items.collect()
    });
    let module = MODULES.get(name);
    assert!(module.is_some(), "no file holds the type {name}");
    module.map(|module| (*module).to_owned()).unwrap_or_default()
}

fn file(path: &str) -> &'static str {
    let text = GENAUTH.files.get(path);
    assert!(text.is_some(), "{path} is not emitted");
    text.unwrap_or_default()
}

fn walk(folder: &Path, visit: &mut impl FnMut(&Path, String)) {
    for entry in fs::read_dir(folder).expect("the folder is readable") {
        let path = entry.expect("the entry is readable").path();
        if path.is_dir() {
            walk(&path, visit);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            visit(&path, fs::read_to_string(&path).expect("the file is readable"));
        }
    }
}
