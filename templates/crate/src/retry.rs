//! When a call is sent again, and after how long.

mod budget;
mod retry_after;

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

pub(crate) use self::budget::Budget;
pub(crate) use self::retry_after::retry_after;
use crate::call::RawResponse;
use crate::error::{TransportError, TransportErrorKind};
use crate::random;

/// How often a call is sent again that failed for a passing reason.
///
/// Passing reasons are a connection that did not come about or broke off, an attempt that took too long, and the statuses
/// 408, 429, 500, 502, 503 and 504. A request is only sent again when that is safe: when its operation only reads, when
/// its method is idempotent (RFC 9110, 9.2.2), or when the service cannot have acted on it because no connection came
/// about or it answered 429. [`any_request`](Self::any_request) lifts that.
///
/// The waits are random, up to a limit that doubles with each attempt. `Retry-After` is obeyed. All calls of a client
/// share a budget: when most of them fail, retries stop until calls succeed again. No retry outlasts the call's timeout.
#[derive(Clone)]
pub struct Retry {
    max_attempts: u32,
    base_delay: Duration,
    max_delay: Duration,
    any_request: bool,
    decide: Option<Arc<Decide>>,
}

type Decide = dyn Fn(&FailedAttempt<'_>) -> bool + Send + Sync;

impl Retry {
    /// Up to three attempts, with waits of up to 0.2 seconds, 0.4 seconds and so on, never more than 5 seconds.
    pub fn standard() -> Self {
        Retry {
            max_attempts: 3,
            base_delay: Duration::from_millis(200),
            max_delay: Duration::from_secs(5),
            any_request: false,
            decide: None,
        }
    }

    /// One attempt and no other.
    pub fn off() -> Self {
        Retry { max_attempts: 1, ..Retry::standard() }
    }

    /// How often a call is sent in all, the first time included. 0 counts as 1.
    #[must_use]
    pub fn max_attempts(self, max_attempts: u32) -> Self {
        Retry { max_attempts: max_attempts.max(1), ..self }
    }

    /// The longest wait before the second attempt. It doubles with each further one.
    #[must_use]
    pub fn base_delay(self, base_delay: Duration) -> Self {
        Retry { base_delay, ..self }
    }

    /// The longest wait before any attempt.
    #[must_use]
    pub fn max_delay(self, max_delay: Duration) -> Self {
        Retry { max_delay, ..self }
    }

    /// Sends any request again, even one that may then take effect twice.
    #[must_use]
    pub fn any_request(self) -> Self {
        Retry { any_request: true, ..self }
    }

    /// Asks `decide` instead of the rules above whether there is to be another attempt. The number of attempts, the
    /// budget and the timeout still hold.
    #[must_use]
    pub fn when(self, decide: impl Fn(&FailedAttempt<'_>) -> bool + Send + Sync + 'static) -> Self {
        Retry { decide: Some(Arc::new(decide)), ..self }
    }

    /// Whether the rules allow an attempt after this one.
    pub(crate) fn allows(&self, failed: &FailedAttempt<'_>) -> bool {
        if failed.number >= self.max_attempts {
            return false;
        }
        match &self.decide {
            Some(decide) => decide(failed),
            None => failed.is_transient() && (self.any_request || failed.is_safe_to_repeat()),
        }
    }

    /// How long to wait after the attempt of this number: full jitter over an exponential limit.
    pub(crate) fn delay(&self, number: u32) -> Duration {
        let doubled = 2_u32.saturating_pow(number.saturating_sub(1));
        random::duration_up_to(self.base_delay.saturating_mul(doubled).min(self.max_delay))
    }
}

impl Default for Retry {
    fn default() -> Self {
        Retry::standard()
    }
}

impl fmt::Debug for Retry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Retry")
            .field("max_attempts", &self.max_attempts)
            .field("base_delay", &self.base_delay)
            .field("max_delay", &self.max_delay)
            .field("any_request", &self.any_request)
            .finish_non_exhaustive()
    }
}

/// An attempt that brought no success, for [`Retry::when`].
#[derive(Debug)]
pub struct FailedAttempt<'a> {
    pub(crate) number: u32,
    pub(crate) repeatable: bool,
    pub(crate) result: &'a Result<RawResponse, TransportError>,
}

impl FailedAttempt<'_> {
    /// Which attempt it was; the first is 1.
    pub fn number(&self) -> u32 {
        self.number
    }

    /// The answer, if one came.
    pub fn response(&self) -> Option<&RawResponse> {
        self.result.as_ref().ok()
    }

    /// Why no answer came.
    pub fn transport_error(&self) -> Option<&TransportError> {
        self.result.as_ref().err()
    }

    /// Whether the failure may pass by itself.
    pub fn is_transient(&self) -> bool {
        match self.result {
            Ok(response) => is_transient_status(response.effective_status()),
            Err(error) => error.kind().is_transient(),
        }
    }

    /// Whether sending the request again cannot do anything twice.
    pub fn is_safe_to_repeat(&self) -> bool {
        self.repeatable
            || match self.result {
                Ok(response) => response.effective_status() == 429,
                Err(error) => error.kind() == TransportErrorKind::Connect,
            }
    }
}

/// Whether a status is one that may pass.
pub(crate) fn is_transient_status(status: u16) -> bool {
    matches!(status, 408 | 429 | 500 | 502 | 503 | 504)
}
