//! Requests that cannot be sent.

/// A request could not be built from its arguments.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{operation}: {problem}")]
pub struct RequestError {
    operation: &'static str,
    problem: String,
}

impl RequestError {
    pub(crate) fn new(operation: &'static str, problem: String) -> Self {
        RequestError { operation, problem }
    }

    /// The operation that was called.
    pub fn operation(&self) -> &str {
        self.operation
    }
}
