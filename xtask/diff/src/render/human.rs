//! For people, in a terminal or a log.

use std::fmt::Write;

use super::Names;
use super::wording::{callers, change, count, counts, side, verdict};
use crate::changes::Changes;
use crate::finding::Finding;
use crate::level::Level;

/// The changes for people, the worst first; of what is cosmetic, how often each rule was met.
pub fn human(changes: &Changes, names: Names<'_>) -> String {
    let mut text = format!("From {} to {}\n", names.old, names.new);
    for level in [Level::Breaking, Level::Additive] {
        let findings: Vec<&Finding> = changes.iter().filter(|finding| finding.level == level).collect();
        if !findings.is_empty() {
            let _ = writeln!(text, "\n{} ({})", level.name(), findings.len());
        }
        findings.into_iter().for_each(|finding| one(finding, &mut text));
    }
    cosmetic(changes, &mut text);
    text.push('\n');
    for (name, findings) in [("API", &changes.api), ("crate", &changes.surface)] {
        let line = match findings {
            None => "not compared".to_owned(),
            Some(findings) => {
                let [breaking, additive, cosmetic] = counts(findings);
                format!("{breaking} breaking, {additive} additive, {cosmetic} cosmetic")
            }
        };
        let _ = writeln!(text, "{name:<6} {line}");
    }
    let _ = writeln!(text, "{}", verdict(changes));
    text
}

fn one(finding: &Finding, text: &mut String) {
    let where_from = side(finding.side).map(|side| format!(", {side}")).unwrap_or_default();
    let _ = writeln!(text, "  {} [{}{where_from}]", finding.message, finding.rule.id);
    let mut line = |label: &str, words: String| {
        let _ = writeln!(text, "    {label:<7}{words}");
    };
    if let Some((before, after)) = change(finding) {
        let shown = [("was", &finding.before, before), ("is", &finding.after, after)];
        shown
            .into_iter()
            .filter(|(_, is_there, _)| is_there.is_some())
            .for_each(|(label, _, words)| line(label, words));
    }
    if let Some(callers) = callers(finding) {
        line("in", callers);
    }
    if let Some(item) = finding.item.as_ref().filter(|item| **item != finding.path) {
        line("Rust", item.clone());
    }
    if finding.advice != "Nothing." {
        line("do", finding.advice.clone());
    }
}

fn cosmetic(changes: &Changes, text: &mut String) {
    let mut rules: Vec<(&str, usize)> = Vec::new();
    for finding in changes.iter().filter(|finding| finding.level == Level::Cosmetic) {
        match rules.iter_mut().find(|(id, _)| *id == finding.rule.id) {
            Some((_, count)) => *count += 1,
            None => rules.push((finding.rule.id, 1)),
        }
    }
    if rules.is_empty() {
        return;
    }
    let all: usize = rules.iter().map(|(_, count)| count).sum();
    let _ = writeln!(text, "\ncosmetic ({all}), which `--format json` shows");
    for (id, times) in rules {
        let _ = writeln!(text, "  {id}: {}", count(times, "time"));
    }
}
