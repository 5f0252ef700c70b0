//! The API's own errors.

use std::fmt;

use crate::call::RawResponse;
use crate::http::Outcome;

/// The service's own account of why it refused a request.
///
/// It often comes with the HTTP status 200: what counts is [`status_code`](Self::status_code).
#[derive(Clone, Debug)]
pub struct ApiError {
    outcome: Outcome,
    response: RawResponse,
}

impl ApiError {
    pub(crate) fn new(outcome: Outcome, response: RawResponse) -> Self {
        ApiError { outcome, response }
    }

    /// The business status in the body.
    pub fn status_code(&self) -> i64 {
        self.outcome.status
    }

    /// The finer business code, if there is one.
    pub fn api_code(&self) -> Option<i64> {
        self.outcome.code
    }

    /// The service's own words.
    pub fn message(&self) -> &str {
        &self.outcome.message
    }

    /// The service's name for this exchange, to quote in a support request.
    pub fn request_id(&self) -> Option<&str> {
        self.outcome.request_id.as_deref().or(self.response.request_id())
    }

    /// The answer with its HTTP status, headers and body.
    pub fn response(&self) -> &RawResponse {
        &self.response
    }
}

impl std::error::Error for ApiError {}

impl fmt::Display for ApiError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: status {}", self.response.operation(), self.status_code())?;
        if let Some(code) = self.api_code() {
            write!(f, ", code {code}")?;
        }
        write!(f, ": {}", self.message())?;
        if let Some(id) = self.request_id() {
            write!(f, " (request {id})")?;
        }
        Ok(())
    }
}
