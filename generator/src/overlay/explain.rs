//! How far a path that matches nothing leads, and what was meant.

use std::ops::Range;

use serde_json::Value;
use serde_json_path::JsonPath;

use super::segments::{self, Segment};
use crate::diagnostic::Diagnostics;

/// Why a path matches nothing.
pub(super) struct Reason {
    /// The segment that nothing is under.
    pub(super) missing: Range<usize>,
    /// What is there, what is not, and what to do.
    pub(super) help: String,
}

/// Looks for the longest beginning of a path that matches in one of the trees.
///
/// The trees are as all actions have left them.
pub(super) fn explain<'a>(path: &str, trees: impl Iterator<Item = &'a Value>, diagnostics: &mut Diagnostics) -> Reason {
    let segments = segments::of(path);
    let reached = trees.map(|tree| (reached(path, &segments, tree), tree));
    // Of trees that lead as far, the first: later ones would only win by their order.
    let best = reached.reduce(|best, next| if next.0 > best.0 { next } else { best });
    let Some((count, tree)) = best else { return Reason { missing: 0..path.len(), help: REMEDY.to_owned() } };
    let Some(segment) = segments.get(count) else {
        let help = "an action that comes later puts it there: write this action below that one".to_owned();
        return Reason { missing: 0..path.len(), help };
    };
    let before = beginning(path, segment.range.start);
    let missing = text(path, &segment.range);
    let help = match meant(path, segment, before, tree, diagnostics) {
        Some(meant) => format!("`{before}` is there, `{missing}` is not; did you mean `{meant}`?"),
        None => format!("`{before}` is there, `{missing}` is not; {REMEDY}"),
    };
    Reason { missing: segment.range.clone(), help }
}

const REMEDY: &str = "correct the target, or remove the action";

/// How many segments lead to something.
fn reached(path: &str, segments: &[Segment], tree: &Value) -> usize {
    let matches = |segment: &&Segment| {
        JsonPath::parse(beginning(path, segment.range.end)).is_ok_and(|path| !path.query(tree).is_empty())
    };
    segments.iter().take_while(matches).count()
}

/// The key that is nearly what the segment asks for, in the form of the segment.
fn meant(path: &str, segment: &Segment, before: &str, tree: &Value, diagnostics: &mut Diagnostics) -> Option<String> {
    let written = text(path, &segment.range);
    let (quote, name) = match segment.selectors.as_slice() {
        [] => ("", written.strip_prefix('.')?),
        [selector] => {
            let selector = text(path, selector);
            let quote = selector.get(..1).filter(|quote| ["'", "\""].contains(quote))?;
            (quote, selector.get(1..selector.len().checked_sub(1)?)?)
        }
        _ => return None,
    };
    let nodes = JsonPath::parse(before).ok()?.query(tree).all();
    let keys = nodes.iter().filter_map(|node| node.as_object()).flat_map(|object| object.keys());
    let key = diagnostics.nearest(name, keys.map(String::as_str))?;
    let is_plain =
        key.chars().all(|c| c.is_ascii_alphanumeric() || c == '_') && !key.starts_with(|c: char| c.is_ascii_digit());
    Some(match quote {
        "" if is_plain => format!(".{key}"),
        "" => format!("['{key}']"),
        quote => format!("[{quote}{key}{quote}]"),
    })
}

/// The path up to a byte, without space at its end.
fn beginning(path: &str, end: usize) -> &str {
    path.get(..end).unwrap_or(path).trim_end()
}

fn text<'a>(path: &'a str, range: &Range<usize>) -> &'a str {
    path.get(range.clone()).unwrap_or_default().trim_end()
}
