//! How many retries a client may still spend.

use std::sync::atomic::{AtomicU32, Ordering};

/// What a client has to begin with, and never more.
const CAPACITY: u32 = 500;
/// What a retry costs.
const COST: u32 = 5;

/// Keeps retries from making an outage worse: each costs something, and each success without one gives a little back.
#[derive(Debug)]
pub(crate) struct Budget {
    left: AtomicU32,
}

impl Budget {
    pub(crate) fn new() -> Self {
        Budget { left: AtomicU32::new(CAPACITY) }
    }

    /// Takes the price of a retry; `false` when it is not there.
    pub(crate) fn take(&self) -> bool {
        self.left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| left.checked_sub(COST)).is_ok()
    }

    /// After a success: what its retries cost, or a little when it had none.
    pub(crate) fn give_back(&self, retries: u32) {
        let amount = retries.saturating_mul(COST).max(1);
        let give = |left: u32| (left < CAPACITY).then(|| left.saturating_add(amount).min(CAPACITY));
        let _ = self.left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, give);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hundred_retries_are_allowed_and_successes_earn_more() {
        let budget = Budget::new();
        assert_eq!((0..1000).filter(|_| budget.take()).count(), 100);
        (0..4).for_each(|_| budget.give_back(0));
        assert!(!budget.take());
        budget.give_back(0);
        assert!(budget.take());
        budget.give_back(1);
        assert!(budget.take());
        assert!(!budget.take());
    }

    #[test]
    fn it_never_holds_more_than_at_the_beginning() {
        let budget = Budget::new();
        budget.give_back(1000);
        assert_eq!((0..1000).filter(|_| budget.take()).count(), 100);
    }
}
