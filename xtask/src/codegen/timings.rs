//! How long each stage took, as a table.

use std::fmt::Write;

use generator::Stage;

/// A line for each stage, with its share of the whole run.
///
/// ```text
/// stage                time  of the run  worked on
/// parse             61.2 ms      13.4 %  72 texts, 3.1 MB
/// ```
pub(super) fn of(stages: &[Stage], run: &Stage) -> String {
    let width = stages.iter().map(|stage| stage.name.len()).max().unwrap_or_default().max("stage".len());
    let mut text = format!("{:<width$}  {:>10}  {:>10}  worked on\n", "stage", "time", "of the run");
    for stage in stages.iter().chain([run]) {
        let share = 100.0 * stage.took.as_secs_f64() / run.took.as_secs_f64().max(f64::MIN_POSITIVE);
        let took = format!("{:.1} ms", stage.took.as_secs_f64() * 1e3);
        let share = format!("{share:.1} %");
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{:<width$}  {took:>10}  {share:>10}  {}", stage.name, stage.what);
    }
    text
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use generator::Stage;

    #[test]
    fn a_table_has_a_line_for_each_stage() {
        let stage = |name, what: &str, took| Stage { name, what: what.to_owned(), took: Duration::from_micros(took) };
        let stages = [stage("read", "3 documents", 1250), stage("pass pagination", "622 operations", 50)];
        assert_eq!(
            super::of(&stages, &stage("all", "", 5000)),
            "stage                  time  of the run  worked on\n\
             read                 1.2 ms      25.0 %  3 documents\n\
             pass pagination      0.1 ms       1.0 %  622 operations\n\
             all                  5.0 ms     100.0 %  \n"
        );
    }
}
