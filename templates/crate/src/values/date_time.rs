//! A point in time, kept as the service wrote it.

use std::fmt;

use crate::json::{self, Json, Reading, Token, View};

/// A date with a time, as text in the manner of RFC 3339: `2024-02-29T08:00:00.000Z`.
///
/// The text is kept as it came, so an odd date never fails a response and is written back unchanged. Turn on the
/// feature `jiff` or `chrono` to calculate with it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DateTime(String);

impl DateTime {
    /// Takes the text as it is, without a check.
    pub fn new(text: impl Into<String>) -> Self {
        DateTime(text.into())
    }

    /// The text as it came.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The point in time.
    ///
    /// # Errors
    ///
    /// When the text is not a date with time and offset.
    #[cfg(feature = "jiff")]
    pub fn to_jiff(&self) -> Result<jiff::Timestamp, jiff::Error> {
        self.0.parse()
    }

    /// The point in time, with its offset.
    ///
    /// # Errors
    ///
    /// When the text is not a date with time and offset.
    #[cfg(feature = "chrono")]
    pub fn to_chrono(&self) -> Result<chrono::DateTime<chrono::FixedOffset>, chrono::ParseError> {
        chrono::DateTime::parse_from_rfc3339(&self.0)
    }
}

#[cfg(feature = "jiff")]
impl From<jiff::Timestamp> for DateTime {
    fn from(time: jiff::Timestamp) -> Self {
        DateTime(time.to_string())
    }
}

#[cfg(feature = "chrono")]
impl<Z: chrono::TimeZone> From<chrono::DateTime<Z>> for DateTime {
    fn from(time: chrono::DateTime<Z>) -> Self {
        DateTime(time.to_utc().to_rfc3339_opts(chrono::SecondsFormat::AutoSi, true))
    }
}

impl From<&str> for DateTime {
    fn from(text: &str) -> Self {
        DateTime(text.to_owned())
    }
}

impl From<String> for DateTime {
    fn from(text: String) -> Self {
        DateTime(text)
    }
}

impl fmt::Display for DateTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Json for DateTime {
    fn empty() -> Self {
        DateTime(String::new())
    }

    fn accept(&mut self, token: Token<'_>) -> Reading<'_> {
        self.0.accept(token)
    }

    fn plain(&self) -> Option<View<'_>> {
        Some(View::Text(&self.0))
    }
}

json::serde_by_json! { DateTime }
