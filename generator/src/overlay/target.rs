//! What an action changes: a JSONPath (RFC 9535), and the selectors of its lists one by one.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use serde_json_path::{JsonPath, LocatedNodeList, PathElement};
use serde_yaml::Value;

use super::plain::Plain;
use super::segments;
use super::tree::to_json;
use crate::diagnostic::Place;
use crate::source::{Pointer, Source, Token};

/// The target of an action.
#[derive(Clone, Debug)]
pub(super) struct Target {
    /// As it is written.
    pub(super) text: String,
    /// The same path once for each selector of each list in it; the path itself when it has no list.
    pub(super) parts: Vec<Part>,
    /// How many of the parts together select what the path selects: those of the first list.
    whole: usize,
}

/// A target with one selector in place of a list.
#[derive(Clone, Debug)]
pub(super) struct Part {
    /// As it would be written.
    pub(super) text: String,
    /// Where the selector stands in the text of the target; nowhere when there is no list.
    pub(super) selector: Option<Range<usize>>,
    /// Which list of the target it is of.
    pub(super) list: usize,
    path: Path,
}

/// A path that has been read.
#[derive(Clone, Debug)]
enum Path {
    /// Names and indices alone; the library would take longer to read it than all the rest takes.
    Plain(Plain),
    /// Names and indices, and then others, which select in each of the nodes as if it were the root. So what is looked through
    /// is not the whole document.
    General(Plain, JsonPath),
}

/// Why a text is no target.
pub(super) struct Fault {
    /// The first byte that cannot be read.
    pub(super) at: usize,
    pub(super) message: String,
    pub(super) remedy: &'static str,
}

/// How deep filters and brackets may nest. A parser that goes back and tries again takes four times as long for each level.
const DEEPEST: usize = 8;

impl Target {
    /// Reads a target.
    pub(super) fn parse(text: &str) -> Result<Self, Fault> {
        if depth(text) > DEEPEST {
            let message = format!("its brackets nest more than {DEEPEST} levels deep");
            return Err(Fault { at: 0, message, remedy: "select it in a simpler way" });
        }
        let path = parse(text)?;
        let mut parts = Vec::new();
        let mut whole = 0;
        let segments = if text.contains(',') { segments::of(text) } else { Vec::new() };
        for (list, segment) in segments.iter().filter(|segment| segment.selectors.len() > 1).enumerate() {
            let (Some(first), Some(last)) = (segment.selectors.first(), segment.selectors.last()) else { continue };
            let before = text.get(..first.start).unwrap_or_default();
            let after = text.get(last.end..).unwrap_or_default();
            for selector in &segment.selectors {
                let text = [before, text.get(selector.clone()).unwrap_or_default(), after].concat();
                let path = parse(&text)?;
                parts.push(Part { text, selector: Some(selector.clone()), list, path });
            }
            if list == 0 {
                whole = parts.len();
            }
        }
        if parts.is_empty() {
            parts.push(Part { text: text.to_owned(), selector: None, list: 0, path });
            whole = 1;
        }
        Ok(Self { text: text.to_owned(), parts, whole })
    }

    /// The nodes that it selects, each once; `matched` learns which parts select any.
    ///
    /// They come from the last to the first, and what is inside of another before it, so that no change moves or removes a node
    /// that is still to come.
    pub(super) fn select(&self, tree: &Value, matched: &mut [bool]) -> Vec<Vec<Token>> {
        let mut found = BTreeSet::new();
        for (index, (part, matched)) in self.parts.iter().zip(matched).enumerate() {
            let nodes = part.path.select(tree);
            *matched |= !nodes.is_empty();
            if index < self.whole {
                found.extend(nodes);
            }
        }
        found.into_iter().rev().collect()
    }
}

impl Path {
    /// The ways to the nodes that it selects.
    fn select(&self, tree: &Value) -> Vec<Vec<Token>> {
        match self {
            Self::Plain(path) => path.select(tree).into_iter().map(|(way, _)| way).collect(),
            Self::General(path, rest) => {
                let selected = path.select(tree).into_iter().flat_map(|(way, node)| {
                    let node = to_json(node);
                    let ends: Vec<Vec<Token>> = ends(&rest.query_located(&node));
                    ends.into_iter().map(move |end| [way.as_slice(), &end].concat())
                });
                selected.collect()
            }
        }
    }
}

