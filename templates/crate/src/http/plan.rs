//! How a call is to be carried out, apart from the request itself.

use std::time::Duration;

use crate::json::Mode;
use crate::retry::Retry;

/// What a client sets for all of its calls, and a call may change for itself.
#[derive(Clone, Debug)]
pub(crate) struct Plan {
    /// For the call with all of its attempts and waits.
    pub(crate) timeout: Duration,
    /// For one attempt, from connecting to the last byte.
    pub(crate) attempt_timeout: Duration,
    pub(crate) retry: Retry,
    pub(crate) mode: Mode,
}

impl Plan {
    pub(crate) fn new() -> Self {
        Plan {
            timeout: Duration::from_secs(30),
            attempt_timeout: Duration::from_secs(10),
            retry: Retry::standard(),
            mode: Mode::Tolerant,
        }
    }
}
