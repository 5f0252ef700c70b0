//! Where some nodes of a JSON text are written: it costs one look over the text instead of a layout of all its nodes.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;
use std::ops::Range;

use serde::Deserializer;
use serde::de::{Deserialize, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::{Pointer, Token};

/// The bytes of a node, and of its key if it has one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) key: Option<Range<usize>>,
    pub(super) value: Range<usize>,
}

/// Whether a text is JSON, by its beginning.
pub(super) fn is_json(text: &str) -> bool {
    text.trim_start().starts_with('{')
}

/// The node at the end of each pointer, or the last one on the way that exists; `None` when that cannot be told in this way.
pub(super) fn find(text: &str, pointers: &[&Pointer]) -> Option<Vec<Found>> {
    let root: &RawValue = serde_json::from_str(text).ok()?;
    let root = Found { key: None, value: range(text, root.get())? };
    let ways: Vec<Vec<Token>> = pointers.iter().map(|pointer| pointer.tokens()).collect();
    let mut ends = vec![root.clone(); ways.len()];
    // What shares its beginning goes together, so that no part of the text is read for each of them.
    let mut open = vec![(root, 0, (0..ways.len()).collect::<Vec<usize>>())];
    while let Some((node, depth, walkers)) = open.pop() {
        let mut wanted = Wanted::new();
        for walker in walkers {
            if let Some(token) = ways.get(walker).and_then(|way| way.get(depth)) {
                wanted.entry(name(token)).or_default().push(walker);
            }
            if let Some(end) = ends.get_mut(walker) {
                *end = node.clone();
            }
        }
        let start = node.value.start;
        let at = |range: Range<usize>| start + range.start..start + range.end;
        for (child, walkers) in children(text.get(node.value)?, wanted)? {
            open.push((Found { key: child.key.map(at), value: at(child.value) }, depth + 1, walkers));
        }
    }
    Some(ends)
}

/// Who looks for a child, by its key or its index.
type Wanted<'a> = HashMap<Cow<'a, str>, Vec<usize>>;

fn name(token: &Token) -> Cow<'_, str> {
    match token {
        Token::Key(key) => Cow::Borrowed(key),
        Token::Index(index) => Cow::Owned(index.to_string()),
    }
}

/// The children of a collection that are wanted and exist, by their bytes within it.
fn children(text: &str, wanted: Wanted<'_>) -> Option<Vec<(Found, Vec<usize>)>> {
    if wanted.is_empty() || !text.starts_with(['{', '[']) {
        return Some(Vec::new());
    }
    let mut search = Search { text, wanted, found: Vec::new(), is_illegible: false };
    // The search ends where it has found everything, which is an error to the parser.
    let outcome = serde_json::Deserializer::from_str(text).deserialize_any(&mut search);
    let is_complete = outcome.is_ok() || search.wanted.is_empty();
    (is_complete && !search.is_illegible).then_some(search.found)
}

/// Looks for children.
struct Search<'a> {
    text: &'a str,
    wanted: Wanted<'a>,
    found: Vec<(Found, Vec<usize>)>,
    /// Whether there is a key with escapes or a merge, so that its bytes, or what it means, cannot be told.
    is_illegible: bool,
}

impl<'de> Visitor<'de> for &mut Search<'_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object or an array")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(Key(key)) = map.next_key()? {
            let range = match &key {
                Cow::Borrowed(key) => range(self.text, key),
                Cow::Owned(_) => None,
            };
            self.is_illegible |= range.is_none() || key == "<<";
            let Some(walkers) = self.wanted.remove(&*key) else {
                map.next_value::<IgnoredAny>()?;
                continue;
            };
            // With its quotes, as it is written.
            let key = range.map(|range| range.start.saturating_sub(1)..range.end + 1);
            if let Some(value) = range_of(self.text, map.next_value()?) {
                self.found.push((Found { key, value }, walkers));
            }
            if self.wanted.is_empty() {
                return Err(A::Error::custom("found"));
            }
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<(), A::Error> {
        let mut indices: HashMap<usize, Vec<usize>> = HashMap::new();
        for (name, walkers) in self.wanted.drain() {
            if let Ok(index) = name.parse() {
                indices.entry(index).or_default().extend(walkers);
            }
        }
        for index in 0.. {
            if indices.is_empty() {
                return Err(A::Error::custom("found"));
            }
            let Some(walkers) = indices.remove(&index) else {
                if elements.next_element::<IgnoredAny>()?.is_none() {
                    break;
                }
                continue;
            };
            let Some(element) = elements.next_element()? else { break };
            self.found.extend(range_of(self.text, element).map(|value| (Found { key: None, value }, walkers)));
        }
        Ok(())
    }
}

