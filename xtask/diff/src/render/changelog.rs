//! The section of a changelog, for users of the crate: what breaks first, by area, each entry with what to do.

use super::groups::by_area;
use super::markdown::{code, escaped, message};
use super::wording::count;
use crate::changes::Changes;
use crate::finding::Finding;
use crate::level::Level;
use crate::rule::Layer;

/// The entries of a release, without its heading; empty if nothing changed.
///
/// What the crate and the API say of one item stands in one entry. Texts are only counted.
pub fn changelog(changes: &Changes) -> String {
    let all: Vec<&Finding> = changes.iter().collect();
    let mut text = String::new();
    let is_deprecated = |finding: &Finding| finding.rule.id.ends_with("-deprecated");
    let sections = [
        (Level::Breaking, false, "Breaking"),
        (Level::Additive, false, "Added"),
        (Level::Additive, true, "Deprecated"),
    ];
    for (level, deprecated, heading) in sections {
        let belongs = |finding: &Finding| finding.level == level && is_deprecated(finding) == deprecated;
        let told = all.iter().copied().filter(|finding| belongs(finding) && !follows(finding, &all));
        for (index, (area, findings)) in by_area(told).into_iter().enumerate() {
            if index == 0 {
                text.push_str(&format!("### {heading}\n\n"));
            }
            text.push_str(&format!("#### {}\n\n", escaped(&area)));
            for (subject, findings) in by_item(&findings) {
                text.push_str(&format!("- {}\n", entry(subject, &findings)));
            }
            text.push('\n');
        }
    }
    // What is cosmetic in the crate follows from these.
    let texts = changes.api.iter().flatten().filter(|finding| finding.level == Level::Cosmetic).count();
    if texts > 0 {
        let verb = if texts == 1 { "is" } else { "are" };
        text.push_str(&format!("### Texts\n\n{} {verb} new or mended.\n", count(texts, "text")));
    }
    text.trim_end().to_owned()
}

/// Whether something only changes because something else does that is told of: a setter with its field, and what the mock has for
/// a method with that method.
fn follows(finding: &Finding, all: &[&Finding]) -> bool {
    let Some((owner, name)) = finding.item.as_deref().and_then(|item| item.rsplit_once("::")) else { return false };
    let is_told = |item: &dyn Fn(&str) -> bool| all.iter().any(|other| other.item.as_deref().is_some_and(item));
    if owner == "testing::Mock" {
        return is_told(&|item| item.rsplit_once("::").is_some_and(|(other, method)| other != owner && method == name));
    }
    let field = name.strip_prefix("with_").map(|name| format!("{owner}::{name}"));
    field.is_some_and(|field| is_told(&|item| item == field))
}

/// The findings of each item, in the order in which the items come first.
fn by_item<'a>(findings: &[&'a Finding]) -> Vec<(&'a str, Vec<&'a Finding>)> {
    let mut items: Vec<(&str, Vec<&Finding>)> = Vec::new();
    for finding in findings {
        let subject = finding.item.as_deref().unwrap_or(&finding.path);
        match items.iter_mut().find(|(item, _)| *item == subject) {
            Some((_, findings)) => findings.push(finding),
            None => items.push((subject, vec![finding])),
        }
    }
    items
}

/// What the crate says of the item comes first, since that is what its users see; then what the API says.
fn entry(subject: &str, findings: &[&Finding]) -> String {
    let (of_crate, of_api): (Vec<&Finding>, Vec<&Finding>) =
        findings.iter().partition(|finding| finding.rule.layer == Layer::Crate);
    let mut said: Vec<String> = of_crate.iter().map(|finding| sentence(subject, finding)).collect();
    said.extend(of_api.iter().map(|finding| sentence(subject, finding)));
    // What the API says to do is the nearer to the matter.
    let advisers = if of_api.is_empty() { of_crate } else { of_api };
    let advice = advisers.iter().filter(|it| it.level == Level::Breaking && !it.advice.starts_with("Nothing"));
    said.extend(advice.map(|finding| escaped(&finding.advice)));
    let mut seen: Vec<&String> = Vec::new();
    for sentence in &said {
        if !seen.contains(&sentence) {
            seen.push(sentence);
        }
    }
    let text: Vec<&str> = seen.into_iter().map(String::as_str).collect();
    let text = text.join(" ");
    if text.starts_with(&code(subject)) { text } else { format!("{}: {text}", code(subject)) }
}

/// What a finding says, as a sentence that begins with the item where it is about the item.
fn sentence(subject: &str, finding: &Finding) -> String {
    let whole = finding.message.as_str();
    let named = format!("`{subject}` ");
    // What is no path, such as a feature, has to be called what it is.
    let is_kind = |text: &str| subject.contains("::") && text.starts_with("the ") && !text.contains('`');
    let own = whole.split_once(&named).filter(|(kind, _)| is_kind(kind));
    let said = own.map_or_else(|| message(whole), |(_, rest)| format!("{} {}", code(subject), message(rest)));
    match (&finding.before, &finding.after) {
        (Some(before), Some(after)) if !whole.contains(&format!("`{before}`")) => {
            format!("{said}: it was {}, and is {}.", code(before), code(after))
        }
        _ => format!("{said}."),
    }
}
