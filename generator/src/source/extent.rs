//! How much a text is, before anything is built from it.

use std::collections::HashMap;
use std::ops::Range;

use saphyr_parser::{Event, Parser};

use super::characters::Characters;

/// The longest text that is read, in bytes. What is made of a text takes some fifty times as much memory.
pub const LARGEST: usize = 32 * 1024 * 1024;

/// The most nodes that a text may have. A list of numbers has one in every two bytes, and each takes a hundred.
pub(crate) const MOST_NODES: usize = 4_000_000;

/// Whether a text may have more nodes than are read. It counts the marks between nodes, also those in sentences, which is how
/// it can be so fast; texts of the greatest length that are written for people have half as many.
pub(super) fn is_crowded(text: &str) -> bool {
    let is_mark = |byte: &u8| matches!(byte, b',' | b':' | b'[' | b'{' | b'\n' | b'-' | b'?');
    text.len() > MOST_NODES && text.as_bytes().iter().filter(|byte| is_mark(byte)).count() > MOST_NODES
}

/// Where a YAML text opens more than `most` collections within each other. The parser would tell as well, but takes a hundred
/// times as long for ten times as many.
pub(super) fn deep_place(text: &str, most: usize) -> Option<Range<usize>> {
    if !has_many_brackets(text) {
        return None;
    }
    let characters = Characters::of(text);
    let bytes = |start: usize, end: usize| characters.byte(start)..characters.byte(end);
    let mut depth = 0_usize;
    for event in Parser::new_from_str(text) {
        let (event, span) = match event {
            Ok(event) => event,
            Err(error) if error.info().contains("recursion limit") => {
                let at = error.marker().index();
                return Some(bytes(at, at + 1));
            }
            Err(_) => return None,
        };
        match event {
            Event::SequenceStart(..) | Event::MappingStart(..) => depth += 1,
            Event::SequenceEnd | Event::MappingEnd => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > most {
            return Some(bytes(span.start.index(), span.end.index()));
        }
    }
    None
}

/// Whether a text has so many brackets open, those in sentences included, that it is worth a second look.
fn has_many_brackets(text: &str) -> bool {
    const MANY: usize = 1000;
    let opens = |byte: &u8| matches!(byte, b'[' | b'{');
    if text.as_bytes().iter().filter(|byte| opens(byte)).count() < MANY {
        return false;
    }
    let mut depth = 0_usize;
    text.bytes().any(|byte| {
        match byte {
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth >= MANY
    })
}

/// An alias that stands for more than can be built.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Alias {
    /// Where it is written.
    pub(crate) at: Range<usize>,
    /// Whether it stands for what it is a part of, and so for something without an end.
    pub(crate) is_endless: bool,
}

/// The first alias of a YAML text that is endless, or with which all aliases, were each written out, take more than
/// [`LARGEST`] bytes: aliases of aliases multiply.
pub(super) fn overflowing_alias(text: &str) -> Option<Alias> {
    // Most texts have no anchor, and are not looked at any further.
    if !text.contains('&') || !text.contains('*') {
        return None;
    }
    let characters = Characters::of(text);
    let mut sizes: HashMap<usize, usize> = HashMap::new();
    let mut open: Vec<Open> = Vec::new();
    let mut total = 0_usize;
    let mut added = 0_usize;
    for event in Parser::new_from_str(text) {
        let Ok((event, span)) = event else { break };
        match event {
            Event::Scalar(scalar, _, anchor, _) => {
                total = total.saturating_add(NODE + scalar.len());
                note(&mut sizes, anchor, NODE + scalar.len());
            }
            Event::Alias(anchor) => {
                let is_endless = open.iter().any(|open| open.anchor == anchor);
                let size = sizes.get(&anchor).copied().unwrap_or(NODE);
                total = total.saturating_add(size);
                added = added.saturating_add(size);
                if is_endless || added > LARGEST {
                    let at = characters.byte(span.start.index())..characters.byte(span.end.index());
                    return Some(Alias { at, is_endless });
                }
            }
            // What is as deep as this is refused by whoever builds it.
            Event::SequenceStart(..) | Event::MappingStart(..) if open.len() > DEEP => break,
            Event::SequenceStart(anchor, _) | Event::MappingStart(anchor, _) => {
                open.push(Open { anchor, before: total });
                total = total.saturating_add(NODE);
            }
            Event::SequenceEnd | Event::MappingEnd => {
                if let Some(Open { anchor, before }) = open.pop() {
                    note(&mut sizes, anchor, total.saturating_sub(before));
                }
            }
            Event::DocumentEnd => break,
            _ => {}
        }
    }
    None
}

/// What a node counts beside its text, since it takes memory too.
const NODE: usize = 16;

/// More levels than any tree has.
const DEEP: usize = 256;

/// A collection that is not closed yet.
struct Open {
    anchor: usize,
    /// How much had been met before it.
    before: usize,
}

fn note(sizes: &mut HashMap<usize, usize>, anchor: usize, size: usize) {
    // Nodes without an anchor have 0.
    if anchor != 0 {
        sizes.insert(anchor, size);
    }
}

#[cfg(test)]
mod tests {
    use super::overflowing_alias;

    #[test]
    fn aliases_of_aliases_multiply() {
        let laughs = |levels: usize| -> String {
            let level = |level| format!("l{level}: &l{level} [{}]\n", vec![format!("*l{}", level - 1); 10].join(", "));
            std::iter::once("l0: &l0 lol\n".to_owned()).chain((1..=levels).map(level)).collect()
        };
        assert_eq!(overflowing_alias(&laughs(5)), None);
        let text = laughs(9);
        let alias = overflowing_alias(&text).expect("it is too much");
        assert_eq!((text.get(alias.at), alias.is_endless), (Some("*l6"), false));
    }

    #[test]
    fn an_alias_within_its_own_anchor_has_no_end() {
        assert!(overflowing_alias("&a [b, *a]").expect("it is endless").is_endless);
        assert_eq!(overflowing_alias("[&a [b], *a, *a]"), None);
        assert_eq!(overflowing_alias("& *"), None);
    }
}
