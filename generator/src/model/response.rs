//! What operations answer.

use super::{Content, Docs, TypeRef};

/// All answers of an operation.
#[derive(Clone, Debug)]
pub struct Responses {
    /// What the method returns.
    pub success: Success,
    /// Every documented answer, by status.
    pub all: Vec<Response>,
}

/// What a method returns when all is well.
#[derive(Clone, Debug, PartialEq)]
pub enum Success {
    /// Nothing worth reading.
    Empty,
    /// JSON of some type.
    Json {
        /// The type.
        ty: TypeRef,
        /// Whether the document declares it wrapped.
        shape: Shape,
        /// Whether another successful answer has no body, so that the value may be missing.
        may_be_empty: bool,
    },
    /// Text.
    Text,
    /// Bytes.
    Bytes,
}

/// Whether a declared answer stands in the service's envelope.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Shape {
    /// In the envelope, or the service has none.
    Usual,
    /// Without the envelope that the service's other answers have.
    Bare,
}

/// One documented answer.
#[derive(Clone, Debug)]
pub struct Response {
    /// The status it stands for.
    pub status: Status,
    /// What the document says about it.
    pub docs: Docs,
    /// Its bodies, the preferred one first; empty when it has none.
    pub contents: Vec<Content>,
    /// Its headers.
    pub headers: Vec<Header>,
}

/// A header of an answer.
#[derive(Clone, Debug)]
pub struct Header {
    /// The header's name.
    pub wire_name: String,
    /// Its type.
    pub ty: TypeRef,
    /// What the document says about it.
    pub docs: Docs,
}

/// The statuses that an answer is documented for.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Status {
    /// One status.
    Code(u16),
    /// A range such as `4XX`, by its first digit.
    Class(u16),
    /// All that are not named.
    Default,
}

impl Status {
    /// Whether it tells of success.
    pub fn is_success(self) -> bool {
        matches!(self, Self::Code(200..=299) | Self::Class(2))
    }
}

/// How the service wraps its answers: HTTP 200 whatever happened, the outcome in the body.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Envelope {
    /// The property with the outcome.
    pub status: String,
    /// The outcomes that mean success.
    pub success: Vec<i64>,
    /// The property with a text for people.
    pub message: String,
    /// The property with a finer code.
    pub code: String,
    /// The property that names the request in the service's logs.
    pub request_id: String,
    /// The property with the answer itself.
    pub payload: String,
}
