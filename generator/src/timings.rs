//! How long the stages of a run take, and what each of them worked on.

use std::cell::RefCell;
use std::time::{Duration, Instant};

/// The stages of one run, in the order in which they ended. When it is off, nothing is measured and nothing is kept.
#[derive(Clone, Debug, Default)]
pub struct Timings(Option<RefCell<Vec<Stage>>>);

/// One stage.
#[derive(Clone, Debug)]
pub struct Stage {
    /// Such as `parse`, or `pass recursion`.
    pub name: &'static str,
    /// What it worked on, in a few words.
    pub what: String,
    /// How long it took by the clock on the wall. Stages of several documents run at the same time.
    pub took: Duration,
}

/// A stage that runs.
pub struct Clock<'a> {
    running: Option<(&'a RefCell<Vec<Stage>>, Instant)>,
}

impl Timings {
    /// Measures every stage.
    pub fn on() -> Self {
        Self(Some(RefCell::default()))
    }

    /// Measures nothing, and costs nothing.
    pub fn off() -> Self {
        Self(None)
    }

    /// Begins a stage.
    pub fn start(&self) -> Clock<'_> {
        Clock { running: self.0.as_ref().map(|stages| (stages, Instant::now())) }
    }

    /// The stages that have ended.
    pub fn stages(&self) -> Vec<Stage> {
        self.0.as_ref().map(|stages| stages.borrow().clone()).unwrap_or_default()
    }

    /// Whether anything is measured.
    pub(crate) fn is_on(&self) -> bool {
        self.0.is_some()
    }

    /// Adds the stages of a thread of its own.
    pub(crate) fn extend(&self, others: &Self) {
        if let Some(stages) = &self.0 {
            stages.borrow_mut().extend(others.stages());
        }
    }
}

impl Clock<'_> {
    /// Ends the stage; `what` says what it worked on.
    pub fn stop(self, name: &'static str, what: impl FnOnce() -> String) {
        if let Some((stages, started)) = self.running {
            let took = started.elapsed();
            stages.borrow_mut().push(Stage { name, what: what(), took });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Timings;

    #[test]
    fn stages_are_kept_in_the_order_of_their_ends() {
        let timings = Timings::on();
        let outer = timings.start();
        timings.start().stop("inner", || "a text".to_owned());
        outer.stop("outer", String::new);
        let names: Vec<&str> = timings.stages().iter().map(|stage| stage.name).collect();
        assert_eq!(names, ["inner", "outer"]);
    }

    #[test]
    fn nothing_is_kept_when_off() {
        let timings = Timings::off();
        let mut asked = false;
        timings.start().stop("stage", || {
            asked = true;
            String::new()
        });
        assert!(!asked, "nobody asks what it worked on");
        assert!(timings.stages().is_empty());
    }
}
