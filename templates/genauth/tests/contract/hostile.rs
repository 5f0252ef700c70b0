//! Answers to every operation, edited at random. `xtask/fuzz` goes on where this ends.

use std::collections::BTreeMap;

use mock::document::Document;
use mock::sample::{Sampler, Variant};

use crate::edits::{each, edited};
use crate::reading::Reading;
use crate::service::DOCUMENTS;

const WORDS: &[&str] = &[
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "\\",
    "\\u",
    "\\ud83d",
    "null",
    "true",
    "\"\"",
    "-0",
    "0.5",
    "1e400",
    "1e-400",
    "18446744073709551616",
    "\u{0}",
    "\u{feff}",
    "\u{1f600}",
    "\"data\":",
    "\"statusCode\":",
    "\"statusCode\":500,",
];

#[test]
fn answers_that_are_edited_at_random() {
    let oracle = Reading::default();
    let documents: Vec<&Document> = DOCUMENTS.iter().map(AsRef::as_ref).collect();
    let mut answers = BTreeMap::new();
    for id in oracle.ids() {
        let Some(operation) = documents.iter().find_map(|document| document.operation(id).map(|it| (document, it)))
        else {
            continue;
        };
        let body = Sampler::new(operation.0, Variant::Full, 1).answer(operation.1).body.unwrap_or_default();
        answers.insert(id, format!("{id}\n{body}").into_bytes());
    }
    assert!(answers.len() > 250, "{} operations", answers.len());
    answers.values().for_each(|answer| oracle.check(answer));
    let words = WORDS.iter().map(|word| word.as_bytes().to_vec()).collect();
    each(2000, &edited(answers.into_values().collect(), words), |text| oracle.check(&text));
}
