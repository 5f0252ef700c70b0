//! Words that more than one form has.

use crate::changes::{Changes, Verdict};
use crate::finding::Finding;
use crate::level::{Level, Side};

/// A number with a noun.
pub(super) fn count(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

/// The sides as people say them.
pub(super) fn side(side: Side) -> Option<&'static str> {
    match side {
        Side::Request => Some("in requests"),
        Side::Response => Some("in answers"),
        Side::Both => Some("in requests and answers"),
        Side::Neither => None,
    }
}

/// How many findings of each level a list has.
pub(super) fn counts(findings: &[Finding]) -> [usize; 3] {
    Level::ALL.map(|level| findings.iter().filter(|finding| finding.level == level).count())
}

/// What the changes come to, in a sentence.
pub(super) fn verdict(changes: &Changes) -> String {
    let breaks =
        |findings: &Option<Vec<Finding>>| findings.iter().flatten().any(|finding| finding.level == Level::Breaking);
    let why = match changes.verdict() {
        Verdict::Nothing => return "The crate needs no new version.".to_owned(),
        Verdict::Patch => "texts changed",
        Verdict::Minor if breaks(&changes.api) => {
            "every program that compiled still compiles, and the service keeps a promise no more"
        }
        Verdict::Minor => "every program that compiled still compiles",
        Verdict::Major if changes.surface.is_none() => "the API breaks, and the crate was not compared",
        Verdict::Major => "a program that compiled may not compile any more",
    };
    format!("The next version of the crate is {}: {why}.", changes.verdict().name())
}

/// What there was and what there is, on one line each and not too long.
pub(super) fn change(finding: &Finding) -> Option<(String, String)> {
    let cut = |text: &Option<String>| {
        let line = text.as_deref().unwrap_or("nothing").split_whitespace().collect::<Vec<_>>().join(" ");
        match line.char_indices().nth(MOST) {
            Some((end, _)) => format!("{}...", line.get(..end).unwrap_or(&line)),
            None => line,
        }
    };
    (finding.before.is_some() || finding.after.is_some()).then(|| (cut(&finding.before), cut(&finding.after)))
}

/// The most characters of what there was or is.
const MOST: usize = 160;

/// The operations that a finding can be noticed in, some of many; none where the finding names its one operation itself.
pub(super) fn callers(finding: &Finding) -> Option<String> {
    const SHOWN: usize = 3;
    match finding.callers.as_slice() {
        [] => None,
        [only] if finding.path.starts_with(&only.request) => None,
        all => {
            let names: Vec<&str> = all.iter().take(SHOWN).map(|caller| caller.request.as_str()).collect();
            let rest = all.len().saturating_sub(SHOWN);
            let more = if rest == 0 { String::new() } else { format!(" and {rest} more") };
            Some(format!("{}{more}", names.join(", ")))
        }
    }
}
