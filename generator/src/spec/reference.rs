//! References: what a `$ref` means, and where it leads.

use std::borrow::Cow;

use indexmap::IndexMap;
use openapiv3::ReferenceOr;
use serde_yaml::Value;

use crate::source::unescape;

/// How many references to references are followed. A longer chain is reported, as are those that go round in a circle.
pub(super) const LONGEST_CHAIN: usize = 100;

/// What a `$ref` means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Reference<'a> {
    /// `#/components/schemas/Pet`.
    Component { section: &'a str, name: Cow<'a, str> },
    /// Another place in the same document, as its tokens.
    Local(Vec<String>),
    /// Another file or address.
    External,
}

impl<'a> Reference<'a> {
    pub(super) fn parse(text: &'a str) -> Self {
        let Some(fragment) = text.strip_prefix('#') else {
            return Self::External;
        };
        let tokens: Vec<&str> = fragment.split('/').skip(1).collect();
        match tokens.as_slice() {
            ["components", section, name] => Self::Component { section, name: decode(name) },
            _ => Self::Local(tokens.into_iter().map(|token| decode(token).into_owned()).collect()),
        }
    }
}

/// The component that `reference` leads to, through as many aliases as there are, and its name.
///
/// `None` when it leads out of `components`, to nothing, or in a circle.
pub(super) fn resolve<'a, T>(
    components: &'a IndexMap<String, ReferenceOr<T>>,
    section: &str,
    reference: &str,
) -> Option<(&'a str, &'a T)> {
    let mut reference = Cow::Borrowed(reference);
    for _ in 0..=LONGEST_CHAIN {
        let Reference::Component { section: found, name } = Reference::parse(&reference) else {
            return None;
        };
        if found != section {
            return None;
        }
        match components.get_key_value(name.as_ref())? {
            (name, ReferenceOr::Item(item)) => return Some((name, item)),
            (_, ReferenceOr::Reference { reference: next }) => reference = Cow::Owned(next.clone()),
        }
    }
    None
}

/// The same over values, for the checks that come before the types.
pub(super) fn resolve_value<'a>(document: &'a Value, section: &str, reference: &str) -> Option<&'a Value> {
    let components = document.get("components")?.get(section)?.as_mapping()?;
    let mut reference = reference;
    for _ in 0..=LONGEST_CHAIN {
        let Reference::Component { section: found, name } = Reference::parse(reference) else {
            return None;
        };
        let item = components.get(name.as_ref()).filter(|_| found == section)?;
        match item.get("$ref").and_then(Value::as_str) {
            Some(next) => reference = next,
            None => return Some(item),
        }
    }
    None
}

/// Undoes the escapes of a JSON pointer in a URI fragment: first the percent signs, then the tildes.
pub(super) fn decode(token: &str) -> Cow<'_, str> {
    if !token.contains(['%', '~']) {
        return Cow::Borrowed(token);
    }
    let mut bytes = Vec::with_capacity(token.len());
    let mut rest = token.as_bytes();
    while let [first, after @ ..] = rest {
        match escaped_byte(rest) {
            Some((byte, after)) => {
                bytes.push(byte);
                rest = after;
            }
            None => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    Cow::Owned(unescape(&String::from_utf8_lossy(&bytes)))
}

fn escaped_byte(bytes: &[u8]) -> Option<(u8, &[u8])> {
    let [b'%', high, low, after @ ..] = bytes else {
        return None;
    };
    let digit = |byte: u8| char::from(byte).to_digit(16);
    let byte = digit(*high)? * 16 + digit(*low)?;
    Some((u8::try_from(byte).ok()?, after))
}

#[cfg(test)]
mod tests {
    use super::Reference;

    #[test]
    fn reads_what_documents_write() {
        let component = |section, name: &'static str| Reference::Component { section, name: name.into() };
        assert_eq!(Reference::parse("#/components/schemas/Pet"), component("schemas", "Pet"));
        assert_eq!(Reference::parse("#/components/schemas/Page%C2%ABPet%C2%BB"), component("schemas", "Page«Pet»"));
        assert_eq!(Reference::parse("#/components/schemas/a~1b"), component("schemas", "a/b"));
        assert_eq!(Reference::parse("#/components/schemas/100%"), component("schemas", "100%"));
        assert_eq!(Reference::parse("other.yaml#/components/schemas/Pet"), Reference::External);
        assert_eq!(Reference::parse("#/paths/~1pets"), Reference::Local(vec!["paths".into(), "/pets".into()]));
    }
}
