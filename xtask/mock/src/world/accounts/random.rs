//! Values that nobody can guess on a real service. Here they come from the seed, so that every run has the same.

use std::fmt;

use rand::{Rng, RngExt, SeedableRng};
use rand_chacha::ChaCha20Rng;

/// Where passcodes, tokens and secrets come from.
pub(crate) struct Random(ChaCha20Rng);

impl Random {
    /// A source that gives the same values for the same seed.
    pub(crate) fn new(seed: u64) -> Self {
        Random(ChaCha20Rng::seed_from_u64(seed))
    }

    /// Six digits.
    pub(crate) fn passcode(&mut self) -> String {
        format!("{:06}", self.0.random_range(0..1_000_000))
    }

    /// 32 hexadecimal digits.
    pub(crate) fn token(&mut self) -> String {
        format!("{:032x}", self.0.random::<u128>())
    }

    /// 20 bytes, as long as RFC 4226, section 4, wants the secret of one-time passwords to be.
    pub(crate) fn secret(&mut self) -> [u8; 20] {
        let mut secret = [0; 20];
        self.0.fill_bytes(&mut secret);
        secret
    }
}

impl fmt::Debug for Random {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The state would tell every value to come.
        f.write_str("Random")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_values() {
        let values = |seed| {
            let mut random = Random::new(seed);
            (random.passcode(), random.token(), random.secret())
        };
        assert_eq!(values(7), values(7));
        assert_ne!(values(7), values(8));
    }

    #[test]
    fn a_passcode_has_six_digits() {
        let mut random = Random::new(0);
        for _ in 0..100 {
            let passcode = random.passcode();
            assert!(passcode.len() == 6 && passcode.bytes().all(|byte| byte.is_ascii_digit()), "{passcode}");
        }
    }
}
