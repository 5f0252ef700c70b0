//! A day of the calendar, kept as the service wrote it.

use std::fmt;

use crate::json::{self, Json, Reading, Token, View};

/// A date without a time, as text in the manner of RFC 3339: `2024-02-29`.
///
/// The text is kept as it came, so an odd date never fails a response and is written back unchanged. Turn on the
/// feature `jiff` or `chrono` to calculate with it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(String);

impl Date {
    /// Takes the text as it is, without a check.
    pub fn new(text: impl Into<String>) -> Self {
        Date(text.into())
    }

    /// The text as it came.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The day.
    ///
    /// # Errors
    ///
    /// When the text is not a date.
    #[cfg(feature = "jiff")]
    pub fn to_jiff(&self) -> Result<jiff::civil::Date, jiff::Error> {
        self.0.parse()
    }

    /// The day.
    ///
    /// # Errors
    ///
    /// When the text is not a date.
    #[cfg(feature = "chrono")]
    pub fn to_chrono(&self) -> Result<chrono::NaiveDate, chrono::ParseError> {
        self.0.parse()
    }
}

#[cfg(feature = "jiff")]
impl From<jiff::civil::Date> for Date {
    fn from(day: jiff::civil::Date) -> Self {
        Date(day.to_string())
    }
}

#[cfg(feature = "chrono")]
impl From<chrono::NaiveDate> for Date {
    fn from(day: chrono::NaiveDate) -> Self {
        Date(day.to_string())
    }
}

impl From<&str> for Date {
    fn from(text: &str) -> Self {
        Date(text.to_owned())
    }
}

impl From<String> for Date {
    fn from(text: String) -> Self {
        Date(text)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Json for Date {
    fn empty() -> Self {
        Date(String::new())
    }

    fn accept(&mut self, token: Token<'_>) -> Reading<'_> {
        self.0.accept(token)
    }

    fn plain(&self) -> Option<View<'_>> {
        Some(View::Text(&self.0))
    }
}

json::serde_by_json! { Date }
