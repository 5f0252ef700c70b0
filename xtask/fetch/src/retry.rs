//! How long to wait after a failure, if another attempt makes sense.

use std::time::Duration;

use crate::{Error, Limits};

/// The time to wait after attempt number `done`, which counts from 1; `None` when there is no other.
pub(crate) fn pause(error: &Error, done: u32, limits: &Limits) -> Option<Duration> {
    if !error.is_passing() || done >= limits.attempts {
        return None;
    }
    let asked = match error {
        Error::Status { retry_after, .. } => *retry_after,
        _ => None,
    };
    let pause = asked.unwrap_or_else(|| limits.pause.saturating_mul(1 << (done - 1).min(16)));
    // Who asks for more than that does not want to be waited for.
    if asked.is_some() && pause > limits.longest_pause { None } else { Some(pause.min(limits.longest_pause)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Address;

    fn status(status: u16, retry_after: Option<u64>) -> Option<Error> {
        let address: Address = "https://example.com/".parse().ok()?;
        Some(Error::Status { address, status, retry_after: retry_after.map(Duration::from_secs) })
    }

    fn pauses(error: Option<Error>) -> Vec<Option<u64>> {
        let error = error.as_ref();
        (1..=3).map(|done| Some(pause(error?, done, &Limits::default())?.as_secs())).collect()
    }

    #[test]
    fn waiting_doubles_and_ends() {
        assert_eq!(pauses(status(503, None)), [Some(1), Some(2), None]);
    }

    #[test]
    fn a_server_is_obeyed_unless_it_asks_for_too_much() {
        assert_eq!(pauses(status(429, Some(7))), [Some(7), Some(7), None]);
        assert_eq!(pauses(status(503, Some(3600))), [None, None, None]);
    }

    #[test]
    fn what_will_not_pass_is_not_tried_again() {
        assert_eq!(pauses(status(404, None)), [None, None, None]);
    }
}
