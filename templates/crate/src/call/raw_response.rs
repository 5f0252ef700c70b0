//! An answer as it came.

use std::fmt;
use std::sync::OnceLock;

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
    /// The status that the API's envelope states, where the body is one.
    stated_status: Option<i64>,
    /// What else the envelope says. Successes are seldom asked for it.
    outcome: OnceLock<Option<Outcome>>,
}

impl RawResponse {
    pub(crate) fn new(operation: &'static str, response: ::http::Response<Bytes>) -> Self {
        let (parts, body) = response.into_parts();
        let (status, headers) = (parts.status, parts.headers);
        let stated_status = ENVELOPE.and_then(|envelope| envelope.status_in(&body));
        let mut response = RawResponse { operation, status, headers, body, stated_status, outcome: OnceLock::new() };
        if !response.states_success() {
            // A failure counts only in a body that is whole.
            response.stated_status = response.outcome().map(|outcome| outcome.status);
        }
        response
    }

    pub(crate) fn outcome(&self) -> Option<&Outcome> {
        self.outcome.get_or_init(|| ENVELOPE.and_then(|envelope| envelope.open(&self.body))).as_ref()
    }

    pub(crate) fn stated_status(&self) -> Option<i64> {
        self.stated_status
    }

    /// Whether the body states no failure.
    pub(crate) fn states_success(&self) -> bool {
        let is_success = |status| ENVELOPE.is_some_and(|envelope| envelope.success.contains(&status));
        self.stated_status.is_none_or(is_success)
    }

    /// The status that counts: HTTP's own if it is a failure, else that of the body.
    pub(crate) fn effective_status(&self) -> u16 {
        let stated = self.stated_status.and_then(|status| u16::try_from(status).ok());
        if self.status.is_success() { stated.unwrap_or(self.status.as_u16()) } else { self.status.as_u16() }
    }

    /// Whether HTTP and the body agree that the call succeeded. A redirect is no failure: some operations answer with one.
    pub(crate) fn is_success(&self) -> bool {
        self.status.is_redirection() || self.status.is_success() && self.states_success()
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
