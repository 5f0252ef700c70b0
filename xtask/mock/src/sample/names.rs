//! Texts that people expect behind a property's name. Nothing depends on them; they make samples easier to read.

/// Endings of names, with a text for each. The first that fits is taken.
const KNOWN: [(&str, &str); 16] = [
    ("email", "zhangsan@example.com"),
    ("phonecountrycode", "+86"),
    ("phone", "13000000000"),
    ("username", "zhangsan"),
    ("password", "passw0rd"),
    ("logo", "https://example.com/logo.png"),
    ("photo", "https://example.com/photo.png"),
    ("avatar", "https://example.com/avatar.png"),
    ("url", "https://example.com/"),
    ("uri", "https://example.com/"),
    ("ip", "192.0.2.1"),
    ("at", "2024-05-17T08:30:00.000Z"),
    ("id", "6229ffaxxxxxxxx2762b3b1d"),
    ("ids", "6229ffaxxxxxxxx2762b3b1d"),
    ("description", "A description"),
    ("message", "success"),
];

/// A text for a property.
pub(super) fn text(name: &str) -> &str {
    let lower = name.to_ascii_lowercase();
    let known = KNOWN.iter().find(|(ending, _)| {
        let Some(before) = lower.strip_suffix(ending) else { return false };
        // "createdAt" ends with a word of its own, "format" does not.
        let starts_word = || name.get(before.len()..).is_some_and(|word| word.starts_with(char::is_uppercase));
        before.is_empty() || before.ends_with('_') || starts_word()
    });
    known.map_or(name, |(_, text)| text)
}
