//! What cargo-semver-checks says of the same pairs of crates: `semver-checks.tsv` has it as `.ci/semver-checks --renew` measured it.
//!
//! The two agree on a change when both or neither call it major. Where they do not, `DIFFERENCES` says why.

use std::collections::BTreeMap;

use diff::Level;

use crate::fixtures::{CHANGES, text};

/// Why a change is major here and not there: what cargo-semver-checks does not look at, and our rules about it. All breaking findings
/// of such a change are of these rules. There is no change that is major there and not here.
const DIFFERENCES: &[(&str, &[&str], &[&str])] = &[
    (
        "It compares no types, neither of fields nor of arguments nor of what functions return, and the number of arguments stayed the same.",
        &[
            "crate-field-type-changed",
            "crate-method-parameters-changed",
            "crate-method-return-changed",
            // A type that is left over needs the feature of the whole API.
            "crate-item-needs-feature",
        ],
        &[
            "additional-changed",
            "additional-narrowed",
            "additional-widened",
            "answer-added",
            "answer-media-type-changed",
            "answer-removed",
            "answer-type-changed",
            "answer-type-narrowed",
            "answer-type-widened",
            "body-became-optional",
            "body-became-required",
            "body-type-changed",
            "body-type-narrowed",
            "body-type-widened",
            "parameter-first-added",
            "parameter-type-changed",
            "parameter-type-narrowed",
            "parameter-type-widened",
            "path-variable-type",
            "property-became-enum",
            "property-became-list",
            "property-became-not-nullable",
            "property-became-nullable",
            "property-type-changed",
            "property-type-narrowed",
            "property-type-widened",
            "schema-became-enum",
            "schema-exchanged",
            "status-success-added",
        ],
    ),
    (
        "It compares with every feature on, and something needs another feature than before.",
        &["crate-item-needs-feature"],
        &["operation-retagged", "tag-added"],
    ),
];

/// The measured verdicts by change, each with its lints.
fn measured() -> BTreeMap<String, (String, String)> {
    let text = text("semver-checks.tsv");
    let rows = text.lines().filter(|line| !line.starts_with('#')).map(|line| {
        let mut cells = line.split('\t').map(str::to_owned);
        let mut cell = || cells.next().expect("a row has a name, a verdict and lints");
        (cell(), (cell(), cell()))
    });
    rows.collect()
}

fn breaking(name: &str) -> Vec<&'static str> {
    let findings = CHANGES[name].surface.as_ref().expect("the surface is compared");
    findings.iter().filter(|finding| finding.level == Level::Breaking).map(|finding| finding.rule.id).collect()
}

#[test]
fn each_change_is_measured() {
    let measured = measured();
    let missing: Vec<&String> = CHANGES.keys().filter(|name| !measured.contains_key(*name)).collect();
    let stale: Vec<&String> = measured.keys().filter(|name| !CHANGES.contains_key(*name)).collect();
    assert!(missing.is_empty(), "`.ci/semver-checks --renew` measures them: {missing:?}");
    assert!(stale.is_empty(), "there are no such changes: {stale:?}");
}

#[test]
fn the_verdicts_agree_or_the_difference_is_explained() {
    let mut wrong = Vec::new();
    let mut agreed = 0;
    for (name, (verdict, lints)) in measured() {
        let breaking = breaking(&name);
        let (ours, theirs) = (!breaking.is_empty(), verdict == "major");
        let reason = DIFFERENCES.iter().find(|(_, _, names)| names.contains(&name.as_str()));
        match (ours == theirs, reason) {
            (true, None) => agreed += 1,
            (true, Some(_)) => wrong.push(format!("{name}: there is no difference")),
            (false, None) => wrong.push(format!("{name}: here {breaking:?}, there {verdict} ({lints}), and no reason")),
            (false, Some((reason, rules, _))) => {
                let strays: Vec<&&str> = breaking.iter().filter(|rule| !rules.contains(rule)).collect();
                if !ours || !strays.is_empty() {
                    wrong.push(format!("{name}: {strays:?} is not about this: {reason}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(agreed >= 90, "they agree on {agreed}");
}
