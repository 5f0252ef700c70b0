//! A value that came from a service newer than this crate.

use std::fmt;

/// The text of an enum value that this version of the crate does not know.
///
/// It has no public constructor, so that a known value can never hide in an `Unknown` variant: use the enum's
/// `From<&str>` instead.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnknownValue(String);

impl UnknownValue {
    #[allow(dead_code, reason = "only enums make these, and a crate may have none")]
    pub(crate) fn new(text: String) -> Self {
        UnknownValue(text)
    }

    /// The value as it came.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for UnknownValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl fmt::Display for UnknownValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
