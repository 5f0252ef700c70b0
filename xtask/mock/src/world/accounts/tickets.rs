//! Tokens that allow one thing, once and for a short time.

use std::collections::HashMap;
use std::fmt;
use std::time::{Duration, SystemTime};

use super::Random;

/// Tokens, and what each of them allows.
pub(crate) struct Tickets<T> {
    good_for: Duration,
    open: HashMap<String, Ticket<T>>,
}

struct Ticket<T> {
    allows: T,
    until: SystemTime,
}

impl<T> Tickets<T> {
    /// No tokens yet; each will be good for this long.
    pub(crate) fn new(good_for: Duration) -> Self {
        Tickets { good_for, open: HashMap::new() }
    }

    /// How long a token is good for, in seconds.
    pub(crate) fn seconds(&self) -> u64 {
        self.good_for.as_secs()
    }

    /// A new token that allows this.
    pub(crate) fn issue(&mut self, allows: T, random: &mut Random, now: SystemTime) -> String {
        // Those that are over would otherwise stay as long as the mock runs.
        self.open.retain(|_, ticket| ticket.until > now);
        let token = random.token();
        self.open.insert(token.clone(), Ticket { allows, until: now + self.good_for });
        token
    }

    /// What a token allows, if it is still good.
    pub(crate) fn look(&self, token: &str, now: SystemTime) -> Option<&T> {
        self.open.get(token).filter(|ticket| ticket.until > now).map(|ticket| &ticket.allows)
    }

    /// What a token allows, if it is still good and `fits`. After that it is used up.
    pub(crate) fn redeem(&mut self, token: &str, now: SystemTime, fits: impl FnOnce(&T) -> bool) -> Option<T> {
        self.look(token, now).filter(|allows| fits(allows))?;
        self.open.remove(token).map(|ticket| ticket.allows)
    }
}

impl<T> fmt::Debug for Tickets<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Tickets").field("open", &self.open.len()).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test")]

    use super::*;

    fn tickets() -> (Tickets<u8>, String) {
        let mut tickets = Tickets::new(Duration::from_secs(60));
        let token = tickets.issue(1, &mut Random::new(0), SystemTime::UNIX_EPOCH);
        (tickets, token)
    }

    #[test]
    fn a_token_is_good_once() {
        let (mut tickets, token) = tickets();
        assert_eq!(tickets.redeem(&token, SystemTime::UNIX_EPOCH, |_| true), Some(1));
        assert_eq!(tickets.redeem(&token, SystemTime::UNIX_EPOCH, |_| true), None);
    }

    #[test]
    fn a_token_is_good_for_a_short_time() {
        let (mut tickets, token) = tickets();
        let late = SystemTime::UNIX_EPOCH + Duration::from_secs(60);
        assert_eq!(tickets.redeem(&token, late, |_| true), None);
    }

    #[test]
    fn a_token_that_does_not_fit_stays_good() {
        let (mut tickets, token) = tickets();
        assert_eq!(tickets.redeem(&token, SystemTime::UNIX_EPOCH, |_| false), None);
        assert_eq!(tickets.look(&token, SystemTime::UNIX_EPOCH), Some(&1));
    }

    #[test]
    fn debugging_shows_no_token() {
        let (tickets, token) = tickets();
        assert!(!format!("{tickets:?}").contains(&token));
    }
}
