//! Texts and the words that a search finds them by.

#![allow(clippy::unwrap_used, reason = "a test")]

use std::collections::BTreeMap;

use super::title_tokens;

/// The browser is held to the same table, by `.ci/site`.
#[test]
fn text_splits_as_the_table_says() {
    let table: BTreeMap<String, Vec<String>> =
        serde_json::from_str(include_str!("../../../tests/tokens.json")).unwrap();
    for (text, expected) in table {
        assert_eq!(title_tokens(&text), expected, "{text}");
    }
}
