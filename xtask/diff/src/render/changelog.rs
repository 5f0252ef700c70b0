//! The section of a changelog, for users of the crate: what breaks first, by area, each entry with what to do.

use super::groups::by_area;
use super::markdown::{code, escaped, message};
use super::wording::count;
use crate::changes::Changes;
use crate::finding::Finding;
use crate::level::Level;

/// The entries of a release, without its heading; empty if nothing changed.
///
/// What the API and the crate say of one item stands in one entry. Texts are only counted.
pub fn changelog(changes: &Changes) -> String {
    let mut text = String::new();
    for (level, heading) in [(Level::Breaking, "Breaking"), (Level::Additive, "Added")] {
        let findings = changes.iter().filter(|finding| finding.level == level);
        for (index, (area, findings)) in by_area(findings).into_iter().enumerate() {
            if index == 0 {
                text.push_str(&format!("### {heading}\n\n"));
            }
            text.push_str(&format!("#### {}\n\n", escaped(&area)));
            for entry in entries(&findings) {
                text.push_str(&format!("- {entry}\n"));
            }
            text.push('\n');
        }
    }
    let texts = changes.count(Level::Cosmetic);
    if texts > 0 {
        let verb = if texts == 1 { "is" } else { "are" };
        text.push_str(&format!("### Texts\n\n{} {verb} new or mended.\n", count(texts, "text")));
    }
    text.trim_end().to_owned()
}

/// An entry for each item, in the order in which the items come first.
fn entries(findings: &[&Finding]) -> Vec<String> {
    let mut items: Vec<(String, Vec<&Finding>)> = Vec::new();
    let fields: Vec<&str> = findings.iter().filter_map(|finding| finding.item.as_deref()).collect();
    for finding in findings {
        let name = finding.item.as_deref().unwrap_or(&finding.path);
        let subject = field_of(name, &fields).unwrap_or_else(|| name.to_owned());
        match items.iter_mut().find(|(item, _)| *item == subject) {
            Some((_, findings)) => findings.push(finding),
            None => items.push((subject, vec![finding])),
        }
    }
    items.iter().map(|(subject, findings)| entry(subject, findings)).collect()
}

/// The field that a setter sets, if something is told of that too.
fn field_of(item: &str, items: &[&str]) -> Option<String> {
    let (owner, method) = item.rsplit_once("::")?;
    let field = format!("{owner}::{}", method.strip_prefix("with_")?);
    items.contains(&field.as_str()).then_some(field)
}

fn entry(subject: &str, findings: &[&Finding]) -> String {
    let mut said: Vec<String> = Vec::new();
    for finding in findings {
        let mut sentence = message(&finding.message);
        if let (Some(before), Some(after)) = (&finding.before, &finding.after) {
            sentence.push_str(&format!(", from {} to {}", code(before), code(after)));
        }
        if !said.contains(&sentence) {
            said.push(sentence);
        }
    }
    let mut text = format!("{}: {}.", code(subject), said.join("; "));
    let mut advice: Vec<&str> = Vec::new();
    for finding in findings.iter().filter(|finding| finding.level == Level::Breaking) {
        if !finding.advice.starts_with("Nothing") && !advice.contains(&finding.advice.as_str()) {
            advice.push(&finding.advice);
        }
    }
    for advice in advice {
        text.push_str(&format!(" {}", escaped(advice)));
    }
    text
}
