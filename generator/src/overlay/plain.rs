//! Paths of names and indices alone, as most targets are: read and followed without the library, which is made for more.

use serde_yaml::Value;

use crate::source::Token;

/// A path such as `$.paths['/a', '/b'].get.parameters[0]`: for each segment the names or indices that it selects.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Plain(Vec<Vec<Token>>);

impl Plain {
    /// Reads a path as far as it goes, and gives what follows, which is nothing or has more in it; `None` for what is no path.
    pub(super) fn read(text: &str) -> Option<(Self, &str)> {
        let mut segments = Vec::new();
        let mut rest = text.strip_prefix('$')?;
        while let Some((segment, after)) = segment(rest) {
            segments.push(segment);
            rest = after;
        }
        Some((Self(segments), rest))
    }

    /// The nodes that it selects, each with the way to it.
    pub(super) fn select<'a>(&self, tree: &'a Value) -> Vec<(Vec<Token>, &'a Value)> {
        let mut nodes = Vec::new();
        follow(&self.0, tree, &mut Vec::with_capacity(self.0.len()), &mut nodes);
        nodes
    }
}

/// Adds what the segments select below a node, `way` being the one to that.
fn follow<'a>(segments: &[Vec<Token>], node: &'a Value, way: &mut Vec<Token>, into: &mut Vec<(Vec<Token>, &'a Value)>) {
    let Some((segment, rest)) = segments.split_first() else { return into.push((way.clone(), node)) };
    for token in segment {
        if let Some(child) = child(node, token) {
            way.push(token.clone());
            follow(rest, child, way, into);
            way.pop();
        }
    }
}

fn child<'a>(node: &'a Value, token: &Token) -> Option<&'a Value> {
    match token {
        Token::Key(key) => node.as_mapping()?.get(&**key),
        Token::Index(index) => node.as_sequence()?.get(*index),
    }
}

/// What the first segment of a text selects, and what follows it.
fn segment(text: &str) -> Option<(Vec<Token>, &str)> {
    match text.strip_prefix('[') {
        Some(list) => bracketed(list),
        None => dotted(text.strip_prefix('.')?),
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
        let yaml = serde_yaml::to_value(&tree).expect("it is YAML");
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
            let (plain, rest) = Plain::read(path).expect("it is a path");
            let selected: Vec<_> = plain.select(&yaml).into_iter().map(|(way, _)| way).collect();
            assert_eq!((selected, rest), (by_the_library(path, &tree), ""), "{path}");
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
            assert!(Plain::read(path).is_none_or(|(_, rest)| !rest.is_empty()), "{path}");
        }
    }

    #[test]
    fn what_comes_before_more_is_read() {
        let (plain, rest) = Plain::read("$.paths['/a'].get.parameters[?@.name == 'b'].schema").expect("it is a path");
        assert_eq!(rest, "[?@.name == 'b'].schema");
        assert_eq!(Some((plain, "")), Plain::read("$.paths['/a'].get.parameters"));
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
