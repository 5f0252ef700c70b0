//! A transport that follows a list, for tests of retries and failures.

use std::collections::VecDeque;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use ::http::Request;
use bytes::Bytes;
use serde_json::Value;

use super::content::Format;
use super::sent::{Sent, Variables};
use super::{Answer, SentRequest};
use crate::http::{Transport, TransportFuture};

/// Gives one answer after the other, whatever is asked, and keeps the requests.
///
/// A [`Mock`](super::Mock) looks at requests; this looks at their number. A call that comes after the last answer fails
/// and says so. Clones are cheap and share everything, so a test gives a clone to the client and keeps one.
#[derive(Clone)]
pub struct Script {
    lines: Arc<Mutex<Lines>>,
}

struct Lines {
    answers: VecDeque<Answer>,
    came: Vec<Sent>,
}

impl Script {
    /// Begins with the first of these answers.
    pub fn new<A: Into<Answer>>(answers: impl IntoIterator<Item = A>) -> Self {
        let answers = answers.into_iter().map(Into::into).collect();
        Script { lines: Arc::new(Mutex::new(Lines { answers, came: Vec::new() })) }
    }

    /// The requests that came, in order. Their bodies are as [`Mock::on`](super::Mock::on) has them.
    pub fn requests(&self) -> Vec<SentRequest<(), Value>> {
        let came = self.lines().came.clone();
        came.into_iter().filter_map(|sent| SentRequest::read(sent, Variables::new(), Format::Any).ok()).collect()
    }

    /// How many answers nobody has asked for yet.
    pub fn left(&self) -> usize {
        self.lines().answers.len()
    }

    fn answer(&self, sent: &Sent) -> Answer {
        let mut lines = self.lines();
        lines.came.push(sent.clone());
        let number = lines.came.len();
        let spent = || Answer::unprepared(format!("the script ends before {sent}, which is request number {number}"));
        lines.answers.pop_front().unwrap_or_else(spent)
    }

    fn lines(&self) -> MutexGuard<'_, Lines> {
        self.lines.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Transport for Script {
    fn send(&self, request: Request<Bytes>, _: Duration) -> TransportFuture<'_> {
        Box::pin(async move { self.answer(&Sent::new(request)).give().await })
    }
}

impl fmt::Debug for Script {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lines = self.lines();
        f.debug_struct("Script").field("left", &lines.answers.len()).field("came", &lines.came.len()).finish()
    }
}
