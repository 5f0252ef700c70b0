//! What is too large or too deep to be read: it would take all memory, or more time than anybody waits.

use std::collections::HashMap;

use saphyr_parser::{Event, Parser};

use super::{DEEPEST, Error};

/// The longest text that is read, in bytes.
pub const LARGEST: usize = 32 * 1024 * 1024;

/// What a node counts beside its text, since it takes memory too.
const NODE: usize = 16;

/// Refuses a text that goes too deep, or whose aliases, were each written out, would be longer than any text that is read.
pub(super) fn check(text: &str) -> Result<(), Error> {
    let mut sizes: HashMap<usize, usize> = HashMap::new();
    // For each collection that is not closed yet its anchor, and how much had been met before it.
    let mut open: Vec<(usize, usize)> = Vec::new();
    let (mut total, mut added) = (0_usize, 0_usize);
    for event in Parser::new_from_str(text) {
        let (event, span) = match event {
            Ok(event) => event,
            Err(error) if error.info().contains("recursion limit") => {
                return Err(Error::TooDeep { line: error.marker().line() });
            }
            // The other parser words it better.
            Err(_) => return Ok(()),
        };
        let line = span.start.line();
        let mut size = NODE;
        let mut named = 0;
        match event {
            Event::Scalar(scalar, _, anchor, _) => (size, named) = (NODE + scalar.len(), anchor),
            Event::Alias(anchor) => {
                if open.iter().any(|(open, _)| *open == anchor) {
                    return Err(Error::Endless { line });
                }
                size = sizes.get(&anchor).copied().unwrap_or(NODE);
                added = added.saturating_add(size);
            }
            Event::SequenceStart(anchor, _) | Event::MappingStart(anchor, _) => {
                open.push((anchor, total));
                if open.len() > DEEPEST {
                    return Err(Error::TooDeep { line });
                }
            }
            Event::SequenceEnd | Event::MappingEnd => {
                if let Some((anchor, before)) = open.pop() {
                    sizes.insert(anchor, total.saturating_sub(before));
                }
                continue;
            }
            _ => continue,
        }
        if added > LARGEST {
            return Err(Error::Aliases { line });
        }
        total = total.saturating_add(size);
        // What has no anchor has the number 0, which no alias has.
        if named != 0 {
            sizes.insert(named, size);
        }
    }
    Ok(())
}
