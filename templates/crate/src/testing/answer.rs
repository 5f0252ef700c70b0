//! An answer of HTTP, or none.

use std::fmt;
use std::time::Duration;

use ::http::{HeaderName, HeaderValue, Response, StatusCode};
use bytes::Bytes;
use serde::Serialize;

use crate::error::{TransportError, TransportErrorKind};

/// What comes back for a request, as it is.
///
/// `Debug` shows neither header values nor the body.
#[derive(Clone)]
pub struct Answer {
    outcome: Outcome,
    delay: Duration,
}

#[derive(Clone)]
enum Outcome {
    Response { status: u16, headers: Vec<(String, String)>, body: Bytes },
    Break { kind: TransportErrorKind, reason: String },
}

impl Answer {
    /// An answer without headers and body.
    pub fn new(status: u16) -> Self {
        Outcome::Response { status, headers: Vec::new(), body: Bytes::new() }.into()
    }

    /// An answer with a body of JSON.
    pub fn json(status: u16, body: &(impl Serialize + ?Sized)) -> Self {
        match serde_json::to_vec(body) {
            Ok(text) => Answer::new(status).header("content-type", "application/json").body(text),
            Err(error) => Answer::unprepared(format!("the answer cannot be written as JSON: {error}")),
        }
    }

    /// No answer, because of this.
    pub fn breaks(kind: TransportErrorKind) -> Self {
        Outcome::Break { kind, reason: "the test breaks the exchange off".to_owned() }.into()
    }

    pub(super) fn unprepared(reason: String) -> Self {
        Outcome::Break { kind: TransportErrorKind::Unprepared, reason }.into()
    }

    /// Adds a header.
    #[must_use]
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        if let Outcome::Response { headers, .. } = &mut self.outcome {
            headers.push((name.into(), value.into()));
        }
        self
    }

    /// Sets the body.
    #[must_use]
    pub fn body(mut self, body: impl Into<Vec<u8>>) -> Self {
        if let Outcome::Response { body: present, .. } = &mut self.outcome {
            *present = Bytes::from(body.into());
        }
        self
    }

    /// Waits before it comes. Tokio's paused clock makes the wait short.
    #[must_use]
    pub fn delays(self, delay: Duration) -> Self {
        Answer { delay, ..self }
    }

    /// The same after a further wait.
    pub(super) fn after(self, delay: Duration) -> Self {
        let delay = self.delay.saturating_add(delay);
        self.delays(delay)
    }

    /// What a transport makes of it.
    pub(super) async fn give(self) -> Result<Response<Bytes>, TransportError> {
        if !self.delay.is_zero() {
            tokio::time::sleep(self.delay).await;
        }
        let unprepared = |problem: String| TransportError::new(TransportErrorKind::Unprepared, problem);
        let (status, headers, body) = match self.outcome {
            Outcome::Response { status, headers, body } => (status, headers, body),
            Outcome::Break { kind, reason } => return Err(TransportError::new(kind, reason)),
        };
        let mut response = Response::new(body);
        *response.status_mut() =
            StatusCode::from_u16(status).map_err(|_| unprepared(format!("{status} is no status of HTTP")))?;
        for (name, value) in headers {
            let problem = |_| unprepared(format!("HTTP does not allow the header `{name}` of the answer"));
            let value = HeaderValue::from_str(&value).map_err(|_| problem(()))?;
            let name = HeaderName::from_bytes(name.as_bytes()).map_err(|_| problem(()))?;
            response.headers_mut().append(name, value);
        }
        Ok(response)
    }
}

impl From<Outcome> for Answer {
    fn from(outcome: Outcome) -> Self {
        Answer { outcome, delay: Duration::ZERO }
    }
}

impl From<(u16, &str)> for Answer {
    /// Status and body.
    fn from((status, body): (u16, &str)) -> Self {
        Answer::new(status).body(body)
    }
}

impl From<TransportErrorKind> for Answer {
    fn from(kind: TransportErrorKind) -> Self {
        Answer::breaks(kind)
    }
}

impl fmt::Debug for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.outcome {
            Outcome::Response { status, body, .. } => {
                let length = body.len();
                let mut shown = f.debug_struct("Answer");
                shown.field("status", status).field("body", &format_args!("{length} bytes")).finish_non_exhaustive()
            }
            Outcome::Break { kind, .. } => f.debug_struct("Answer").field("breaks", kind).finish_non_exhaustive(),
        }
    }
}
