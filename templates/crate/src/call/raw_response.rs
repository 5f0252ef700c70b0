//! An answer as it came.

use std::fmt;

use ::http::{HeaderMap, StatusCode};
use bytes::Bytes;
use serde::de::DeserializeOwned;

use crate::http::Outcome;
use crate::metadata::ENVELOPE;

/// What the service answered: HTTP status, headers and body.
///
/// `Debug` shows neither header values nor the body, as these hold tokens.
#[derive(Clone)]
pub struct RawResponse {
    operation: &'static str,
    status: StatusCode,
    headers: HeaderMap,
    body: Bytes,
    /// What the API's envelope says, where the body is one.
    outcome: Option<Outcome>,
}

impl RawResponse {
    pub(crate) fn new(operation: &'static str, response: ::http::Response<Bytes>) -> Self {
        let (parts, body) = response.into_parts();
        let outcome = ENVELOPE.and_then(|envelope| envelope.open(&body));
        RawResponse { operation, status: parts.status, headers: parts.headers, body, outcome }
    }

    pub(crate) fn outcome(&self) -> Option<&Outcome> {
        self.outcome.as_ref()
    }

    /// The status that counts: HTTP's own if it is a failure, else that of the body.
    pub(crate) fn effective_status(&self) -> u16 {
        let stated = self.outcome.as_ref().and_then(|outcome| u16::try_from(outcome.status).ok());
        if self.status.is_success() { stated.unwrap_or(self.status.as_u16()) } else { self.status.as_u16() }
    }

    /// Whether HTTP and the body agree that the call succeeded. A redirect is no failure: some operations answer with one.
    pub(crate) fn is_success(&self) -> bool {
        let says_so = |outcome: &Outcome| ENVELOPE.is_some_and(|envelope| envelope.success.contains(&outcome.status));
        self.status.is_redirection() || self.status.is_success() && self.outcome.as_ref().is_none_or(says_so)
    }

    /// The operation that was called.
    pub fn operation(&self) -> &str {
        self.operation
    }

    pub(crate) fn operation_name(&self) -> &'static str {
        self.operation
    }

    /// The HTTP status.
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// The headers.
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// The body as it came.
    pub fn body(&self) -> &Bytes {
        &self.body
    }

    /// The body as JSON of any type.
    ///
    /// # Errors
    ///
    /// When the body is not JSON, or not of that type.
    pub fn body_as<T: DeserializeOwned>(&self) -> Result<T, serde_json::Error> {
        serde_json::from_slice(&self.body)
    }

    /// The service's name for this exchange, from the header `x-request-id`.
    pub fn request_id(&self) -> Option<&str> {
        self.headers.get("x-request-id")?.to_str().ok()
    }
}

impl fmt::Debug for RawResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RawResponse")
            .field("operation", &self.operation)
            .field("status", &self.status)
            .field("headers", &self.headers.keys().collect::<Vec<_>>())
            .field("body", &format_args!("{} bytes", self.body.len()))
            .finish()
    }
}
