//! Chance that follows from a place.

use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;

/// The chance of one place inside of a value. Another place has another, however the value around them changes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Dice(u64);

impl Dice {
    /// The chance of a whole value; `scope` is the operation's id and the part of the message.
    pub(super) fn new(seed: u64, scope: &str) -> Self {
        Dice(OFFSET).mixed(&seed.to_le_bytes()).child(scope)
    }

    /// The chance one step deeper.
    pub(super) fn child(self, key: &str) -> Self {
        // No text has this byte, so the steps "ab", "c" are not the steps "a", "bc".
        self.mixed(key.as_bytes()).mixed(&[0xff])
    }

    /// The numbers of this place. Each call starts them anew.
    pub(super) fn throw(self) -> ChaCha8Rng {
        ChaCha8Rng::seed_from_u64(self.0)
    }

    /// FNV-1a. The standard library's hashes may change from one version to the next; this must not.
    fn mixed(self, bytes: &[u8]) -> Self {
        Dice(bytes.iter().fold(self.0, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(PRIME)))
    }
}

const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0100_0000_01b3;

#[cfg(test)]
mod tests {
    use rand::RngExt;

    use super::Dice;

    #[test]
    fn a_place_has_its_own_numbers_and_keeps_them() {
        let numbers = |dice: Dice| dice.throw().random::<u64>();
        let dice = Dice::new(7, "createUser");
        assert_eq!(numbers(dice.child("a")), numbers(Dice::new(7, "createUser").child("a")));
        assert_ne!(numbers(dice.child("a")), numbers(dice.child("b")));
        assert_ne!(numbers(dice.child("ab").child("c")), numbers(dice.child("a").child("bc")));
        assert_ne!(numbers(dice), numbers(Dice::new(8, "createUser")));
    }
}
