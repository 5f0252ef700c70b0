//! An answer as it came.

use std::fmt;

use ::http::{HeaderMap, StatusCode};
use bytes::Bytes;
use serde::de::DeserializeOwned;

/// What the service answered: HTTP status, headers and body.
///
/// `Debug` shows neither header values nor the body, as these hold tokens.
#[derive(Clone)]
pub struct RawResponse {
    operation: &'static str,
    status: StatusCode,
    headers: HeaderMap,
    body: Bytes,
}

impl RawResponse {
    pub(crate) fn new(operation: &'static str, response: ::http::Response<Bytes>) -> Self {
        let (parts, body) = response.into_parts();
        RawResponse { operation, status: parts.status, headers: parts.headers, body }
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
