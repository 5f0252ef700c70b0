//! HTTP statuses that are no success.

use crate::call::RawResponse;

/// The HTTP status is not a success, and the body does not say more in the API's own way.
#[derive(Clone, Debug, thiserror::Error)]
#[error("{}: HTTP status {}", response.operation(), response.status())]
pub struct StatusError {
    response: RawResponse,
}

impl StatusError {
    pub(crate) fn new(response: RawResponse) -> Self {
        StatusError { response }
    }

    /// The answer with its status, headers and body.
    pub fn response(&self) -> &RawResponse {
        &self.response
    }
}
