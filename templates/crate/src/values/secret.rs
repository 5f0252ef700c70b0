//! A text that must not be printed.

use std::fmt;

/// A key, a password or a token; `Debug` does not show it.
#[allow(dead_code, reason = "a client without credentials keeps no secret")]
#[derive(Clone)]
pub(crate) struct Secret(String);

#[allow(dead_code, reason = "a client without credentials keeps no secret")]
impl Secret {
    pub(crate) fn new(text: impl Into<String>) -> Self {
        Secret(text.into())
    }

    /// The text itself, for the one place that sends or signs with it.
    pub(crate) fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}
