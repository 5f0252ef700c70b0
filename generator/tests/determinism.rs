//! The same document gives the same bytes: run after run, and whatever order its maps are written in.

#[path = "support/fixtures.rs"]
mod fixtures;
#[path = "support/genauth.rs"]
mod genauth;
#[path = "support/generation.rs"]
mod generation;
#[path = "support/shuffle.rs"]
mod shuffle;

use std::sync::Arc;

use generator::file_tree::FileTree;
use generator::source::Source;
use generator::{Input, Templates};

use shuffle::shuffled;

#[test]
fn fixtures_give_the_same_bytes_twice() {
    for name in fixtures::names() {
        let input = fixtures::input(&name, Templates::default());
        assert_same(&name, &files(&input), &files(&input));
    }
}

#[test]
fn shuffled_fixtures_give_the_same_bytes() {
    let mut differing = Vec::new();
    for name in fixtures::names() {
        let input = fixtures::input(&name, Templates::default());
        let expected = files(&input);
        for seed in 0..8 {
            differing.extend(difference(
                &format!("{name}, seed {seed}"),
                &expected,
                &files(&with_shuffled_maps(&input, seed)),
            ));
        }
    }
    assert!(differing.is_empty(), "{}", differing.join("\n"));
}

#[test]
fn the_real_documents_give_the_same_bytes_twice_and_shuffled() {
    let input = genauth::input();
    let expected = files(&input);
    assert_same("specs", &expected, &files(&input));
    assert_same("shuffled specs", &expected, &files(&with_shuffled_maps(&input, 1)));
}

#[test]
fn shuffling_changes_the_text_and_not_the_meaning() {
    let document = "b: [2, 1]\na: {d: 1, c: 2}\n200: x\n'200': y\n";
    let texts: Vec<String> = (0..8).map(|seed| shuffled(document, seed)).collect();
    assert!(texts.iter().any(|text| *text != texts[0]), "{texts:?}");
    for text in texts {
        let parse = |text: &str| serde_yaml::from_str::<serde_yaml::Value>(text).expect("it is YAML");
        assert_eq!(parse(&text), parse(document));
    }
}

fn with_shuffled_maps(input: &Input, seed: u64) -> Input {
    let shuffle = |source: &Arc<Source>| Source::new(source.name(), shuffled(source.text(), seed));
    Input { documents: input.documents.iter().map(shuffle).collect(), ..input.clone() }
}

fn files(input: &Input) -> FileTree {
    generation::generate(input).0.files
}

fn assert_same(what: &str, expected: &FileTree, actual: &FileTree) {
    assert_eq!(difference(what, expected, actual), None);
}

/// The first file that is not the same, and the first line in it; whole trees would fill the screen.
fn difference(what: &str, expected: &FileTree, actual: &FileTree) -> Option<String> {
    let paths = |files: &FileTree| files.iter().map(|(path, _)| path.to_owned()).collect::<Vec<_>>();
    if paths(expected) != paths(actual) {
        return Some(format!("{what}: other files: {:?} and {:?}", paths(expected), paths(actual)));
    }
    let (path, before, after) = expected
        .iter()
        .filter_map(|(path, before)| Some((path, before, actual.get(path)?)))
        .find(|(_, before, after)| before != after)?;
    let lines = before.lines().zip(after.lines()).find(|(before, after)| before != after);
    Some(format!("{what}: {path}: {lines:?}"))
}
