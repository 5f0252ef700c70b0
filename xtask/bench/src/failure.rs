//! Why a program has no figures.

/// Why a program has no figures. It stands in the report, and the other programs go on.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum Failure {
    /// There is no such program here.
    #[error("not installed: `--install` fetches it")]
    Missing,
    /// It could not be started or read.
    #[error("cannot be run: {0}")]
    Unusable(String),
    /// It ended with a status other than 0.
    #[error("{what} failed: {message}")]
    Failed {
        /// What was tried, such as `cargo check`.
        what: String,
        /// The first lines of what it said about it.
        message: String,
    },
}

impl Failure {
    /// A run that ended badly, with the lines of its two streams that tell why.
    pub fn of(what: impl Into<String>, errors: &str, results: &str) -> Self {
        Self::Failed { what: what.into(), message: first_lines(errors, results) }
    }

    /// Whether an edit of the document may help.
    pub fn may_be_repaired(&self) -> bool {
        matches!(self, Self::Failed { .. })
    }
}

/// The first lines of the error stream from one that names an error on, and a line of the other stream that names one.
fn first_lines(errors: &str, results: &str) -> String {
    const LINES: usize = 6;
    let found: Vec<&str> = lines(errors).collect();
    let start = found.iter().position(|line| names_an_error(line)).unwrap_or(0);
    // Where the error stream says little, some programs say more on the other one, among much else.
    let other = lines(results).filter(|line| line.len() < 200 && names_an_error(line)).last();
    let chosen = found.into_iter().skip(start).take(LINES);
    chosen.chain(other).collect::<Vec<_>>().join("\n")
}

fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim_end).filter(|line| !line.is_empty())
}

fn names_an_error(line: &str) -> bool {
    let line = line.trim_start().to_ascii_lowercase();
    ["error", "gen fail", "fatal", "exception", "thread '"].iter().any(|word| line.starts_with(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_message_begins_where_an_error_is_named() {
        let output = "reading\n\nwriting\nerror[E0277]: no\n --> src/lib.rs:1\n";
        let failure = Failure::of("cargo check", output, "");
        assert_eq!(failure.to_string(), "cargo check failed: error[E0277]: no\n --> src/lib.rs:1");
    }

    #[test]
    fn what_the_other_stream_says_about_it_is_not_lost() {
        let failure = Failure::of("it", "Error: generation failed\n", "struct Pet\ngen fail: InvalidValue\n");
        assert_eq!(failure.to_string(), "it failed: Error: generation failed\ngen fail: InvalidValue");
    }

    #[test]
    fn a_long_message_is_cut() {
        let output = (1..20).map(|line| format!("line {line}\n")).collect::<String>();
        assert_eq!(Failure::of("it", &output, "").to_string().lines().count(), 6);
    }

    #[test]
    fn no_edit_of_the_document_brings_a_missing_program() {
        assert!(!Failure::Missing.may_be_repaired());
        assert!(Failure::of("it", "", "").may_be_repaired());
    }
}
