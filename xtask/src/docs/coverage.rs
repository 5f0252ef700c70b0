//! What is described, as text for people.

use std::fmt::Write;

use generator::Coverage;

/// A line for each kind of thing.
pub(super) fn counts(coverage: &Coverage) -> String {
    let mut text = String::new();
    for count in &coverage.counts {
        let share = if count.all == 0 { 100.0 } else { count.described as f64 * 100.0 / count.all as f64 };
        let must = if count.must { "" } else { " (not all need one)" };
        let _ = writeln!(text, "{:>6} of {:<6} {:>6.1} %  {}{must}", count.described, count.all, share, count.what);
    }
    text
}

/// A line for each thing that should have a text.
pub(super) fn missing(coverage: &Coverage) -> String {
    let mut text = String::new();
    for missing in &coverage.missing {
        let _ = writeln!(text, "{} {} ({}{})", missing.name, missing.problem, missing.at.source, missing.at.pointer);
    }
    text
}

#[cfg(test)]
mod tests {
    use generator::{Coverage, coverage};

    #[test]
    fn counts_read_like_a_table() {
        let count = |what, described, all, must| coverage::Count { what, described, all, must };
        let coverage = Coverage {
            counts: vec![count("parameters", 3, 4, true), count("values of enumerations", 0, 0, false)],
            missing: Vec::new(),
        };
        insta::assert_snapshot!(super::counts(&coverage), @r"
             3 of 4        75.0 %  parameters
             0 of 0       100.0 %  values of enumerations (not all need one)
        ");
    }
}
