//! Bodies by media type (OpenAPI 3.0.4, sections 4.7.13 and 4.7.14).

use super::{Constraints, Docs, Literal, Presence, TypeRef};

/// What an operation sends.
#[derive(Clone, Debug)]
pub struct RequestBody {
    /// Whether it must be sent.
    pub presence: Presence,
    /// The form that the crate sends.
    pub content: Content,
    /// The other forms that the service would take as well.
    pub alternatives: Vec<Content>,
    /// What the document says about it.
    pub docs: Docs,
}

/// One media type of a body and the type of its value.
#[derive(Clone, Debug, PartialEq)]
pub struct Content {
    /// The media type or range, as the document writes it.
    pub media_type: String,
    /// The family that it belongs to.
    pub kind: MediaKind,
    /// The type of the value; free JSON where the document has no schema.
    pub ty: TypeRef,
    /// The limits on the value as a whole.
    pub constraints: Constraints,
    /// A value to show.
    pub example: Option<Literal>,
}

/// How a body of some media type is written and read.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum MediaKind {
    /// `application/json`, `*+json` and ranges that include it.
    Json,
    /// `application/x-www-form-urlencoded`.
    Form,
    /// `multipart/*`.
    Multipart,
    /// `text/*`.
    Text,
    /// Anything else, as bytes.
    Bytes,
}
