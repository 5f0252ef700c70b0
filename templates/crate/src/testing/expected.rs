//! An expectation without its types: what is kept of it, and how it takes requests.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::Answer;
use super::operation::Operation;
use super::sent::{Sent, Variables};

/// One expectation of a mock.
pub(super) struct Expected {
    pub(super) operation: Operation,
    plan: Mutex<Plan>,
}

/// What was said of it, and what came.
#[derive(Default)]
struct Plan {
    /// One for each request; the last one stays.
    answers: Vec<Answer>,
    delay: Duration,
    times: Option<usize>,
    condition: Option<Condition>,
    taken: Vec<(Sent, Variables)>,
}

/// Whether an expectation takes a request of its operation.
pub(super) type Condition = Arc<dyn Fn(&Sent, Variables) -> bool + Send + Sync>;

impl Expected {
    pub(super) fn new(operation: Operation) -> Self {
        Expected { operation, plan: Mutex::default() }
    }

    pub(super) fn set_answers(&self, answers: Vec<Answer>) {
        self.plan().answers = answers;
    }

    pub(super) fn set_delay(&self, delay: Duration) {
        self.plan().delay = delay;
    }

    pub(super) fn set_times(&self, times: usize) {
        self.plan().times = Some(times);
    }

    pub(super) fn set_condition(&self, condition: Condition) {
        self.plan().condition = Some(condition);
    }

    /// The requests that it took, in order.
    pub(super) fn taken(&self) -> Vec<(Sent, Variables)> {
        self.plan().taken.clone()
    }

    /// Takes a request of its operation, or passes it over.
    pub(super) fn take(&self, sent: &Sent, variables: Variables) -> Option<Answer> {
        // A condition is the test's own code, which may look at this very expectation.
        let condition = self.plan().condition.clone();
        if condition.is_some_and(|holds| !holds(sent, variables.clone())) {
            return None;
        }
        let mut plan = self.plan();
        let number = plan.taken.len();
        if plan.times.is_some_and(|times| number >= times) {
            return None;
        }
        plan.taken.push((sent.clone(), variables));
        let answer = plan.answers.get(number).or(plan.answers.last());
        let unsaid = || Answer::unprepared(format!("{sent} came to {}, which says no answer", self.operation));
        Some(answer.cloned().unwrap_or_else(unsaid).after(plan.delay))
    }

    /// What is wrong with it, as a line of a report.
    pub(super) fn problem(&self) -> Option<String> {
        let (plan, operation) = (self.plan(), &self.operation);
        let came = plan.taken.len();
        if plan.answers.is_empty() && came > 0 {
            return Some(format!("{operation} came {} and says no answer", count(came)));
        }
        let times = plan.times.filter(|&times| came < times)?;
        Some(format!("{operation} was expected {} and came {}", count(times), count(came)))
    }

    fn plan(&self) -> MutexGuard<'_, Plan> {
        self.plan.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn count(times: usize) -> String {
    match times {
        0 => "never".to_owned(),
        1 => "once".to_owned(),
        _ => format!("{times} times"),
    }
}
