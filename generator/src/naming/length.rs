//! Names that are not longer than anybody can read, and than file systems take.

use std::borrow::Cow;

/// A name of at most `most` characters: of a longer one its beginning, and a word that stands for the whole, so that names
/// which differ only further on still differ.
pub(crate) fn shortened(name: &str, most: usize) -> Cow<'_, str> {
    const WORD: usize = " x0123456789abcdef".len();
    // A byte is a character at most.
    if name.len() <= most || name.chars().count() <= most {
        return Cow::Borrowed(name);
    }
    let kept: String = name.chars().take(most.saturating_sub(WORD)).collect();
    Cow::Owned(format!("{kept} x{:016x}", fingerprint(name)))
}

/// The same number for the same text on every machine and with every compiler (FNV-1a).
fn fingerprint(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3))
}
