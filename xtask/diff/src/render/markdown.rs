//! Markdown as GitHub shows it: the body of a pull request.

use std::fmt::Write;

use super::Names;
use super::groups::by_area;
use super::wording::{callers, change, count, counts, side, verdict};
use crate::changes::Changes;
use crate::finding::Finding;
use crate::level::Level;

/// The longest text that GitHub takes for the body of a pull request or a comment.
pub const LONGEST: usize = 65_536;

/// So many findings of a level are shown; more are folded.
const UNFOLDED: usize = 20;

/// What the last lines take: ends of folds, and how much was left out.
const RESERVE: usize = 300;

/// The changes as the body of a pull request: counts, then the worst first, by area. It is never longer than [`LONGEST`]; what
/// has no place is counted.
pub fn markdown(changes: &Changes, names: Names<'_>) -> String {
    let mut page = Page { text: String::new(), left_out: 0 };
    page.line(&format!("Changes from {} to {}\n", code(names.old), code(names.new)));
    page.line("| | Breaking | Additive | Cosmetic |");
    page.line("| --- | ---: | ---: | ---: |");
    for (name, findings) in [("API", &changes.api), ("Crate", &changes.surface)] {
        match findings {
            None => page.line(&format!("| {name} | not compared | | |")),
            Some(findings) => {
                let [breaking, additive, cosmetic] = counts(findings);
                page.line(&format!("| {name} | {breaking} | {additive} | {cosmetic} |"));
            }
        }
    }
    page.line(&format!("\n{}", verdict(changes)));
    for level in Level::ALL {
        section(changes, level, &mut page);
    }
    page.end()
}

fn section(changes: &Changes, level: Level, page: &mut Page) {
    let findings: Vec<&Finding> = changes.iter().filter(|finding| finding.level == level).collect();
    if findings.is_empty() || page.left_out > 0 {
        page.left_out += findings.len();
        return;
    }
    let name = level.name();
    let (first, rest) = name.split_at(1);
    let heading = format!("{}{rest}", first.to_uppercase());
    let is_folded = level == Level::Cosmetic || findings.len() > UNFOLDED;
    page.line(&format!("\n## {heading}\n"));
    if is_folded {
        page.line(&format!("<details><summary>{}</summary>\n", count(findings.len(), "finding")));
    }
    for (area, findings) in by_area(findings.into_iter()) {
        let mut is_begun = false;
        for finding in findings {
            let heading = if is_begun { String::new() } else { format!("### {}\n\n", escaped(&area)) };
            is_begun |= page.finding(&format!("{heading}{}", one(finding)));
        }
        if is_begun {
            page.line("");
        }
    }
    if is_folded {
        page.line("</details>");
    }
}

fn one(finding: &Finding) -> String {
    let mut text = format!("- {}", message(&finding.message));
    if let Some(side) = side(finding.side) {
        let _ = write!(text, ", {side}");
    }
    if let Some(item) = finding.item.as_ref().filter(|item| **item != finding.path) {
        let _ = write!(text, " ({})", code(item));
    }
    if let Some((before, after)) = change(finding) {
        let shown = |side: &Option<String>, text: &str| if side.is_some() { code(text) } else { text.to_owned() };
        let _ = write!(text, ": {} → {}", shown(&finding.before, &before), shown(&finding.after, &after));
    }
    if let Some(callers) = callers(finding) {
        let _ = write!(text, "<br>in {}", escaped(&callers));
    }
    if finding.level == Level::Breaking && finding.advice != "Nothing." {
        let _ = write!(text, "<br>*{}*", escaped(&finding.advice));
    }
    let _ = write!(text, "<br><sub>{}</sub>", finding.rule.id);
    text
}

/// A page that does not grow too long.
struct Page {
    text: String,
    left_out: usize,
}

impl Page {
    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    /// Adds a finding, unless there is no place for it. Once one is left out, so are the others: the worst come first.
    fn finding(&mut self, text: &str) -> bool {
        // Bytes are counted, of which there are never fewer than characters.
        if self.left_out > 0 || self.text.len() + text.len() + RESERVE > LONGEST {
            self.left_out += 1;
            return false;
        }
        self.line(text);
        true
    }

    fn end(mut self) -> String {
        if self.left_out > 0 {
            let left_out = count(self.left_out, "finding");
            self.line(&format!("\n{left_out} more had no place here: `cargo xtask diff` shows them all."));
        }
        self.text
    }
}

/// A message, in which every second part between backticks is code. Whatever a name of the document holds, what comes out is
/// either code or escaped.
pub(super) fn message(message: &str) -> String {
    let mut parts: Vec<&str> = message.split('`').collect();
    let last = if parts.len().is_multiple_of(2) { parts.pop() } else { None };
    let mut text: String =
        parts.iter().enumerate().map(|(index, part)| if index % 2 == 0 { escaped(part) } else { code(part) }).collect();
    text.extend(last.map(escaped));
    text
}

/// Text as code on one line.
pub(super) fn code(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.is_empty() {
        return "(empty)".to_owned();
    }
    let mut longest = 0;
    let mut run = 0;
    for c in line.chars() {
        run = if c == '`' { run + 1 } else { 0 };
        longest = longest.max(run);
    }
    if longest == 0 {
        return format!("`{line}`");
    }
    let fence = "`".repeat(longest + 1);
    format!("{fence} {line} {fence}")
}

/// Text as nothing but text on one line: no HTML, no emphasis, no links, no mentions.
pub(super) fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for c in text.chars() {
        match c {
            '\n' | '\r' => escaped.push(' '),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            '@' => escaped.push_str("&#64;"),
            '#' => escaped.push_str("&#35;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '$' => {
                escaped.push('\\');
                escaped.push(c);
            }
            _ => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_of_a_document_cannot_become_markup() {
        assert_eq!(message("`a` is `b`"), "`a` is `b`");
        assert_eq!(message("`<img src=x>` is gone"), "`<img src=x>` is gone");
        assert_eq!(message("`a`<b>@team` is gone"), "`a`&lt;b&gt;&#64;team is gone");
        assert_eq!(message("`a` <b> *c* [d](e) @team #1"), "`a` &lt;b&gt; \\*c\\* \\[d\\](e) &#64;team &#35;1");
        assert_eq!(code("a`b"), "`` a`b ``");
        assert_eq!(code("a\n\n# b"), "`a # b`");
    }
}
