//! What stands between a text and the counting of the YAML parser.

/// The parser counts characters, we count bytes: the byte of every 64th character.
#[derive(Default)]
pub(super) struct Characters {
    text: String,
    marks: Vec<usize>,
}

impl Characters {
    const STRIDE: usize = 64;

    pub(super) fn of(text: &str) -> Self {
        if text.is_ascii() {
            return Self::default();
        }
        let marks = text.char_indices().step_by(Self::STRIDE).map(|(offset, _)| offset).collect();
        Self { text: text.to_owned(), marks }
    }

    pub(super) fn byte(&self, character: usize) -> usize {
        // Without marks every character is one byte.
        let Some(mark) = self.marks.get(character / Self::STRIDE) else {
            return if self.marks.is_empty() { character } else { self.text.len() };
        };
        let rest = self.text.get(*mark..).unwrap_or_default();
        rest.char_indices().nth(character % Self::STRIDE).map_or(self.text.len(), |(offset, _)| mark + offset)
    }
}

/// JSON writes characters outside the basic plane as two escapes, which YAML does not know.
///
/// The replacement is as long as what it replaces, so that no place moves.
pub(super) fn without_surrogates(text: &str) -> String {
    let mut parts = text.split("\\u");
    let mut legible = String::with_capacity(text.len());
    legible.push_str(parts.next().unwrap_or_default());
    for part in parts {
        legible.push_str("\\u");
        let is_surrogate =
            part.get(..2).is_some_and(|digits| matches!(digits.to_ascii_lowercase().as_bytes(), [b'd', b'8'..=b'f']));
        match part.get(4..) {
            Some(rest) if is_surrogate => {
                legible.push_str("FFFD");
                legible.push_str(rest);
            }
            _ => legible.push_str(part),
        }
    }
    legible
}
