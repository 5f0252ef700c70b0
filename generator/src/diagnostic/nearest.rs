//! What somebody meant who wrote something else.

/// The word that is at most two letters away from `word`, and fewer if it is short.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.to_lowercase();
    // Most words differ by more in their lengths alone; in bytes a letter has up to four.
    let alike = known.into_iter().filter(|known| word.len() <= LONGEST && word.len().abs_diff(known.len()) <= 8);
    let close = alike.map(|known| (distance(&word, &known.to_lowercase()), known));
    close
        .filter(|(distance, known)| *distance <= 2.min(known.len() / 3))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, known)| known)
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