/// Where a stretch of a target is written in an overlay.
pub(super) fn place(source: &Arc<Source>, at: &Pointer, target: &str, part: Range<usize>) -> Place {
    let written = source.node(at).and_then(|range| {
        // A target with escapes, or on several lines, is not written as it reads; then the whole of it is shown.
        let start = range.start + source.text().get(range)?.find(target)?;
        Some(start + part.start..start + part.end)
    });
    written.map_or_else(|| Place::value(source, at), |range| Place::span(source, range))
}

fn parse(text: &str) -> Result<Path, Fault> {
    match Plain::read(text) {
        Some((plain, "")) => return Ok(Path::Plain(plain)),
        // With another `$` in it, it asks for the root.
        Some((plain, rest)) if !rest.contains('$') => {
            if let Ok(rest) = JsonPath::parse(&format!("${rest}")) {
                return Ok(Path::General(plain, rest));
            }
        }
        _ => {}
    }
    JsonPath::parse(text).map(|path| Path::General(Plain::default(), path)).map_err(|error| {
        let at = error.position().min(text.len());
        // The library's own words tell of its grammar, except for functions.
        let (message, remedy) = match error.message() {
            _ if !text.starts_with('$') => {
                ("it does not begin with `$`", "begin it with `$`, which stands for the document")
            }
            said if said.contains("function") => (
                said.rsplit(", ").next().unwrap_or(said),
                "there are `length`, `count` and `value`, to compare with, and `match` and `search`, to stand alone",
            ),
            said if said.contains("dot member name") => ("a name after a dot begins with a letter or `_`", QUOTE),
            said if said.contains("closing") => ("the bracket is not closed here", CLOSE),
            _ => ("this is not expected here", QUOTE),
        };
        Fault { at, message: message.to_owned(), remedy }
    })
}

const QUOTE: &str =
    "put a name with other characters than letters, digits and `_` in brackets and quotes: `$.paths['/a-b'].get`";
const CLOSE: &str = "close it with `]`; a filter compares with `==`, as in `[?@.name == 'a']`";

fn depth(text: &str) -> usize {
    let depths = text.chars().scan(0_usize, |depth, character| {
        match character {
            '[' | '(' => *depth += 1,
            ']' | ')' => *depth = depth.saturating_sub(1),
            _ => {}
        }
        Some(*depth)
    });
    depths.max().unwrap_or(0)
}

/// The ways to nodes.
fn ends(nodes: &LocatedNodeList<'_>) -> Vec<Vec<Token>> {
    nodes.locations().map(|way| way.iter().map(token).collect()).collect()
}

fn token(element: &PathElement<'_>) -> Token {
    match element {
        PathElement::Name(name) => Token::Key((*name).into()),
        PathElement::Index(index) => Token::Index(*index),
    }
}

#[cfg(test)]
mod tests {
    use serde_json_path::JsonPath;
    use serde_yaml::Value;

    use super::{Path, Target, ends};

    #[test]
    fn a_path_with_names_before_it_selects_what_the_library_selects() {
        let text = "{a: {b: [{n: x, c: 1}, {n: y, c: 2}], d: {n: x}}, e: {b: [{n: x}, [7]]}, want: y, n: x}";
        let tree: Value = serde_yaml::from_str(text).expect("it is YAML");
        let json = super::to_json(&tree);
        let paths = [
            "$.a.b[?@.n == 'x']",
            "$.a.b[?@.n == 'y'].c",
            "$['a', 'e'].b[?@.n == 'x']",
            "$.a.*",
            "$.a..n",
            "$..n",
            "$.e.b[-1][0]",
            "$.a.b[?@.n == $.want]",
            "$.a.b[0:1].c",
            "$.absent[?@.n]",
            "$.a.b[?@.n == '$']",
        ];
        for text in paths {
            let target = Target::parse(text).map_err(|fault| fault.message).expect(text);
            assert!(matches!(target.parts[0].path, Path::General(..)), "{text}");
            let mut selected = target.select(&tree, &mut [false, false]);
            selected.reverse();
            let mut expected = ends(&JsonPath::parse(text).expect("it is a path").query_located(&json));
            expected.sort();
            expected.dedup();
            assert_eq!(selected, expected, "{text}");
        }
    }
}
