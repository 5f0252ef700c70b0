//! From a finished request to an answer: credentials, attempts, and the limits of time.

use std::time::{Duration, Instant};

use ::http::Request;
use bytes::Bytes;

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
        let result = trace::within(&span, async {
            match tokio::time::timeout(self.plan.timeout, self.attempts(http, &span)).await {
                Ok(result) => result,
                Err(elapsed) => {
                    Err(TransportError::new(TransportErrorKind::Timeout, elapsed).during(self.operation).into())
                }
            }
        });
        let result = result.await;
        trace::ended(&span, &result, started.elapsed());
        result
    }

    async fn attempts(&self, http: &Http, span: &tracing::Span) -> Result<RawResponse, Error> {
        let deadline = Instant::now() + self.plan.timeout;
        let (mut number, mut replayed) = (1, false);
        loop {
            let sent = self.authorized(http).await?;
            let replay = |response: &RawResponse| {
                self.needs_credentials && http.authorizer().is_some_and(|it| it.should_replay(&sent, response))
            };
            let result = self.attempt(http, sent.clone()).await;
            trace::attempted(span, number, &result);
            if !replayed && result.as_ref().is_ok_and(replay) {
                replayed = true;
                continue;
            }
            let failed = FailedAttempt { number, repeatable: self.repeatable, result: &result };
            match self.wait(http, &failed).filter(|wait| Instant::now() + *wait < deadline) {
                Some(wait) => tokio::time::sleep(wait).await,
                None => {
                    if result.as_ref().is_ok_and(|response| response.status().is_success()) {
                        http.settings().budget.give_back(number - 1);
                    }
                    return result.map_err(|error| error.during(self.operation).into());
                }
            }
            number += 1;
        }
    }

    /// The request as one attempt sends it. A signature names its time, so each attempt gets its own.
    async fn authorized(&self, http: &Http) -> Result<Request<Bytes>, Error> {
        let mut request = self.request.clone();
        if let Some(authorizer) = http.authorizer().filter(|_| self.needs_credentials) {
            authorizer.authorize(http, &mut request).await?;
        }
        Ok(request)
    }

    async fn attempt(&self, http: &Http, request: Request<Bytes>) -> Result<RawResponse, TransportError> {
        let timeout = self.plan.attempt_timeout.min(self.plan.timeout);
        // The transport has the time too, but one that somebody else wrote may not look at it.
        match tokio::time::timeout(timeout, http.transport().send(request, timeout)).await {
            Ok(result) => result.map(|response| RawResponse::new(self.operation, response)),
            Err(elapsed) => Err(TransportError::new(TransportErrorKind::Timeout, elapsed)),
        }
    }

    /// How long to wait before the next attempt, if there is to be one.
    fn wait(&self, http: &Http, failed: &FailedAttempt<'_>) -> Option<Duration> {
        let retry = &self.plan.retry;
        let is_failure = failed.response().is_none_or(|response| !response.is_success());
        if !is_failure || !retry.allows(failed) || !http.settings().budget.take() {
            return None;
        }
        let asked = failed.response().and_then(|response| retry_after(response.headers()));
        Some(retry.delay(failed.number).max(asked.unwrap_or_default()))
    }
}
