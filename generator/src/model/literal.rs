//! Values that a document gives for a default or an example.

use std::fmt;

/// A JSON value as compact JSON text.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Literal(String);

impl Literal {
    pub(crate) fn new(json: String) -> Self {
        Self(json)
    }

    /// The JSON text.
    pub fn as_json(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Literal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
