//! Code that is written as text is what `prettyplease` would have printed.

#![allow(clippy::panic, reason = "a test")]

#[path = "support/fixtures.rs"]
mod fixtures;
#[path = "support/genauth.rs"]
mod genauth;
#[path = "support/generation.rs"]
mod generation;

use generator::{Input, Templates};
use syn::{File, Item};

#[test]
fn fixtures_are_laid_out_by_the_printers_rules() {
    for name in fixtures::names() {
        check(&fixtures::input(&name, Templates::default()));
    }
}

#[test]
fn the_real_documents_are_laid_out_by_the_printers_rules() {
    check(&genauth::input());
}

fn check(input: &Input) {
    let (krate, _) = generation::generate(input);
    // What stands above the folders of types and areas is rendered from templates.
    for (path, text) in krate.files.iter().filter(|(path, _)| is_in_a_folder(path)) {
        let file = syn::parse_file(text).unwrap_or_else(|error| panic!("{path}: {error}"));
        let written = without_empty_lines(text);
        for item in file.items.into_iter().filter(is_emitted) {
            let file = File { shebang: None, frontmatter: None, attrs: Vec::new(), items: vec![item] };
            let printed = without_empty_lines(&prettyplease::unparse(&file));
            assert!(written.contains(&printed), "{path} has in another layout:\n{printed}");
        }
    }
}

fn is_in_a_folder(path: &str) -> bool {
    path.strip_prefix("src/").is_some_and(|path| path.contains('/')) && path.ends_with(".rs")
}

/// Imports and tables have rules of their own.
fn is_emitted(item: &Item) -> bool {
    matches!(item, Item::Struct(_) | Item::Enum(_) | Item::Impl(_) | Item::Type(_))
}

/// Empty lines are put where a person would put them, which the printer does not know.
fn without_empty_lines(text: &str) -> String {
    text.lines().filter(|line| !line.is_empty()).map(|line| format!("{line}\n")).collect()
}
