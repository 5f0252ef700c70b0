//! The parts of a JSONPath, as stretches of its text.
//!
//! Nothing here judges a path: the library has read it before. That keeps this to quotes and brackets.

use std::ops::Range;

/// One segment of a path, such as `.paths` or `['a', 'b']`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Segment {
    /// Its text, with the dots or brackets.
    pub(super) range: Range<usize>,
    /// The selectors between its brackets, without the space around them; none when it has no brackets.
    pub(super) selectors: Vec<Range<usize>>,
}

/// The segments of a path that is one.
pub(super) fn of(path: &str) -> Vec<Segment> {
    let mut segments: Vec<Segment> = Vec::new();
    let mut depth = 0_usize;
    let mut quote = None;
    let mut selector = 0;
    let mut characters = path.char_indices();
    while let Some((at, character)) = characters.next() {
        match (quote, character) {
            (Some(_), '\\') => drop(characters.next()),
            (Some(open), _) if open == character => quote = None,
            (Some(_), _) => {}
            (None, '\'' | '"') => quote = Some(character),
            (None, '[' | '(') => {
                if depth == 0 {
                    // `..['a']` is one segment.
                    if !path.get(..at).is_some_and(|before| before.ends_with("..")) {
                        begin(&mut segments, at);
                    }
                    selector = at + 1;
                }
                depth += 1;
            }
            (None, ']' | ')') => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    add(&mut segments, path, selector..at);
                }
            }
            (None, ',') if depth == 1 => {
                add(&mut segments, path, selector..at);
                selector = at + 1;
            }
            // The second dot of two goes with the first.
            (None, '.') if depth == 0 && !path.get(..at).is_some_and(|before| before.ends_with('.')) => {
                begin(&mut segments, at);
            }
            _ => {}
        }
    }
    if let Some(last) = segments.last_mut() {
        last.range.end = path.len();
    }
    segments
}

fn begin(segments: &mut Vec<Segment>, at: usize) {
    if let Some(last) = segments.last_mut() {
        last.range.end = at;
    }
    segments.push(Segment { range: at..at, selectors: Vec::new() });
}

fn add(segments: &mut [Segment], path: &str, range: Range<usize>) {
    let text = path.get(range.clone()).unwrap_or_default();
    let start = range.start + (text.len() - text.trim_start().len());
    if let Some(last) = segments.last_mut() {
        last.selectors.push(start..start + text.trim().len());
    }
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn a_path_comes_apart_at_dots_and_brackets_outside_of_quotes() {
        let path =
            r#"$.paths['/a.b[0]']..post["it's", 'x\'],y' ].*[?count(@['a', 'b'], 1) > 1 && @.c == ','][1:2]..['z']"#;
        let texts: Vec<&str> = of(path).iter().map(|segment| &path[segment.range.clone()]).collect();
        let expected = [
            ".paths",
            "['/a.b[0]']",
            "..post",
            r#"["it's", 'x\'],y' ]"#,
            ".*",
            "[?count(@['a', 'b'], 1) > 1 && @.c == ',']",
            "[1:2]",
            "..['z']",
        ];
        assert_eq!(texts, expected);
        let selectors: Vec<Vec<&str>> = of(path)
            .iter()
            .map(|segment| segment.selectors.iter().map(|selector| &path[selector.clone()]).collect())
            .collect();
        assert_eq!(selectors[3], [r#""it's""#, r#"'x\'],y'"#]);
        assert_eq!(selectors[5], ["?count(@['a', 'b'], 1) > 1 && @.c == ','"]);
        assert_eq!((selectors[0].len(), selectors[4].len(), selectors[7].as_slice()), (0, 0, ["'z'"].as_slice()));
        assert!(of("$").is_empty());
    }
}
