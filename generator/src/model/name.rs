//! Rust identifiers.

use std::fmt;

/// A legal Rust identifier, unique in its scope; `naming` makes them and nobody else.
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Ident(String);

impl Ident {
    pub(crate) fn new(text: String) -> Self {
        Self(text)
    }

    /// The identifier as it stands in code, with `r#` where it is a keyword.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The identifier without `r#`, as it stands in file names and inside longer names.
    pub fn plain(&self) -> &str {
        self.0.strip_prefix("r#").unwrap_or(&self.0)
    }
}

impl fmt::Display for Ident {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
