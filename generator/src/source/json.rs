//! Where one node of a JSON text is written, for a text of which little is to be reported: it costs one look over the text
//! instead of a layout of all its nodes.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

use serde::Deserializer;
use serde::de::{Deserialize, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::Token;

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

/// The node at the end of `tokens`, or the last one on the way that exists; `None` when that cannot be told in this way.
pub(super) fn find(text: &str, tokens: &[Token]) -> Option<Found> {
    let root: &RawValue = serde_json::from_str(text).ok()?;
    let mut found = Found { key: None, value: range(text, root.get())? };
    for token in tokens {
        let Some(child) = child(text.get(found.value.clone())?, token)? else { break };
        let at = |range: Range<usize>| found.value.start + range.start..found.value.start + range.end;
        found = Found { key: child.key.map(at), value: at(child.value) };
    }
    Some(found)
}

/// The child of a collection by its bytes within that; the inner `None` says that there is none.
fn child(text: &str, token: &Token) -> Option<Option<Found>> {
    let mut search = Search { text, token, found: None, is_illegible: false };
    // The search ends where it has found something, which is an error to the parser.
    let outcome = serde_json::Deserializer::from_str(text).deserialize_any(&mut search);
    match (search.found, outcome) {
        _ if search.is_illegible => None,
        (Some(found), _) => Some(Some(found)),
        (None, Ok(())) => Some(None),
        // What is no collection has no children.
        (None, Err(_)) if !text.starts_with(['{', '[']) => Some(None),
        (None, Err(_)) => None,
    }
}

/// Looks for one child.
struct Search<'a> {
    text: &'a str,
    token: &'a Token,
    found: Option<Found>,
    /// Whether there is a key with escapes or a merge, so that its bytes, or what it means, cannot be told.
    is_illegible: bool,
}

impl<'de> Visitor<'de> for &mut Search<'_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object or an array")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let Token::Key(wanted) = self.token else {
            while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
            return Ok(());
        };
        while let Some(Key(key)) = map.next_key()? {
            let range = match &key {
                Cow::Borrowed(key) => range(self.text, key),
                Cow::Owned(_) => None,
            };
            self.is_illegible |= range.is_none() || key == "<<";
            if *key != **wanted {
                map.next_value::<IgnoredAny>()?;
                continue;
            }
            let value = range_of(self.text, map.next_value()?);
            // With its quotes, as it is written.
            let key = range.map(|range| range.start.saturating_sub(1)..range.end + 1);
            self.found = value.map(|value| Found { key, value });
            return Err(A::Error::custom("found"));
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<(), A::Error> {
        let wanted = match self.token {
            Token::Index(index) => Some(*index),
            Token::Key(key) => key.parse().ok(),
        };
        let mut index = 0;
        while Some(index) != wanted {
            if elements.next_element::<IgnoredAny>()?.is_none() {
                return Ok(());
            }
            index += 1;
        }
        let Some(element) = elements.next_element()? else { return Ok(()) };
        self.found = range_of(self.text, element).map(|value| Found { key: None, value });
        Err(A::Error::custom("found"))
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

    use super::super::layout::Layout;
    use super::super::{Pointer, Token};
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
        for pointer in pointers.iter().chain(&absent) {
            let tokens = pointer.tokens();
            let found = find(TEXT, &tokens).expect("it is found");
            assert_eq!(Some(found.value.clone()), layout.node(&tokens), "{pointer}");
            assert_eq!(Some(found.key.unwrap_or(found.value)), layout.key(&tokens), "{pointer}");
        }
    }

    #[test]
    fn what_cannot_be_told_is_left_to_the_layout() {
        let key = |key: &str| [Token::Key(key.into())];
        assert_eq!(find(r#"{"\u0061": 1}"#, &key("a")), None);
        assert_eq!(find(r#"{"<<": {"a": 1}}"#, &key("a")), None);
        assert_eq!(find(r#"{"a": 1"#, &key("a")), None);
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
