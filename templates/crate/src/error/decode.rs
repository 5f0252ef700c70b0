//! Answers that are not what their description says.

use crate::call::RawResponse;
use crate::json::Failure;

/// A body that cannot be read: broken JSON always, and in strict mode any departure from the description.
///
/// The text tells the place and the JSON types, never a value. The body itself is in [`response`](Self::response).
#[derive(Clone, Debug, thiserror::Error)]
#[error("{}: the answer cannot be read: {failure}", response.operation())]
pub struct DecodeError {
    failure: Failure,
    response: RawResponse,
}

impl DecodeError {
    pub(crate) fn new(failure: Failure, response: RawResponse) -> Self {
        DecodeError { failure, response }
    }

    /// Where in the body it is, as a JSON pointer (RFC 6901); empty for the body as a whole.
    pub fn pointer(&self) -> &str {
        &self.failure.pointer
    }

    /// What was expected and found there, with line and column.
    pub fn problem(&self) -> &str {
        &self.failure.message
    }

    /// The answer with its HTTP status, headers and body.
    pub fn response(&self) -> &RawResponse {
        &self.response
    }
}
