//! Where the topmost properties of a document begin, so that they can be read apart from each other.

/// A text shorter than this is read as fast as threads are started.
const WORTH_IT: usize = 50_000;

/// The text in pieces that each begin with a topmost property; one piece when it is short, or has more than one document.
///
/// A line of a text in quotes may look like a property. The pieces are then no YAML by themselves, so nothing is read wrongly.
pub(super) fn properties(text: &str) -> Vec<&str> {
    let begins = |line: &str| line.starts_with(|first: char| first.is_ascii_alphabetic()) && line.contains(':');
    let mut pieces = Vec::new();
    let (mut start, mut position) = (0, 0);
    for line in text.split_inclusive('\n') {
        if line.starts_with("---") || line.starts_with("...") || line.starts_with('%') {
            return vec![text];
        }
        if begins(line) && position - start >= WORTH_IT {
            pieces.push(&text[start..position]);
            start = position;
        }
        position += line.len();
    }
    pieces.push(&text[start..]);
    pieces
}

#[cfg(test)]
mod tests {
    use super::{WORTH_IT, properties};

    #[test]
    fn a_long_text_is_cut_where_properties_begin() {
        let long = format!("info: {{}}\npaths:\n{}components:\n  a: 1\n", "  b: 2\n".repeat(WORTH_IT / 7));
        let pieces = properties(&long);
        assert_eq!(pieces.len(), 2);
        assert!(pieces[1].starts_with("components:"));
        assert_eq!(pieces.concat(), long);
    }

    #[test]
    fn short_texts_and_several_documents_stay_whole() {
        assert_eq!(properties("a: 1\nb: 2\n").len(), 1);
        let long = format!("---\npaths:\n{}components:\n", "  b: 2\n".repeat(WORTH_IT / 7));
        assert_eq!(properties(&long).len(), 1);
    }
}
