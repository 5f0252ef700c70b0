//! Texts as cells of a Markdown table, which has one line a row and `|` between cells.

use crate::model::Json;

use super::super::fence::Fences;
use super::super::json;

/// A text of several lines in one.
pub(super) fn prose(markdown: &str) -> String {
    let mut paragraphs: Vec<String> = Vec::new();
    let mut fences = Fences::default();
    for line in markdown.lines().map(str::trim_end) {
        let was_open = fences.is_open();
        let is_code = fences.hold(line);
        if was_open != fences.is_open() {
            paragraphs.push(String::new());
            continue;
        }
        // A block has no place in a cell, so each of its lines is code by itself.
        if is_code {
            paragraphs.extend([super::super::docs::code(line), String::new()]);
            continue;
        }
        let item = line.trim_start().strip_prefix("- ").or_else(|| line.trim_start().strip_prefix("* "));
        match (item, paragraphs.last_mut()) {
            (Some(item), _) => paragraphs.push(format!("\u{2022} {item}")),
            (None, Some(last)) if !line.is_empty() && !last.is_empty() => {
                last.push(' ');
                last.push_str(line.trim_start());
            }
            _ => paragraphs.push(line.trim_start().to_owned()),
        }
    }
    let lines: Vec<String> = paragraphs.into_iter().filter(|line| !line.is_empty()).collect();
    escape(&lines.join("<br>"))
}

/// A value as code; nothing for no value.
pub(super) fn value(json: Option<&Json>) -> String {
    match json {
        None | Some(Json::Null) => String::new(),
        Some(Json::Text(text)) if !text.is_empty() => code(text),
        Some(json) => code(&json::compact(json)),
    }
}

/// Code within a cell: a bar would end it even there.
pub(super) fn code(text: &str) -> String {
    let line: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    escape(&super::super::docs::code(&line))
}

fn escape(text: &str) -> String {
    text.replace('|', "\\|")
}

#[cfg(test)]
mod tests {
    use super::{code, prose};

    #[test]
    fn a_cell_is_one_line_without_bars() {
        assert_eq!(prose("one\ntwo\n\n- a | b\n- c"), "one two<br>\u{2022} a \\| b<br>\u{2022} c");
        assert_eq!(prose("see\n```text\n<b>|\n```\nend"), "see<br>`<b>\\|`<br>end");
        assert_eq!(code("a|b\nc"), "`a\\|b c`");
        assert_eq!(code("a`b"), "`` a`b ``");
    }
}
