//! From a finished request to an answer: credentials, attempts, and the limits of time.

use std::time::{Duration, Instant};

use bytes::Bytes;
use tokio::time::Timeout;
use tokio::time::error::Elapsed;

use super::{Request, TransportFuture, trace};
use crate::call::RawResponse;
use crate::error::{ConfigurationError, Error, RequestError, TransportError, TransportErrorKind};
use crate::retry::{FailedAttempt, retry_after};

/// A request on its way, as often as it takes.
pub(crate) struct Exchange<'a> {
    pub(crate) operation: &'static str,
    pub(crate) request: &'a Request,
}

impl Exchange<'_> {
    /// Sends the request and waits for the whole answer, whatever its status.
    pub(crate) async fn run(self) -> Result<RawResponse, Error> {
        let first = self.request()?;
        // Timers outside of a runtime would panic.
        if tokio::runtime::Handle::try_current().is_err() {
            return Err(
                ConfigurationError::new("runtime", "is missing: calls have to be awaited inside of Tokio").into()
            );
        }
        let span = trace::call(&self, &first);
        let started = Instant::now();
        let result = trace::within(&span, self.attempts(first, &span, started)).await;
        trace::ended(&span, &result, started.elapsed());
        result
    }

    async fn attempts(
        &self,
        first: ::http::Request<Bytes>,
        span: &tracing::Span,
        started: Instant,
    ) -> Result<RawResponse, Error> {
        let http = self.request.http();
        let authorizer = http.authorizer().filter(|_| self.request.needs_credentials());
        let left = || self.request.plan().timeout.saturating_sub(started.elapsed());
        let (mut next, mut number, mut replayed) = (Some(first), 1, false);
        loop {
            let mut request = match next.take() {
                Some(request) => request,
                None => self.request()?,
            };
            if let Some(authorizer) = authorizer {
                // A signature names its time, so each attempt gets its own. A token may have to be fetched, which takes time.
                let authorized = tokio::time::timeout(left(), authorizer.authorize(http, &mut request)).await;
                authorized.map_err(|elapsed| timed_out(elapsed).during(self.operation))??;
            }
            let sent = authorizer.map(|authorizer| (authorizer, request.headers().clone()));
            let result = match self.attempt(request, left()).await {
                Ok(result) => result.map(|response| RawResponse::new(self.operation, response)),
                Err(elapsed) => Err(timed_out(elapsed)),
            };
            trace::attempted(span, number, &result);
            // A success is never sent again, whatever else the answer says.
            let replay = |response: &RawResponse| {
                let refused = sent.filter(|_| !response.is_success());
                refused.is_some_and(|(authorizer, sent)| authorizer.should_replay(&sent, response))
            };
            if !replayed && result.as_ref().is_ok_and(replay) {
                replayed = true;
                continue;
            }
            let failed = FailedAttempt { number, repeatable: self.request.is_repeatable(), result: &result };
            match self.wait(&failed, left()) {
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

    fn request(&self) -> Result<::http::Request<Bytes>, Error> {
        self.request.attempt().map_err(|problem| RequestError::new(self.operation, problem).into())
    }

    /// Sends the request once, within the time of an attempt and within what is left of the call's. The transport gets the
    /// request at once, so that the future of the call keeps no room for it.
    fn attempt(&self, request: ::http::Request<Bytes>, left: Duration) -> Timeout<TransportFuture<'_>> {
        let timeout = self.request.plan().attempt_timeout.min(left);
        tokio::time::timeout(timeout, self.request.http().transport().send(request, timeout))
    }

    /// How long to wait before the next attempt, if there is to be one.
    fn wait(&self, failed: &FailedAttempt<'_>, left: Duration) -> Option<Duration> {
        let retry = &self.request.plan().retry;
        let is_failure = failed.response().is_none_or(|response| !response.is_success());
        if !is_failure || !retry.allows(failed) {
            return None;
        }
        let asked = failed.response().and_then(|response| retry_after(response.headers()));
        let wait = retry.delay(failed.number).max(asked.unwrap_or_default());
        (wait < left && self.request.http().settings().budget.take()).then_some(wait)
    }
}

fn timed_out(elapsed: Elapsed) -> TransportError {
    TransportError::new(TransportErrorKind::Timeout, elapsed)
}
