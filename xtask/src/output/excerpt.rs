//! A few lines of what differs between two texts.

use std::time::Duration;

use similar::{ChangeTag, TextDiff};

/// Lines of differences that are shown of a file.
const LINES: usize = 8;

/// The first lines that differ, each with its number; the rest is counted. Empty when only the line ends differ.
pub(super) fn of(old: &str, new: &str) -> String {
    // Two large texts with nothing in common take long to compare well; a coarse answer does.
    let diff = TextDiff::configure().timeout(Duration::from_millis(100)).diff_lines(old, new);
    let mut text = String::new();
    let mut left_out = 0;
    let changes = diff.iter_all_changes().filter(|change| change.tag() != ChangeTag::Equal);
    for (count, change) in changes.enumerate() {
        if count >= LINES {
            left_out += 1;
            continue;
        }
        let number = change.old_index().or(change.new_index()).map_or(0, |index| index + 1);
        let line = change.value().trim_end_matches(['\r', '\n']);
        text.push_str(&format!("{number:>6} {}{line}\n", change.tag()));
    }
    if left_out > 0 {
        text.push_str(&format!("       ... {left_out} more lines differ\n"));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn shows_what_is_taken_away_and_what_comes() {
        assert_eq!(of("one\ntwo\nthree\n", "one\n2\nthree\nfour\n"), "     2 -two\n     2 +2\n     4 +four\n");
    }

    #[test]
    fn counts_what_is_too_much_to_show() {
        let new: String = (0..20).map(|number| format!("{number}\n")).collect();
        assert!(of("", &new).ends_with("     8 +7\n       ... 12 more lines differ\n"));
    }
}