/// A key as it is written, unless it has escapes.
struct Key<'a>(Cow<'a, str>);

impl<'de> Deserialize<'de> for Key<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(KeyVisitor)
    }
}

struct KeyVisitor;

impl<'de> Visitor<'de> for KeyVisitor {
    type Value = Key<'de>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a key")
    }

    fn visit_borrowed_str<E: Error>(self, key: &'de str) -> Result<Key<'de>, E> {
        Ok(Key(Cow::Borrowed(key)))
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<Key<'de>, E> {
        Ok(Key(Cow::Owned(key.to_owned())))
    }
}

fn range_of(text: &str, value: &RawValue) -> Option<Range<usize>> {
    range(text, value.get())
}

/// The bytes of a part within the text that it is a part of.
fn range(text: &str, part: &str) -> Option<Range<usize>> {
    let start = (part.as_ptr() as usize).checked_sub(text.as_ptr() as usize)?;
    let end = start.checked_add(part.len())?;
    (end <= text.len()).then_some(start..end)
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::super::Pointer;
    use super::super::layout::Layout;
    use super::find;

    const TEXT: &str =
        " {\"a\": [1, {\"é\": \"ü\\n\", \"b\": true}, [], null],\n \"c\": { \"d\": -1.5e3 }, \"\": {}}\n";

    #[test]
    fn a_node_is_where_the_layout_has_it() {
        let layout = Layout::of(TEXT);
        let mut pointers = vec![Pointer::root()];
        all(&serde_json::from_str(TEXT).expect("it is JSON"), &Pointer::root(), &mut pointers);
        assert_eq!(pointers.len(), 11);
        let absent: Vec<Pointer> = pointers.iter().map(|pointer| pointer.child("absent").index(7)).collect();
        let wanted: Vec<&Pointer> = pointers.iter().chain(&absent).collect();
        let found = find(TEXT, &wanted).expect("all are found");
        for (pointer, found) in wanted.into_iter().zip(found) {
            let tokens = pointer.tokens();
            assert_eq!(find(TEXT, &[pointer]), Some(vec![found.clone()]), "{pointer}");
            assert_eq!(Some(found.value.clone()), layout.node(&tokens), "{pointer}");
            assert_eq!(Some(found.key.unwrap_or(found.value)), layout.key(&tokens), "{pointer}");
        }
    }

    #[test]
    fn what_cannot_be_told_is_left_to_the_layout() {
        let find = |text| find(text, &[&Pointer::root().child("a")]);
        assert_eq!(find(r#"{"\u0061": 1}"#), None);
        assert_eq!(find(r#"{"<<": {"a": 1}}"#), None);
        assert_eq!(find(r#"{"a": 1"#), None);
    }

    fn all(value: &Value, at: &Pointer, pointers: &mut Vec<Pointer>) {
        let children: Vec<(Pointer, &Value)> = match value {
            Value::Array(elements) => {
                elements.iter().enumerate().map(|(index, value)| (at.index(index), value)).collect()
            }
            Value::Object(entries) => entries.iter().map(|(key, value)| (at.child(key), value)).collect(),
            _ => Vec::new(),
        };
        for (at, value) in children {
            pointers.push(at.clone());
            all(value, &at, pointers);
        }
    }
}
