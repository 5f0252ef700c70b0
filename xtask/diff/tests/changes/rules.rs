//! The rules: each has an id of its own, says something, and is met by a change.

use std::collections::BTreeSet;

use diff::{Layer, rules};

use crate::fixtures::CHANGES;

/// Rules that no description can lead to, because they are about what the settings say; `model.rs` meets them.
const OF_SETTINGS: &[&str] = &["api-envelope-changed"];

#[test]
fn each_rule_has_an_id_of_its_own_and_says_something() {
    let mut ids = BTreeSet::new();
    for rule in rules::all() {
        assert!(ids.insert(rule.id), "{} is there once", rule.id);
        let prefix = if rule.layer == Layer::Api { "api-" } else { "crate-" };
        assert!(rule.id.starts_with(prefix), "{}", rule.id);
        for text in [rule.docs, rule.advice] {
            assert!(text.ends_with('.') && text.is_ascii(), "{}: {text}", rule.id);
        }
        assert_eq!(rules::find(rule.id), Some(rule));
    }
}

#[test]
fn each_rule_is_met_by_a_change() {
    let met: BTreeSet<&str> =
        CHANGES.values().flat_map(|changes| changes.iter()).map(|finding| finding.rule.id).collect();
    let by_hand = crate::surface::met();
    let is_met = |id: &str| met.contains(id) || by_hand.contains(id) || OF_SETTINGS.contains(&id);
    let missing: Vec<&str> = rules::all().map(|rule| rule.id).filter(|id| !is_met(id)).collect();
    assert!(missing.is_empty(), "no change meets {missing:#?}");
}
