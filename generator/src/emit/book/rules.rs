//! The page of the rules that documents are held to: the texts of `cargo xtask explain`.

use crate::diagnostic::Rule;

/// Where the page stands in the book.
pub(super) const PAGE: &str = "rules.md";

/// Its title in the sidebar.
pub(super) const TITLE: &str = "Rules for descriptions";

/// The page, with a section for each rule.
pub(super) fn page() -> String {
    let mut page = format!(
        "# {TITLE}\n\nWhat `cargo xtask check-spec` and `cargo xtask codegen` report, rule by rule. `cargo xtask explain RULE` shows one of \
         these sections.\n"
    );
    for rule in Rule::all() {
        page.push('\n');
        page.push_str(&below(rule.explanation()));
    }
    page
}

/// A text with its headings one level lower. A line of code may begin with the same sign.
fn below(text: &str) -> String {
    let mut is_code = false;
    let mut lowered = String::with_capacity(text.len() + 16);
    for line in text.lines() {
        is_code ^= line.starts_with("```");
        if !is_code && line.starts_with('#') {
            lowered.push('#');
        }
        lowered.push_str(line);
        lowered.push('\n');
    }
    lowered
}

#[cfg(test)]
mod tests {
    #[test]
    fn headings_go_down_and_code_stays() {
        let text = "# GA0000: no-rule\n\n```yaml\n# a comment\n```\n\n## Why\n";
        assert_eq!(super::below(text), "## GA0000: no-rule\n\n```yaml\n# a comment\n```\n\n### Why\n");
    }
}
