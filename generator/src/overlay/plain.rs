//! Paths of names and indices alone, as most targets are: read and followed without the library, which is made for more.

use serde_json::Value;

use crate::source::Token;

/// A path such as `$.paths['/a', '/b'].get.parameters[0]`: for each segment the names or indices that it selects.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Plain(Vec<Vec<Token>>);

impl Plain {
    /// Reads a path; `None` for anything with more in it, and for what is no path.
    pub(super) fn read(text: &str) -> Option<Self> {
        let mut segments = Vec::new();
        let mut rest = text.strip_prefix('$')?;
        while !rest.is_empty() {
            let (segment, after) = match rest.strip_prefix('[') {
                Some(list) => bracketed(list)?,
                None => dotted(rest.strip_prefix('.')?)?,
            };
            segments.push(segment);
            rest = after;
        }
        Some(Self(segments))
    }

    /// The ways to the nodes that it selects.
    pub(super) fn select(&self, tree: &Value) -> Vec<Vec<Token>> {
        let mut nodes: Vec<(Vec<Token>, &Value)> = vec![(Vec::new(), tree)];
        for segment in &self.0 {
            let mut next = Vec::with_capacity(segment.len());
            for (way, node) in &nodes {
                let children = segment.iter().filter_map(|token| Some((token, child(node, token)?)));
                next.extend(
                    children.map(|(token, child)| ([way.as_slice(), std::slice::from_ref(token)].concat(), child)),
                );
            }
            nodes = next;
        }
        nodes.into_iter().map(|(way, _)| way).collect()
    }
}

fn child<'a>(node: &'a Value, token: &Token) -> Option<&'a Value> {
    match token {
        Token::Key(key) => node.as_object()?.get(&**key),
        Token::Index(index) => node.as_array()?.get(*index),
    }
}

/// The name after a dot, and what follows it.
fn dotted(text: &str) -> Option<(Vec<Token>, &str)> {
    let end = text.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(text.len());
    let (name, after) = text.split_at(end);
    let begins_well = name.starts_with(|first: char| !first.is_ascii_digit());
    begins_well.then(|| (vec![Token::Key(name.into())], after))
}

/// The selectors after a bracket, and what follows the bracket that closes it.
fn bracketed(text: &str) -> Option<(Vec<Token>, &str)> {
    let mut selectors = Vec::new();
    let mut rest = text;
    loop {
        let (selector, after) = selector(rest)?;
        selectors.push(selector);
        if let Some(after) = after.strip_prefix(']') {
            return Some((selectors, after));
        }
        rest = after.strip_prefix(',')?;
        rest = rest.strip_prefix(' ').unwrap_or(rest);
    }
}

/// A quoted name without escapes, or an index.
fn selector(text: &str) -> Option<(Token, &str)> {
    for quote in ['\'', '"'] {
        if let Some(quoted) = text.strip_prefix(quote) {
            let (name, after) = quoted.split_once(quote)?;
            let is_plain = !name.contains(|c: char| c == '\\' || c.is_control());
            return is_plain.then(|| (Token::Key(name.into()), after));
        }
    }
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (digits, after) = text.split_at(end);
    // Neither a zero in front nor what is beyond the exact range is an index.
    let is_index = digits.len() <= 15 && (digits == "0" || !digits.starts_with('0'));
    is_index.then(|| digits.parse().ok()).flatten().map(|index| (Token::Index(index), after))
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};
    use serde_json_path::{JsonPath, PathElement};

    use super::{Plain, Token};

    #[test]
    fn what_is_read_selects_what_the_library_selects() {
        let tree = json!({
            "a": {"b": [{"c": 1}, {"c": 2, "d": {}}], "x'y": 3, "": 4, "0": 5},
            "/p-q": {"get": {"é": [[], [0, 1]]}},
        });
        let paths = [
            "$",
            "$.a",
            "$.a.b",
            "$.a.b[0].c",
            "$.a['b'][1]['c', \"d\"]",
            "$['a','/p-q']",
            "$['a', 'a'].b[1,0]",
            "$.a[\"x'y\"]",
            "$.a['']",
            "$.a['0']",
            "$.a[0]",
            "$.a.b.c",
            "$['/p-q'].get['é'][1][1]",
            "$.absent['b']",
        ];
        for path in paths {
            let selected = Plain::read(path).map(|plain| plain.select(&tree));
            assert_eq!(selected, Some(by_the_library(path, &tree)), "{path}");
        }
    }

    #[test]
    fn what_has_more_in_it_is_left_to_the_library() {
        let others = [
            "",
            "a",
            "$a",
            "$.",
            "$..a",
            "$.*",
            "$[*]",
            "$[?@.a]",
            "$[1:2]",
            "$[-1]",
            "$[01]",
            "$['a\\'']",
            "$['a'",
            "$[]",
            "$[ 'a']",
            "$['a' ]",
            "$ .a",
            "$.a ",
            "$.1a",
            "$.é",
            "$['a\u{1}']",
            "$[1000000000000000]",
        ];
        for path in others {
            assert_eq!(Plain::read(path), None, "{path}");
        }
    }

    fn by_the_library(path: &str, tree: &Value) -> Vec<Vec<Token>> {
        let token = |element: &PathElement<'_>| match element {
            PathElement::Name(name) => Token::Key((*name).into()),
            PathElement::Index(index) => Token::Index(*index),
        };
        let path = JsonPath::parse(path).expect("it is a path");
        path.query_located(tree).locations().map(|way| way.iter().map(token).collect()).collect()
    }
}
