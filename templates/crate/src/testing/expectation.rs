//! What a test says of an operation, by the operation's own types.

use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;
use std::time::Duration;

use super::expected::Expected;
use super::{Answer, Content, Failure, Given, SentRequest};
use crate::error::TransportErrorKind;

/// Requests that are expected, and what comes back.
///
/// `P` are the parameters of the operation, `B` is its body, `A` what it answers. Several expectations of one operation
/// are tried in the order in which they were made. One that has come as often as [`times`](Self::times) says is passed
/// over; one that says no number takes any number of requests, none included.
///
/// This is a thin shell: what it says is kept without types, and compiled once.
pub struct Expectation<P, B, A> {
    expected: Arc<Expected>,
    types: PhantomData<Types<P, B, A>>,
}

/// It holds none of these, so it can be shared whatever they are.
type Types<P, B, A> = fn() -> (P, B, A);

impl<P, B, A> Expectation<P, B, A> {
    pub(super) fn new(expected: Arc<Expected>) -> Self {
        Expectation { expected, types: PhantomData }
    }

    /// Lets the service refuse.
    pub fn fails(self, failure: Failure) -> Self {
        self.answers(failure)
    }

    /// Answers with status, headers and body as they are: what a gateway says, or an answer that departs from its
    /// description. `(502, "Bad Gateway")` is an answer as well.
    pub fn answers(self, answer: impl Into<Answer>) -> Self {
        self.expected.set_answers(vec![answer.into()]);
        self
    }

    /// Breaks the connection off.
    pub fn breaks(self, kind: TransportErrorKind) -> Self {
        self.answers(Answer::breaks(kind))
    }

    /// Waits before each answer. Tokio's paused clock makes the wait short.
    pub fn delays(self, delay: Duration) -> Self {
        self.expected.set_delay(delay);
        self
    }

    /// Says how many requests are to come, no more and no fewer.
    pub fn times(self, times: usize) -> Self {
        self.expected.set_times(times);
        self
    }
}

impl<P, B, A: Content> Expectation<P, B, A> {
    /// Answers as the service does: with the whole answer that the operation's method returns.
    #[expect(clippy::needless_pass_by_value, reason = "an answer is made for this")]
    pub fn returns(self, answer: A) -> Self {
        let format = self.expected.operation.answers;
        self.answers(answer.write(format))
    }

    /// Gives one answer after the other, each once. [`times`](Self::times) is their number, unless it is set after this;
    /// the last one stays where it is more.
    pub fn returns_each(self, answers: impl IntoIterator<Item = A>) -> Self {
        let format = self.expected.operation.answers;
        let answers: Vec<Answer> = answers.into_iter().map(|answer| answer.write(format)).collect();
        self.expected.set_times(answers.len());
        self.expected.set_answers(answers);
        self
    }
}

impl<P: Given, B: Content, A> Expectation<P, B, A> {
    /// Takes only requests of which this holds. A request whose body is not what the operation sends is none of them.
    pub fn when(self, holds: impl Fn(&SentRequest<P, B>) -> bool + Send + Sync + 'static) -> Self {
        let format = self.expected.operation.takes;
        self.expected.set_condition(Arc::new(move |sent, variables| {
            SentRequest::read(sent.clone(), variables, format).is_ok_and(|request| holds(&request))
        }));
        self
    }

    /// The requests that it took, in order.
    ///
    /// # Panics
    ///
    /// When the body of one is not what the operation sends. Only a custom request can have such a body.
    #[track_caller]
    pub fn requests(&self) -> Vec<SentRequest<P, B>> {
        let format = self.expected.operation.takes;
        let taken = self.expected.taken().into_iter();
        let read: Result<Vec<_>, String> =
            taken.map(|(sent, variables)| SentRequest::read(sent, variables, format)).collect();
        match read {
            Ok(requests) => requests,
            #[expect(clippy::panic, reason = "a test that looks at such a request is to fail")]
            Err(problem) => panic!("{} took a request with another body: {problem}", self.expected.operation),
        }
    }
}

impl<P, B, A> Clone for Expectation<P, B, A> {
    fn clone(&self) -> Self {
        Expectation::new(Arc::clone(&self.expected))
    }
}

impl<P, B, A> fmt::Debug for Expectation<P, B, A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Expectation").field("of", &self.expected.operation.to_string()).finish_non_exhaustive()
    }
}
