//! What came: every request with what the judge said of it.

use std::collections::VecDeque;
use std::fmt;
use std::sync::Mutex;

use serde::Serialize;
use serde_json::{Map, Value};

use super::lock;
use crate::judge::Violation;

/// One request, as the mock understood it.
///
/// Whoever tests reads it back whole, with the passwords of the test in its body; `Debug` shows no values.
#[derive(Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Recorded {
    /// The document of the operation, if there is one.
    pub document: Option<String>,
    /// The operation's id, if there is one.
    pub operation: Option<String>,
    /// The HTTP method.
    pub method: String,
    /// The path as sent.
    pub path: String,
    /// What stood after the question mark, as sent.
    pub raw_query: Option<String>,
    /// The headers by name; `authorization` and `cookie` show only that they were there.
    pub headers: Map<String, Value>,
    /// The path's variables.
    pub path_parameters: Map<String, Value>,
    /// The query parameters, each of its described type.
    pub query: Map<String, Value>,
    /// The body as JSON, or the fields of a form.
    pub body: Value,
    /// What it did wrong.
    pub violations: Vec<Violation>,
    /// The HTTP status that it was answered with; 0 when the connection was cut.
    pub status: u16,
}

impl fmt::Debug for Recorded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Recorded")
            .field("operation", &self.operation)
            .field("method", &self.method)
            .field("path", &self.path)
            .field("status", &self.status)
            .field("violations", &self.violations)
            .finish_non_exhaustive()
    }
}

/// How many requests are kept.
const KEPT: usize = 10_000;

/// The requests, oldest first.
#[derive(Debug, Default)]
pub(crate) struct Journal {
    requests: Mutex<VecDeque<Recorded>>,
}

impl Journal {
    pub(crate) fn add(&self, recorded: Recorded) {
        let mut requests = lock(&self.requests);
        if requests.len() == KEPT {
            requests.pop_front();
        }
        requests.push_back(recorded);
    }

    pub(crate) fn all(&self) -> Vec<Recorded> {
        lock(&self.requests).iter().cloned().collect()
    }

    pub(crate) fn take(&self) -> Vec<Recorded> {
        lock(&self.requests).drain(..).collect()
    }

    pub(crate) fn clear(&self) {
        lock(&self.requests).clear();
    }
}
