//! The forms: what they do with many findings, and that programs can read theirs.

use diff::render::{self, LONGEST, Names};
use diff::{Changes, Finding};

use crate::fixtures::CHANGES;

const NAMES: Names<'_> = Names { old: "v1.0.0", new: "HEAD" };

/// All findings of all changes, again and again.
fn many(times: usize) -> Changes {
    let all = |of: fn(&Changes) -> &Option<Vec<Finding>>| -> Vec<Finding> {
        let once: Vec<Finding> = CHANGES.values().flat_map(|changes| of(changes).clone().unwrap_or_default()).collect();
        std::iter::repeat_n(once, times).flatten().collect()
    };
    Changes { api: Some(all(|changes| &changes.api)), surface: Some(all(|changes| &changes.surface)) }
}

#[test]
fn a_pull_request_is_never_too_long_and_says_what_it_leaves_out() {
    let changes = many(10);
    let page = render::markdown(&changes, NAMES);
    assert!(page.len() <= LONGEST, "{}", page.len());
    let shown = page.lines().filter(|line| line.starts_with("- ")).count();
    let left_out = changes.iter().count() - shown;
    assert!(page.contains(&format!("\n{left_out} findings more had no place here")), "{left_out}");
    assert_eq!(page.matches("<details>").count(), page.matches("</details>").count());
    assert!(!page.contains("## Cosmetic"), "what has nothing in it has no heading");
}

#[test]
fn the_worst_comes_first_and_much_is_folded() {
    let changes = many(1);
    let page = render::markdown(&changes, NAMES);
    let heading = |name: &str| page.find(name).unwrap_or(usize::MAX);
    assert!(heading("## Breaking") < heading("## Additive"));
    assert!(page.contains("<details><summary>"));
}

#[test]
fn nothing_is_a_page_too() {
    let changes = Changes { api: Some(Vec::new()), surface: None };
    insta::assert_snapshot!("nothing-markdown", render::markdown(&changes, NAMES));
    insta::assert_snapshot!("nothing-json", render::json(&changes, NAMES));
}

#[test]
fn programs_read_every_finding_and_each_field_is_described() {
    let changes = many(1);
    let json: serde_json::Value = serde_json::from_str(&render::json(&changes, NAMES)).expect("it is JSON");
    let findings = json["findings"].as_array().expect("a list");
    assert_eq!(findings.len(), changes.iter().count());
    let description = include_str!("../../DIFF.md");
    let mut open = vec![&json];
    while let Some(value) = open.pop() {
        match value {
            serde_json::Value::Object(fields) => {
                for (name, value) in fields {
                    assert!(description.contains(&format!("`{name}`")), "DIFF.md describes `{name}`");
                    open.push(value);
                }
            }
            serde_json::Value::Array(values) => open.extend(values),
            _ => {}
        }
    }
}

#[test]
fn a_type_that_travels_both_ways_is_as_bad_as_its_worse_side() {
    let removed = CHANGES["shared-property-removed"].api.as_ref().expect("it is compared");
    let sides: Vec<(&str, &str)> = removed.iter().map(|it| (it.side.name(), it.level.name())).collect();
    assert_eq!(sides, [("both", "breaking")]);
    let required = |name: &str| {
        let findings = CHANGES[name].api.as_ref().expect("it is compared");
        findings.iter().map(|it| it.level.name()).collect::<Vec<_>>()
    };
    assert_eq!(required("request-property-required-added"), ["breaking"]);
    assert_eq!(required("response-property-required-added"), ["additive"]);
}
