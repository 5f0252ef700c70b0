//! Components that are only references to others: where such a chain leads, and that it is not too long to follow.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::Arc;

use serde_yaml::Value;

use super::super::reference::{LONGEST_CHAIN, Reference};
use super::super::walk::texts;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Rule};
use crate::source::{Pointer, Source};

/// Reports each circle once, where it is met first, and the first chain of a section that is too long.
pub(super) fn check(source: &Arc<Source>, document: &Value, diagnostics: &mut Diagnostics) {
    let components = document.get("components").and_then(Value::as_mapping);
    for (section, items) in components.into_iter().flat_map(texts) {
        let mut chains = Chains { section, items, lengths: HashMap::new(), long: None };
        for (name, _) in items.as_mapping().into_iter().flat_map(texts) {
            if let Some(circle) = chains.follow(name) {
                diagnostics.push(chains.circle(source, circle));
            }
        }
        diagnostics.extend(chains.long.take().map(|name| chains.too_long(source, &name)));
    }
}

/// The components of one section.
struct Chains<'a> {
    section: &'a str,
    items: &'a Value,
    /// How many components a chain has from one on.
    lengths: HashMap<Cow<'a, str>, usize>,
    /// The first component from which there are too many.
    long: Option<Cow<'a, str>>,
}

impl<'a> Chains<'a> {
    /// Follows the references from a component on, as far as they are not known yet; the members of a circle, if it leads into
    /// one.
    fn follow(&mut self, name: &'a str) -> Option<Vec<Cow<'a, str>>> {
        let mut way: Vec<Cow<'a, str>> = Vec::new();
        let mut places: HashMap<Cow<'a, str>, usize> = HashMap::new();
        let mut next = Some(Cow::Borrowed(name));
        let mut length = 0;
        let mut circle = None;
        while let Some(name) = next {
            if let Some(&known) = self.lengths.get(&name) {
                length = known;
                break;
            }
            if let Some(&place) = places.get(&name) {
                circle = way.get(place..).map(<[_]>::to_vec);
                break;
            }
            places.insert(name.clone(), way.len());
            next = self.target(&name);
            way.push(name);
        }
        for name in way.into_iter().rev() {
            length += 1;
            // The last of a chain is no reference itself.
            if length > LONGEST_CHAIN + 1 && circle.is_none() && self.long.is_none() {
                self.long = Some(name.clone());
            }
            self.lengths.insert(name, length);
        }
        circle
    }

    /// What a component refers to in its own section.
    fn target(&self, name: &str) -> Option<Cow<'a, str>> {
        let reference = self.items.get(name)?.get("$ref")?.as_str()?;
        match Reference::parse(reference) {
            Reference::Component { section, name } if section == self.section => Some(name),
            _ => None,
        }
    }

    fn circle(&self, source: &Arc<Source>, mut members: Vec<Cow<'a, str>>) -> Diagnostic {
        let written = self.items.as_mapping().into_iter().flat_map(texts).map(|(name, _)| name);
        let first = written.filter_map(|name| members.iter().position(|member| member == name)).next();
        members.rotate_left(first.unwrap_or(0));
        let name = members.first().cloned().unwrap_or_default();
        let mut steps: Vec<String> = members.iter().take(SHOWN).map(|name| format!("`{name}`")).collect();
        if members.len() > SHOWN {
            steps.push(format!("{} more", members.len() - SHOWN));
        }
        steps.push(format!("`{name}`"));
        let message = format!("`{name}` is a reference that leads back to itself: {}", steps.join(" -> "));
        Diagnostic::new(Rule::ReferenceCycle, message, self.place(source, &name))
            .help("write the thing itself in one of them")
    }

    fn too_long(&self, source: &Arc<Source>, name: &str) -> Diagnostic {
        let message = format!("from `{name}` on, more than {LONGEST_CHAIN} references follow each other");
        Diagnostic::new(Rule::TooDeep, message, self.place(source, name))
            .help("refer to what the last of them refers to")
    }

    fn place(&self, source: &Arc<Source>, name: &str) -> Place {
        let at = Pointer::root().child("components").child(self.section).child(name);
        Place::value(source, &at.child("$ref"))
    }
}

/// How many members of a circle a message names.
const SHOWN: usize = 8;
