//! Code between backticks: where it ends, in time that does not grow with the square of the text.

use std::collections::HashMap;

/// The runs of backticks in a line: for each length, how much of the line is left at the last of them.
pub(super) struct Runs(HashMap<usize, usize>);

impl Runs {
    pub(super) fn of(line: &str) -> Self {
        let mut last = HashMap::new();
        let mut rest = line;
        while let Some(start) = rest.find('`') {
            rest = &rest[start..];
            let run = run(rest);
            last.insert(run, rest.len());
            rest = &rest[run..];
        }
        Self(last)
    }

    /// How many backticks the end of the line begins with, and where the code that they open ends: where as many follow each
    /// other.
    pub(super) fn code_at(&self, text: &str) -> (usize, Option<usize>) {
        let opening = run(text);
        // Without this, each of many runs that nothing closes would be looked for up to the end.
        if self.0.get(&opening).is_none_or(|left| *left >= text.len()) {
            return (opening, None);
        }
        let mut end = opening;
        while let Some(next) = text[end..].find('`') {
            let start = end + next;
            let length = run(&text[start..]);
            end = start + length;
            if length == opening {
                return (opening, Some(end));
            }
        }
        (opening, None)
    }
}

/// How many backticks a text begins with.
fn run(text: &str) -> usize {
    text.len() - text.trim_start_matches('`').len()
}

#[cfg(test)]
mod tests {
    use super::Runs;

    #[test]
    fn code_ends_at_as_many_backticks() {
        let line = "``a ` b`` c ` d";
        let runs = Runs::of(line);
        assert_eq!(runs.code_at(line), (2, Some(9)));
        assert_eq!(runs.code_at(&line[1..]), (1, Some(4)));
        assert_eq!(runs.code_at(&line[12..]), (1, None));
    }
}
