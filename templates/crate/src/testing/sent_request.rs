//! A request that a test looks at.

use std::fmt;

use ::http::{HeaderMap, Method, Uri};
use bytes::Bytes;
use serde_json::Value;

use super::content::Format;
use super::pairs::pairs;
use super::sent::{Sent, Variables};
use super::{Content, Given};

/// A request as it was sent.
///
/// `Debug` shows neither the query nor header values nor the body, as these hold secrets.
#[non_exhaustive]
pub struct SentRequest<P = (), B = Value> {
    /// The parameters as they were given: `()` where the operation has none, and `None` where the call set none.
    pub params: P,
    /// The body, read from the bytes that were sent.
    pub body: B,
    sent: Sent,
    variables: Variables,
}

impl<P: Given, B: Content> SentRequest<P, B> {
    /// The problem names places and types, never values.
    pub(super) fn read(sent: Sent, variables: Variables, format: Format) -> Result<Self, String> {
        let (params, body) = (P::given(sent.params()), B::read(&sent, format)?);
        Ok(SentRequest { params, body, sent, variables })
    }
}

impl<P, B> SentRequest<P, B> {
    /// The HTTP method.
    pub fn method(&self) -> &Method {
        self.sent.method()
    }

    /// The URL with its query.
    pub fn uri(&self) -> &Uri {
        self.sent.uri()
    }

    /// A variable of the path, by its name in the description, without escapes.
    pub fn path(&self, name: &str) -> Option<&str> {
        self.variables.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The pairs of the query in their order, without escapes.
    pub fn query(&self) -> Vec<(String, String)> {
        pairs(self.uri().query().unwrap_or_default())
    }

    /// A header's value, where it is text.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.sent.header(name)
    }

    /// The headers.
    pub fn headers(&self) -> &HeaderMap {
        self.sent.headers()
    }

    /// The body as it was sent.
    pub fn bytes(&self) -> &Bytes {
        self.sent.body()
    }
}

impl<P, B> fmt::Debug for SentRequest<P, B> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SentRequest")
            .field("method", self.method())
            .field("path", &self.sent.path())
            .field("headers", &self.headers().keys().collect::<Vec<_>>())
            .field("body", &format_args!("{} bytes", self.bytes().len()))
            .finish_non_exhaustive()
    }
}
