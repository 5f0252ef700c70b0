//! What cargo-semver-checks says of the same pairs of crates: `semver-checks.tsv` has it as `.ci/semver-checks --renew` measured it.
//!
//! The two agree on a change when both or neither call it major. Where they do not, `DIFFERENCES` says why.

use std::collections::BTreeMap;

use diff::Level;

use crate::fixtures::{CHANGES, text};

/// Why a change is major here and not there. There is none the other way round.
const DIFFERENCES: &[(Reason, &[&str])] = &[];

/// Why cargo-semver-checks does not see a break.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Reason {
    /// It does not compare types, and the number of arguments stayed the same.
    Types,
    /// It compares with every feature on, and something needs another feature than before.
    Features,
}

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

fn is_major(name: &str) -> bool {
    let findings = CHANGES[name].surface.as_ref().expect("the surface is compared");
    findings.iter().any(|finding| finding.level == Level::Breaking)
}

#[test]
fn each_change_is_measured() {
    let measured: Vec<String> = measured().into_keys().collect();
    let changes: Vec<String> = CHANGES.keys().cloned().collect();
    assert_eq!(changes, measured, "`.ci/semver-checks --renew` measures all changes");
}

#[test]
fn the_verdicts_agree_or_the_difference_is_explained() {
    let mut missing = Vec::new();
    let mut needless = Vec::new();
    let mut agreed = 0;
    for (name, (verdict, lints)) in measured() {
        let (ours, theirs) = (is_major(&name), verdict == "major");
        let reason = DIFFERENCES.iter().find(|(_, names)| names.contains(&name.as_str()));
        match (ours == theirs, reason) {
            (true, None) => agreed += 1,
            (true, Some(_)) => needless.push(name),
            (false, Some(_)) if ours => {}
            (false, _) => missing.push(format!("{name}: here {ours}, there {theirs} ({lints})")),
        }
    }
    assert!(missing.is_empty(), "not explained: {missing:#?}");
    assert!(needless.is_empty(), "there is no difference: {needless:?}");
    assert!(agreed >= 60, "they agree on {agreed}");
}
