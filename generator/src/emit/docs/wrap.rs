//! Lines of a width that people read, broken where Markdown takes no notice.

use super::spans::Runs;

/// Breaks a line of prose at spaces, so that files stay readable.
pub(in super::super) fn wrap(line: &str) -> Vec<String> {
    const WIDTH: usize = 110;
    if line.chars().count() <= WIDTH || line.starts_with('|') || line.starts_with("```") {
        return vec![line.to_owned()];
    }
    let trimmed = line.trim_start();
    let is_list = trimmed.starts_with("- ") || trimmed.starts_with("* ") || trimmed.starts_with("+ ");
    let indent = " ".repeat(line.len() - trimmed.len() + if is_list { 2 } else { 0 });
    let mut lines = Vec::new();
    let mut current = " ".repeat(line.len() - trimmed.len());
    let mut length = current.len();
    for word in words(trimmed) {
        let width = word.chars().count();
        if length + width > WIDTH && !current.trim().is_empty() {
            lines.push(current.trim_end().to_owned());
            current = indent.clone();
            length = indent.len();
        }
        current.push_str(word);
        current.push(' ');
        length += width + 1;
    }
    lines.push(current.trim_end().to_owned());
    lines
}

/// The words of a line; code between backticks is one word, so that it is never broken.
fn words(line: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let runs = Runs::of(line);
    let (mut start, mut at) = (0, 0);
    while let Some(next) = line[at..].chars().next() {
        at += match next {
            '`' => {
                let (run, end) = runs.code_at(&line[at..]);
                end.unwrap_or(run)
            }
            // An escaped backtick opens nothing.
            '\\' if line[at + 1..].starts_with('`') => 2,
            ' ' => {
                words.push(&line[start..at]);
                start = at + 1;
                1
            }
            other => other.len_utf8(),
        };
    }
    words.push(&line[start..]);
    words
}

#[cfg(test)]
mod tests {
    use super::wrap;

    #[test]
    fn code_is_not_broken() {
        let line = format!("{}: `POST /api/v3/somewhere`", "`x`".repeat(35));
        assert_eq!(wrap(&line), [format!("{}:", "`x`".repeat(35)), "`POST /api/v3/somewhere`".to_owned()]);
    }
}
