//! Nonces that were used, for as long as a date could let them pass again.

use std::collections::{HashSet, VecDeque};
use std::time::{Duration, SystemTime};

/// How many are remembered at most.
const KEPT: usize = 100_000;

/// The used nonces, oldest first.
#[derive(Debug, Default)]
pub(crate) struct Nonces {
    used: HashSet<String>,
    order: VecDeque<(SystemTime, String)>,
}

impl Nonces {
    /// Whether a nonce was not used in the last `kept`. It counts as used from now on.
    pub(super) fn is_new(&mut self, nonce: &str, now: SystemTime, kept: Duration) -> bool {
        let is_over = |at: &SystemTime| now.duration_since(*at).is_ok_and(|age| age > kept);
        while self.order.front().is_some_and(|(at, _)| is_over(at) || self.order.len() >= KEPT) {
            if let Some((_, forgotten)) = self.order.pop_front() {
                self.used.remove(&forgotten);
            }
        }
        let is_new = self.used.insert(nonce.to_owned());
        if is_new {
            self.order.push_back((now, nonce.to_owned()));
        }
        is_new
    }
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, UNIX_EPOCH};

    use super::{KEPT, Nonces};

    #[test]
    fn a_nonce_is_new_once_and_again_when_it_was_forgotten() {
        let mut nonces = Nonces::default();
        let kept = Duration::from_secs(600);
        assert!(nonces.is_new("a", UNIX_EPOCH, kept));
        assert!(!nonces.is_new("a", UNIX_EPOCH + kept, kept));
        assert!(nonces.is_new("a", UNIX_EPOCH + kept + Duration::from_secs(1), kept));
    }

    #[test]
    fn the_memory_is_bounded() {
        let mut nonces = Nonces::default();
        for index in 0..KEPT + 10 {
            nonces.is_new(&index.to_string(), UNIX_EPOCH, Duration::from_secs(600));
        }
        assert_eq!((nonces.used.len(), nonces.order.len()), (KEPT, KEPT));
    }
}
