//! What a sweep over all operations found.

/// Counts calls, and keeps what went wrong.
#[derive(Default)]
pub(crate) struct Report {
    calls: usize,
    failures: Vec<String>,
}

/// How many failures are shown.
const SHOWN: usize = 60;

impl Report {
    pub(crate) fn add(&mut self, operation: &str, trial: &str, outcome: Result<(), String>) {
        self.calls += 1;
        if let Err(problem) = outcome {
            self.failures.push(format!("{operation} ({trial}): {problem}"));
        }
    }

    /// Panics with all failures, if there are any; says how many calls there were.
    pub(crate) fn conclude(self, what: &str, at_least: usize) {
        println!("{what}: {} calls, {} failures", self.calls, self.failures.len());
        let shown: Vec<&str> = self.failures.iter().take(SHOWN).map(String::as_str).collect();
        assert!(shown.is_empty(), "{} of {} calls failed\n{}", self.failures.len(), self.calls, shown.join("\n"));
        assert!(self.calls >= at_least, "only {} calls", self.calls);
    }
}
