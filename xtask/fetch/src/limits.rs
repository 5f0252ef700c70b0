//! What a fetch may take: time, bytes, redirects, attempts.

use std::time::Duration;

/// The limits of one fetch.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// How long connecting may take.
    pub connect: Duration,
    /// How long nothing may come, before the first byte and between two.
    pub silence: Duration,
    /// How long one attempt may take in all.
    pub attempt: Duration,
    /// How many bytes the text may have, unpacked.
    pub bytes: usize,
    /// How many redirects are followed.
    pub redirects: usize,
    /// How often it is tried at all.
    pub attempts: u32,
    /// How long is waited before the second attempt; twice as long before each one after it.
    pub pause: Duration,
    /// How long is waited at most, though the server asks for longer.
    pub longest_pause: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(10),
            silence: Duration::from_secs(20),
            attempt: Duration::from_secs(120),
            bytes: 64 * 1024 * 1024,
            redirects: 5,
            attempts: 3,
            pause: Duration::from_secs(1),
            longest_pause: Duration::from_secs(60),
        }
    }
}
