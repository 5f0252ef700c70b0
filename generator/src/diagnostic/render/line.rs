//! Texts of documents, made so that they stay on their line.

use annotate_snippets::normalize_untrusted_str;

/// A text in which nothing ends the line or is an instruction to a terminal.
///
/// What a document says may hold a line break and then `::error::`, which GitHub Actions would obey.
pub(super) fn one_line(text: &str) -> String {
    // The library shows most of them as pictures; it leaves line breaks and the controls beyond ASCII.
    normalize_untrusted_str(text).replace(|c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}'), " ")
}
