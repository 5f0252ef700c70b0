//! How often a broken connection is opened again, and after how long.

use std::time::Duration;

use crate::random;

/// What happens when a connection breaks.
///
/// The waits are random, up to a limit that doubles with each attempt, so that the subscribers of a service that was
/// down do not all come back at once. A `Retry-After` of the service is obeyed, up to the longest wait.
///
/// Attempts are counted until a connection proves good: it brings an event, or the service is still heard on it after
/// [`Subscribe::keep_alive`](super::Subscribe::keep_alive). Then the count begins anew.
#[derive(Clone, Debug)]
pub struct Reconnect {
    max_attempts: u32,
    base_delay: Duration,
    max_delay: Duration,
}

impl Reconnect {
    /// Up to five attempts in a row, after waits of up to 1 second, 2 seconds and so on, never more than 30 seconds.
    pub fn standard() -> Self {
        Reconnect { max_attempts: 5, base_delay: Duration::from_secs(1), max_delay: Duration::from_secs(30) }
    }

    /// No attempt: the stream ends when its connection does.
    pub fn off() -> Self {
        Reconnect { max_attempts: 0, ..Reconnect::standard() }
    }

    /// How many attempts in a row may fail. With `u32::MAX` there is no end to them.
    #[must_use]
    pub fn max_attempts(self, max_attempts: u32) -> Self {
        Reconnect { max_attempts, ..self }
    }

    /// The longest wait before the first attempt. It doubles with each further one.
    #[must_use]
    pub fn base_delay(self, base_delay: Duration) -> Self {
        Reconnect { base_delay, ..self }
    }

    /// The longest wait before any attempt; more than a day counts as a day.
    #[must_use]
    pub fn max_delay(self, max_delay: Duration) -> Self {
        Reconnect { max_delay: max_delay.min(DAY), ..self }
    }

    /// Whether there may be another attempt after so many.
    pub(super) fn allows_another(&self, attempts: u32) -> bool {
        attempts < self.max_attempts || self.max_attempts == u32::MAX
    }

    /// How long to wait before the attempt of this number, of which the first is 1. `asked` is what the service asks for.
    pub(super) fn delay(&self, number: u32, asked: Option<Duration>) -> Duration {
        let doubled = 2_u32.saturating_pow(number.saturating_sub(1));
        let longest = self.base_delay.saturating_mul(doubled).min(self.max_delay);
        random::duration_up_to(longest).max(asked.unwrap_or_default().min(self.max_delay))
    }
}

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

impl Default for Reconnect {
    fn default() -> Self {
        Reconnect::standard()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_stay_below_a_limit_that_doubles() {
        let reconnect = Reconnect::standard();
        for (number, longest) in [(1, 1), (2, 2), (3, 4), (5, 16), (6, 30), (u32::MAX, 30)] {
            let longest = Duration::from_secs(longest);
            assert!((0..100).all(|_| reconnect.delay(number, None) <= longest), "attempt {number}");
        }
    }

    #[test]
    fn the_service_may_ask_for_a_longer_wait_within_limits() {
        let reconnect = Reconnect::standard().base_delay(Duration::ZERO);
        assert_eq!(reconnect.delay(1, Some(Duration::from_secs(7))), Duration::from_secs(7));
        assert_eq!(reconnect.delay(1, Some(Duration::MAX)), Duration::from_secs(30));
    }

    #[test]
    fn no_setting_overflows() {
        let reconnect = Reconnect::standard().base_delay(Duration::MAX).max_delay(Duration::MAX);
        assert!(reconnect.delay(u32::MAX, None) <= DAY);
    }

    #[test]
    fn attempts_are_limited_unless_there_is_no_limit() {
        let reconnect = Reconnect::standard();
        assert!(reconnect.allows_another(4) && !reconnect.allows_another(5));
        assert!(!Reconnect::off().allows_another(0));
        assert!(Reconnect::off().max_attempts(u32::MAX).allows_another(u32::MAX));
    }
}
