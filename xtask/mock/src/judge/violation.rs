//! What a request or an answer does wrong.

use std::fmt;

use serde::Serialize;

/// One departure from the document.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub struct Violation {
    /// The part of the message that it is found in.
    pub place: Place,
    /// Where in that part, as a JSON pointer (RFC 6901); the first step is the name of the parameter or header.
    pub pointer: String,
    /// The rule: a keyword of JSON Schema, or a word of this crate's own such as `unknown-parameter`.
    pub rule: String,
    /// Where the document states it, as a JSON pointer; empty when it is no matter of the document.
    pub stated_at: String,
    /// What is wrong, in a sentence. It holds no secret.
    pub message: String,
    /// The service's own code for it, where it has one: 1300 to 1306 for signatures, 2020 for tokens.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub api_code: Option<u32>,
}

/// A part of a message.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "the parts of an HTTP message")]
pub enum Place {
    Method,
    Path,
    Query,
    Header,
    Cookie,
    Body,
    Credentials,
    Answer,
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = format!("{:?}", self.place).to_ascii_lowercase();
        write!(f, "{place}{}: {}: {}", self.pointer, self.rule, self.message)
    }
}
