//! What comes out of each fixture: the types, the methods and the messages.
//!
//! A snapshot stands beside its document. After a change of emission, look at what
//! `INSTA_UPDATE=always cargo test -p generator --test snapshots` has changed.

#[path = "support/fixtures.rs"]
mod fixtures;
#[path = "support/generation.rs"]
mod generation;

use generator::file_tree::FileTree;
use generator::{Crate, Templates};

/// One test for each fixture, so that one failure does not hide another.
macro_rules! fixtures {
    ($($name:ident)*) => {
        $(
            #[test]
            fn $name() {
                check(stringify!($name));
            }
        )*

        const TESTED: &[&str] = &[$(stringify!($name)),*];
    };
}

fixtures! {
    alias
    all_of
    any_of_text
    array_query
    bytes_answer
    bytes_body
    contract
    deep_object
    deprecated
    digit_names
    form_body
    free_json
    header_and_cookie
    hidden
    inline_schemas
    integer_enum
    keyword_names
    map
    markdown_hazards
    mixed_enum
    mock_names
    multipart_body
    nullable
    nullable_enum
    obstacle_course
    optional_body
    paged_list
    parameter_clash
    path_parameters
    prelude_names
    read_only
    recursion
    removed_operation
    same_values
    security
    several_responses
    symbol_names
    tagged_union
    text_answer
    text_body
    text_enum
    untagged_union
}

#[test]
fn the_mock_has_a_method_for_each_operation() {
    let (krate, _) = generation::generate(&fixtures::input("mock_names", Templates::default()));
    let mocks = krate.files.iter().filter(|(path, _)| path.starts_with("src/testing/"));
    let text: String = mocks.map(|(path, text)| format!("==> {path}\n{text}\n")).collect();
    insta::with_settings!({
        snapshot_path => fixtures::folder().join("mock_names"),
        prepend_module_to_snapshot => false,
        omit_expression => true,
    }, {
        insta::assert_snapshot!("mocks", text);
    });
}

#[test]
fn every_fixture_is_tested() {
    assert_eq!(fixtures::names(), TESTED, "the list above names every folder, sorted");
}

fn check(name: &str) {
    let (krate, reported) = generation::generate(&fixtures::input(name, Templates::default()));
    insta::with_settings!({
        snapshot_path => fixtures::folder().join(name),
        prepend_module_to_snapshot => false,
        omit_expression => true,
    }, {
        insta::assert_snapshot!("emitted", text(&krate, &reported));
    });
}

/// The emitted files that the document decides on, one after the other; the runtime and the pages are the same for all.
fn text(krate: &Crate, reported: &str) -> String {
    let files: String = emitted(&krate.files).map(|(path, text)| format!("==> {path}\n{text}\n")).collect();
    let messages = if reported.is_empty() { String::new() } else { format!("==> messages\n{reported}") };
    files + &messages
}

fn emitted(files: &FileTree) -> impl Iterator<Item = (&str, &str)> {
    let folders = ["src/models/", "src/api/", "tests/"];
    files.iter().filter(move |(path, _)| folders.iter().any(|folder| path.starts_with(folder)))
}
