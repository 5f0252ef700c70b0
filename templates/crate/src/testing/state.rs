//! What a mock and its clients share: expectations, requests, and what went wrong.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serde_json::Value;

use super::content::Format;
use super::expected::Expected;
use super::operation::Operation;
use super::operations::AREAS;
use super::sent::{Sent, Variables};
use super::{Answer, SentRequest};

/// The inside of a mock.
#[derive(Default)]
pub(super) struct State {
    expected: Mutex<Vec<Arc<Expected>>>,
    came: Mutex<Vec<Sent>>,
    /// Requests that got no answer, each as a line of the report.
    unanswered: Mutex<Vec<String>>,
    has_told: AtomicBool,
}

impl State {
    /// Adds an expectation behind those that are there.
    pub(super) fn expect(&self, operation: Operation) -> Arc<Expected> {
        let expected = Arc::new(Expected::new(operation));
        lock(&self.expected).push(Arc::clone(&expected));
        expected
    }

    /// What comes back for a request: the answer of the first expectation that takes it.
    pub(super) fn answer(&self, sent: Sent) -> Answer {
        lock(&self.came).push(sent.clone());
        let expected = lock(&self.expected).clone();
        let own = operations().find(|operation| operation.has_sent(&sent));
        let mut passed_over = None;
        for expected in &expected {
            let operation = &expected.operation;
            // Which of `/users/{id}` and `/users/me` is meant, the operation's own method knows.
            if own.is_some() && operation.is_public() && !operation.has_sent(&sent) {
                continue;
            }
            let Some(variables) = operation.recognise(&sent) else { continue };
            match expected.take(&sent, variables) {
                Some(answer) => return answer,
                None => passed_over = passed_over.or(Some(operation)),
            }
        }
        let problem = match passed_over {
            Some(operation) => format!("{operation} is used up, or `when` passed over this one"),
            None => {
                let known = own.or_else(|| operations().find(|operation| operation.recognise(&sent).is_some()));
                let custom = || Operation::custom(sent.method().clone(), sent.path());
                format!("{} says what comes back", known.cloned().unwrap_or_else(custom))
            }
        };
        let problem = format!("{sent} was not expected: {problem}");
        lock(&self.unanswered).push(problem.clone());
        Answer::unprepared(problem)
    }

    pub(super) fn requests(&self) -> Vec<SentRequest<(), Value>> {
        let sent = lock(&self.came).clone();
        // Any body can be read as this, so none is left out.
        sent.into_iter().filter_map(|sent| SentRequest::read(sent, Variables::new(), Format::Any).ok()).collect()
    }

    /// Panics with all that is wrong.
    #[track_caller]
    #[expect(clippy::panic, reason = "that is how a test fails")]
    pub(super) fn verify(&self) {
        let unanswered = lock(&self.unanswered).clone();
        let problems: Vec<String> = lock(&self.expected).iter().filter_map(|expected| expected.problem()).collect();
        let lines: String = unanswered.iter().chain(&problems).map(|line| format!("\n- {line}")).collect();
        if !lines.is_empty() {
            self.has_told.store(true, Ordering::Relaxed);
            panic!("the mock was not used as expected:{lines}");
        }
    }

    /// Whether a test has heard what is wrong. Once is enough.
    pub(super) fn has_told(&self) -> bool {
        self.has_told.load(Ordering::Relaxed)
    }
}

/// Every operation of this crate, as far as its area is compiled.
fn operations() -> impl Iterator<Item = &'static Operation> {
    AREAS.iter().flat_map(|area| area.iter())
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
