//! From a finished request to an answer: credentials, attempts, and the limits of time.

use std::time::{Duration, Instant};

use ::http::Request;
use bytes::Bytes;
use tokio::time::error::Elapsed;

use super::plan::Plan;
use super::{Http, trace};
use crate::call::RawResponse;
use crate::error::{ConfigurationError, Error, TransportError, TransportErrorKind};
use crate::retry::{FailedAttempt, retry_after};

/// A request that is ready to be sent, as often as it takes.
pub(crate) struct Exchange {
    pub(crate) operation: &'static str,
    /// The path with its variables open, which has few values over all calls.
    pub(crate) template: String,
    pub(crate) request: Request<Bytes>,
    pub(crate) plan: Plan,
    /// Whether the client's [`Authorizer`](super::Authorizer) is to be asked.
    pub(crate) needs_credentials: bool,
    /// Whether sending it twice does what sending it once does.
    pub(crate) repeatable: bool,
}

impl Exchange {
    /// Sends the request and waits for the whole answer, whatever its status.
    pub(crate) async fn run(self, http: &Http) -> Result<RawResponse, Error> {
        // Timers outside of a runtime would panic.
        if tokio::runtime::Handle::try_current().is_err() {
            return Err(
                ConfigurationError::new("runtime", "is missing: calls have to be awaited inside of Tokio").into()
            );
        }
        let span = trace::call(&self, http);
        let started = Instant::now();
        let result = trace::within(&span, self.attempts(http, &span, started)).await;
        trace::ended(&span, &result, started.elapsed());
        result
    }

    async fn attempts(&self, http: &Http, span: &tracing::Span, started: Instant) -> Result<RawResponse, Error> {
        let left = || self.plan.timeout.saturating_sub(started.elapsed());
        let (mut number, mut replayed) = (1, false);
        loop {
            let mut request = self.request.clone();
            let authorizer = http.authorizer().filter(|_| self.needs_credentials);
            if let Some(authorizer) = authorizer {
                // A signature names its time, so each attempt gets its own. A token may have to be fetched, which takes time.
                let authorized = tokio::time::timeout(left(), authorizer.authorize(http, &mut request)).await;
                authorized.map_err(|elapsed| timed_out(elapsed).during(self.operation))??;
            }
            let sent = authorizer.map(|authorizer| (authorizer, request.clone()));
            let result = self.attempt(http, request, left()).await;
            trace::attempted(span, number, &result);
            let replay = |response| sent.is_some_and(|(authorizer, sent)| authorizer.should_replay(&sent, response));
            if !replayed && result.as_ref().is_ok_and(replay) {
                replayed = true;
                continue;
            }
            let failed = FailedAttempt { number, repeatable: self.repeatable, result: &result };
            match self.wait(http, &failed, left()) {
                Some(wait) => tokio::time::sleep(wait).await,
                None => {
                    if result.as_ref().is_ok_and(RawResponse::is_success) {
                        http.settings().budget.give_back(number - 1);
                    }
                    return result.map_err(|error| error.during(self.operation).into());
                }
            }
            number += 1;
        }
    }

    /// Sends the request once, within the time of an attempt and within what is left of the call's.
    async fn attempt(
        &self,
        http: &Http,
        request: Request<Bytes>,
        left: Duration,
    ) -> Result<RawResponse, TransportError> {
        let timeout = self.plan.attempt_timeout.min(left);
        match tokio::time::timeout(timeout, http.transport().send(request, timeout)).await {
            Ok(result) => result.map(|response| RawResponse::new(self.operation, response)),
            Err(elapsed) => Err(timed_out(elapsed)),
        }
    }

    /// How long to wait before the next attempt, if there is to be one.
    fn wait(&self, http: &Http, failed: &FailedAttempt<'_>, left: Duration) -> Option<Duration> {
        let is_failure = failed.response().is_none_or(|response| !response.is_success());
        if !is_failure || !self.plan.retry.allows(failed) {
            return None;
        }
        let asked = failed.response().and_then(|response| retry_after(response.headers()));
        let wait = self.plan.retry.delay(failed.number).max(asked.unwrap_or_default());
        (wait < left && http.settings().budget.take()).then_some(wait)
    }
}

fn timed_out(elapsed: Elapsed) -> TransportError {
    TransportError::new(TransportErrorKind::Timeout, elapsed)
}
