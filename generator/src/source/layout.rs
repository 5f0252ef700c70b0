//! Where every node of a YAML or JSON text is written.

use std::collections::HashMap;
use std::ops::Range;

use saphyr_parser::{Event, Parser};

use super::Token;
use super::characters::{Characters, without_surrogates};

/// The places of all nodes of one text. Built once, and only to report something.
///
/// A text with a syntax error keeps the nodes before it.
#[derive(Debug, Default)]
pub(super) struct Layout {
    nodes: Vec<Node>,
    duplicates: Vec<DuplicateKey>,
}

/// A mapping key that is written a second time.
#[derive(Debug)]
pub(crate) struct DuplicateKey {
    /// The key.
    pub key: String,
    /// Where it is written first.
    pub first: Range<usize>,
    /// Where it is written again.
    pub again: Range<usize>,
}

#[derive(Debug)]
struct Node {
    range: Range<usize>,
    children: Children,
}

#[derive(Debug)]
enum Children {
    None,
    Mapping(HashMap<String, Entry>),
    Sequence(Vec<usize>),
}

#[derive(Debug)]
struct Entry {
    key: Range<usize>,
    value: usize,
}

impl Layout {
    pub(super) fn of(text: &str) -> Self {
        let mut builder = Builder { characters: Characters::of(text), ..Builder::default() };
        let legible = without_surrogates(text);
        for event in Parser::new_from_str(&legible) {
            let Ok((event, span)) = event else { break };
            if matches!(event, Event::DocumentEnd) {
                break;
            }
            builder.take(event, span.start.index()..span.end.index());
        }
        builder.layout
    }

    pub(super) fn duplicates(&self) -> &[DuplicateKey] {
        &self.duplicates
    }

    /// The node at the end of `tokens`, or the last one on the way that exists.
    pub(super) fn node(&self, tokens: &[Token]) -> Option<Range<usize>> {
        let (_, node) = self.walk(tokens)?;
        Some(node.range.clone())
    }

    /// The key of that node.
    pub(super) fn key(&self, tokens: &[Token]) -> Option<Range<usize>> {
        let (key, node) = self.walk(tokens)?;
        Some(key.unwrap_or_else(|| node.range.clone()))
    }

    fn walk(&self, tokens: &[Token]) -> Option<(Option<Range<usize>>, &Node)> {
        let mut key = None;
        let mut node = self.nodes.first()?;
        for token in tokens {
            let Some((next_key, next)) = self.step(node, token) else {
                break;
            };
            (key, node) = (next_key, next);
        }
        Some((key, node))
    }

    /// The entry of a mapping, or of what its merge key leads to.
    fn entry<'a>(&'a self, entries: &'a HashMap<String, Entry>, name: &str) -> Option<&'a Entry> {
        let mut entries = entries;
        // A merge key may lead back to its own mapping; no document in use merges as deep as this.
        for _ in 0..8 {
            if let Some(entry) = entries.get(name) {
                return Some(entry);
            }
            let merged = self.nodes.get(entries.get("<<")?.value)?;
            let Children::Mapping(next) = &merged.children else {
                return None;
            };
            entries = next;
        }
        None
    }

    fn step(&self, node: &Node, token: &Token) -> Option<(Option<Range<usize>>, &Node)> {
        match (&node.children, token) {
            (Children::Mapping(entries), Token::Key(name)) => {
                let entry = self.entry(entries, name)?;
                Some((Some(entry.key.clone()), self.nodes.get(entry.value)?))
            }
            (Children::Sequence(elements), Token::Index(index)) => {
                Some((None, self.nodes.get(*elements.get(*index)?)?))
            }
            (Children::Sequence(elements), Token::Key(name)) => {
                let index: usize = name.parse().ok()?;
                Some((None, self.nodes.get(*elements.get(index)?)?))
            }
            _ => None,
        }
    }
}

/// Takes the events of the parser in their order, and keeps the open collections on a stack.
#[derive(Default)]
struct Builder {
    layout: Layout,
    characters: Characters,
    open: Vec<Open>,
    anchors: HashMap<usize, usize>,
}

/// A collection whose end is still to come.
struct Open {
    node: usize,
    /// The key that waits for its value.
    key: Option<(String, Range<usize>)>,
}

impl Builder {
    fn take(&mut self, event: Event<'_>, characters: Range<usize>) {
        let range = self.characters.byte(characters.start)..self.characters.byte(characters.end);
        match event {
            Event::Scalar(text, _, anchor, _) => {
                if self.awaits_key() {
                    self.set_key(text.into_owned(), range);
                } else {
                    self.add(range, Children::None, anchor);
                }
            }
            Event::MappingStart(anchor, _) => self.open(range, Children::Mapping(HashMap::new()), anchor),
            Event::SequenceStart(anchor, _) => self.open(range, Children::Sequence(Vec::new()), anchor),
            Event::MappingEnd | Event::SequenceEnd => self.close(range.end),
            Event::Alias(anchor) => {
                if self.awaits_key() {
                    self.set_key(String::new(), range);
                } else if let Some(target) = self.anchors.get(&anchor).copied() {
                    self.attach(target);
                } else {
                    self.add(range, Children::None, 0);
                }
            }
            _ => {}
        }
    }

    /// Whether the next node is a key: a mapping is open and no key waits.
    fn awaits_key(&self) -> bool {
        self.open.last().is_some_and(|open| {
            let is_mapping =
                self.layout.nodes.get(open.node).is_some_and(|node| matches!(node.children, Children::Mapping(_)));
            is_mapping && open.key.is_none()
        })
    }

    fn set_key(&mut self, text: String, range: Range<usize>) {
        if let Some(open) = self.open.last_mut() {
            open.key = Some((text, range));
        }
    }

    fn open(&mut self, range: Range<usize>, children: Children, anchor: usize) {
        // A collection as a key is legal YAML that no OpenAPI document has; it takes its place without a name.
        if self.awaits_key() {
            self.set_key(String::new(), range.clone());
        }
        let node = self.add(range, children, anchor);
        self.open.push(Open { node, key: None });
    }

    fn close(&mut self, end: usize) {
        if let Some(open) = self.open.pop()
            && let Some(node) = self.layout.nodes.get_mut(open.node)
        {
            node.range.end = end.max(node.range.start);
        }
    }

    fn add(&mut self, range: Range<usize>, children: Children, anchor: usize) -> usize {
        let node = self.layout.nodes.len();
        self.layout.nodes.push(Node { range, children });
        if anchor != 0 {
            self.anchors.insert(anchor, node);
        }
        self.attach(node);
        node
    }

    /// Makes `node` the next child of the innermost open collection.
    fn attach(&mut self, node: usize) {
        let Some(open) = self.open.last_mut() else {
            return;
        };
        let Some(parent) = self.layout.nodes.get_mut(open.node) else {
            return;
        };
        match &mut parent.children {
            Children::None => {}
            Children::Sequence(elements) => elements.push(node),
            Children::Mapping(entries) => {
                let Some((name, key)) = open.key.take() else {
                    return;
                };
                if let Some(first) = entries.get(&name) {
                    let first = first.key.clone();
                    self.layout.duplicates.push(DuplicateKey { key: name, first, again: key });
                } else {
                    entries.insert(name, Entry { key, value: node });
                }
            }
        }
    }
}
