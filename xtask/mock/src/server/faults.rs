//! Trouble on purpose: latency, and failures as networks and gateways make them.

use std::sync::Mutex;
use std::time::Duration;

use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

use super::lock;

/// What to do to requests.
#[derive(Debug)]
pub(crate) struct Faults {
    latency: Duration,
    rate: f64,
    random: Mutex<ChaCha8Rng>,
}

/// One kind of trouble.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Fault {
    /// The service asks to slow down.
    TooManyRequests,
    /// A gateway finds no service behind it.
    BadGateway,
    /// The service is away for a while.
    Unavailable,
    /// The connection is cut before an answer.
    Cut,
}

impl Faults {
    pub(crate) fn new(latency: Duration, rate: f64, seed: u64) -> Self {
        Faults {
            latency,
            rate: if rate.is_nan() { 0.0 } else { rate.clamp(0.0, 1.0) },
            random: Mutex::new(ChaCha8Rng::seed_from_u64(seed)),
        }
    }

    pub(crate) fn latency(&self) -> Duration {
        self.latency
    }

    /// What happens to the next request, if anything.
    pub(crate) fn next(&self) -> Option<Fault> {
        if self.rate <= 0.0 {
            return None;
        }
        let mut random = lock(&self.random);
        random.random_bool(self.rate).then(|| match random.random_range(0..4) {
            0 => Fault::TooManyRequests,
            1 => Fault::BadGateway,
            2 => Fault::Unavailable,
            _ => Fault::Cut,
        })
    }
}
