//! Scripted answers.

use std::collections::BTreeMap;
use std::sync::Mutex;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::lock;

/// An answer that somebody scripted.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Expectation {
    /// The operation's id.
    pub operation: String,
    /// How often the answer is given; afterwards the next one counts. Without it, always.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub times: Option<u32>,
    /// The HTTP status; without it the one that the document has for success.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<u16>,
    /// Headers to send beside those of the body.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub headers: BTreeMap<String, String>,
    /// The body: JSON, or with a `content-type` of another kind, a text that is sent as it is. Without it, a sample of the
    /// described answer, or the service's envelope when there is a failure.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body: Option<Value>,
    /// The envelope of a refusal.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub failure: Option<ScriptedFailure>,
    /// Milliseconds to wait before the answer.
    pub delay: u64,
    /// How often the answer was given. The mock counts it, from nothing.
    pub used: u32,
}

/// What the service says when it refuses.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ScriptedFailure {
    /// The envelope's status, such as 404.
    pub status_code: u16,
    /// The finer code, such as 2004.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub api_code: Option<u32>,
    /// A text for people.
    #[serde(default)]
    pub message: String,
}

/// Why an answer cannot be scripted.
#[derive(Debug, thiserror::Error)]
pub enum ExpectationError {
    /// There is no such operation.
    #[error("no document has an operation `{0}`")]
    UnknownOperation(String),
    /// A header cannot be sent.
    #[error("`{0}` with this value is no header")]
    Header(String),
    /// A status is none of HTTP's.
    #[error("{0} is no status of an answer")]
    Status(u16),
}

/// All scripted answers, in the order in which they were given.
#[derive(Debug, Default)]
pub(super) struct Scripts {
    expectations: Mutex<Vec<Expectation>>,
}

impl Scripts {
    pub(super) fn add(&self, expectation: Expectation) {
        lock(&self.expectations).push(expectation);
    }

    pub(super) fn all(&self) -> Vec<Expectation> {
        lock(&self.expectations).clone()
    }

    pub(super) fn clear(&self) {
        lock(&self.expectations).clear();
    }

    /// The answer to the next call of an operation, counted as given.
    pub(super) fn next(&self, operation: &str) -> Option<Expectation> {
        let mut expectations = lock(&self.expectations);
        let is_next = |it: &&mut Expectation| it.operation == operation && it.times.is_none_or(|times| it.used < times);
        let next = expectations.iter_mut().find(is_next)?;
        next.used += 1;
        Some(next.clone())
    }
}
