//! One event.

use std::fmt;

use serde::de::DeserializeOwned;
use tokio_tungstenite::tungstenite::Utf8Bytes;

/// What the service tells: a text, which is JSON.
///
/// `Debug` does not show it, as it is about people.
#[derive(Clone, PartialEq, Eq)]
pub struct Event {
    text: Utf8Bytes,
}

impl Event {
    pub(super) fn new(text: Utf8Bytes) -> Self {
        Event { text }
    }

    /// The text as it came.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text as JSON of any type.
    ///
    /// # Errors
    ///
    /// When the text is not JSON, or not of that type.
    pub fn json<T: DeserializeOwned>(&self) -> Result<T, serde_json::Error> {
        serde_json::from_str(&self.text)
    }
}

impl fmt::Debug for Event {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Event").field("text", &format_args!("{} bytes", self.text.len())).finish()
    }
}
