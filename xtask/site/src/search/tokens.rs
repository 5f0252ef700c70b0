//! Splits text into what is looked up. `theme/query.js` does the same to a query, step by step.

/// The tokens of a text. A name gives its words and, if it has several, itself in lower case without anything between
/// them, so that every spelling of it meets. Chinese has no spaces; it gives each two characters that stand together.
pub(crate) fn tokens(text: &str) -> Vec<String> {
    let mut tokens = Vec::new();
    for (kind, run) in runs(text) {
        match kind {
            Kind::Name => {
                let words = words(&run);
                if words.len() > 1 {
                    tokens.push(words.concat());
                }
                tokens.extend(words);
            }
            Kind::Chinese => tokens.extend(pairs(&run)),
            Kind::Other => {}
        }
    }
    tokens
}

/// The tokens of a title, or of a query: those of the text, and all its words as if they were one name.
pub(crate) fn title_tokens(text: &str) -> Vec<String> {
    let mut tokens = tokens(text);
    let words: Vec<String> =
        runs(text).iter().filter(|(kind, _)| *kind == Kind::Name).flat_map(|(_, run)| words(run)).collect();
    let whole = words.concat();
    if words.len() > 1 && !tokens.contains(&whole) {
        tokens.push(whole);
    }
    tokens
}

/// The first Chinese words of a text, up to whatever is not Chinese.
pub(crate) fn first_chinese(text: &str) -> Option<String> {
    runs(text).into_iter().find(|(kind, _)| *kind == Kind::Chinese).map(|(_, run)| run)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Chinese,
    /// Letters and digits of any other script, joined by `_` and `-`.
    Name,
    Other,
}

impl Kind {
    fn of(character: char) -> Self {
        match character {
            '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' => Self::Chinese,
            '_' | '-' => Self::Name,
            letter if letter.is_alphanumeric() => Self::Name,
            _ => Self::Other,
        }
    }
}

/// The text in pieces of one kind each.
fn runs(text: &str) -> Vec<(Kind, String)> {
    let mut runs: Vec<(Kind, String)> = Vec::new();
    for character in text.chars() {
        let kind = Kind::of(character);
        match runs.last_mut() {
            Some((last, run)) if *last == kind => run.push(character),
            _ => runs.push((kind, character.into())),
        }
    }
    runs
}

/// The words of a name, in lower case: `deleteAccount`, `delete_account` and `delete-account` have the same.
fn words(name: &str) -> Vec<String> {
    let characters: Vec<char> = name.chars().collect();
    let mut words = vec![String::new()];
    for (at, &character) in characters.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|before| characters.get(before)).copied().unwrap_or(' ');
        let after = characters.get(at + 1).copied().unwrap_or(' ');
        if matches!(character, '_' | '-') {
            words.push(String::new());
            continue;
        }
        // `deleteAccount`, `v3Token`; and `MFAToken`, where the last capital belongs to the next word.
        let hump = before.is_ascii_lowercase() || before.is_ascii_digit();
        let acronym_ends = before.is_ascii_uppercase() && after.is_ascii_lowercase();
        if character.is_ascii_uppercase() && (hump || acronym_ends) {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut() {
            word.extend(character.to_lowercase());
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

fn pairs(run: &str) -> Vec<String> {
    let characters: Vec<char> = run.chars().collect();
    if characters.len() == 1 {
        return vec![run.to_owned()];
    }
    characters.windows(2).map(String::from_iter).collect()
}

#[cfg(test)]
mod tests;
