//! Where a thing stands in its document.

/// A document and a JSON pointer into it, for messages and for tools that come after.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Place {
    /// The document's name as people see it.
    pub source: String,
    /// The JSON pointer (RFC 6901).
    pub pointer: String,
}
