//! An answer beside what was made of it.

use ::http::{HeaderMap, StatusCode};
use bytes::Bytes;

use super::RawResponse;

/// A decoded value with the HTTP answer that it came in.
#[derive(Clone, Debug)]
pub struct Response<T> {
    value: T,
    raw: RawResponse,
}

impl<T> Response<T> {
    pub(crate) fn new(value: T, raw: RawResponse) -> Self {
        Response { value, raw }
    }

    /// The decoded value.
    pub fn value(&self) -> &T {
        &self.value
    }

    /// The decoded value alone.
    pub fn into_value(self) -> T {
        self.value
    }

    /// The HTTP status.
    pub fn status(&self) -> StatusCode {
        self.raw.status()
    }

    /// The headers.
    pub fn headers(&self) -> &HeaderMap {
        self.raw.headers()
    }

    /// The body as it came.
    pub fn body(&self) -> &Bytes {
        self.raw.body()
    }

    /// The answer as it came, with more ways to look at it.
    pub fn as_raw(&self) -> &RawResponse {
        &self.raw
    }
}
