//! What somebody meant who wrote something else.

use super::Diagnostics;

/// The word that is at most two letters away from `word`, and fewer if it is short.
pub fn nearest<K: AsRef<str>>(word: &str, known: impl IntoIterator<Item = K>) -> Option<K> {
    Effort::default().nearest(word, known)
}

impl Diagnostics {
    /// The same, as long as it has not taken too much effort in this run: who has mistyped thousands of names is helped with
    /// the first of them.
    pub(crate) fn nearest<K: AsRef<str>>(&mut self, word: &str, known: impl IntoIterator<Item = K>) -> Option<K> {
        self.effort.nearest(word, known)
    }
}

/// How many letters have been compared.
#[derive(Clone, Debug, Default)]
pub(super) struct Effort(usize);

impl Effort {
    /// About a second.
    const MOST: usize = 200_000_000;

    fn nearest<K: AsRef<str>>(&mut self, word: &str, known: impl IntoIterator<Item = K>) -> Option<K> {
        if word.len() > LONGEST || self.0 > Self::MOST {
            return None;
        }
        let word = word.to_lowercase();
        let mut best: Option<(usize, K)> = None;
        for known in known {
            let (letters, other) = (word.len(), known.as_ref());
            self.0 += 1;
            // Most words differ by more in their lengths alone; in bytes a letter has up to four.
            if letters.abs_diff(other.len()) > 8 {
                continue;
            }
            self.0 += letters * other.len();
            if self.0 > Self::MOST {
                return None;
            }
            let distance = distance(&word, &other.to_lowercase());
            let is_nearer = best.as_ref().is_none_or(|(least, _)| distance < *least);
            if is_nearer && distance <= 2.min(other.len() / 3) {
                best = Some((distance, known));
            }
        }
        best.map(|(_, known)| known)
    }
}

/// Nobody mistypes a longer word and would not see where.
const LONGEST: usize = 200;

/// How many letters have to be put in, left out or changed.
fn distance(from: &str, to: &str) -> usize {
    let mut row: Vec<usize> = (0..=to.chars().count()).collect();
    for (i, a) in from.chars().enumerate() {
        let mut last = i + 1;
        let mut next = vec![last];
        for (b, pair) in to.chars().zip(row.windows(2)) {
            let (diagonal, above) = (pair.first().copied().unwrap_or(0), pair.last().copied().unwrap_or(0));
            last = (diagonal + usize::from(a != b)).min(above + 1).min(last + 1);
            next.push(last);
        }
        row = next;
    }
    row.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::{Diagnostics, nearest};

    #[test]
    fn the_nearest_is_found() {
        assert_eq!(nearest("usrs", ["roles", "users", "user"]), Some("users"));
        assert_eq!(nearest("ab", ["abcde", "cd"]), None);
    }

    #[test]
    fn a_hundred_thousand_slips_are_not_all_explained() {
        let known: Vec<String> = (0..100_000).map(|index| format!("name_{index:06}")).collect();
        let mut diagnostics = Diagnostics::default();
        let mut meant = |word: &str| diagnostics.nearest(word, &known).cloned();
        assert_eq!(meant("nome_000007").as_deref(), Some("name_000007"));
        let found = (0..100_000).filter(|index| meant(&format!("nome_{index:06}")).is_some()).count();
        assert!((1..100).contains(&found), "{found}");
    }
}
