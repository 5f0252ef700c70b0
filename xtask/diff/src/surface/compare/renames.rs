//! Types that only have another name.

use std::collections::BTreeMap;

use super::Surface;
use crate::surface::item::{Item, Kind, PartName};

/// Types by their old path, with the new one.
#[derive(Debug, Default)]
pub(super) struct Renames {
    paths: BTreeMap<String, String>,
    /// The same for the last names, as they stand in signatures.
    names: BTreeMap<String, String>,
}

/// What two types must have in common to be the same: what they are, where they stand, and what they are made of.
type Likeness = (&'static str, Option<String>, Vec<(PartName, String)>);

impl Renames {
    /// A type that is gone and one that is new are the same if they are the only two that are alike.
    pub(super) fn between(old: &Surface, new: &Surface) -> Self {
        let mut alike: BTreeMap<Likeness, [Vec<&String>; 2]> = BTreeMap::new();
        for (surface, other, side) in [(old, new, 0), (new, old, 1)] {
            for (path, item) in types(surface).filter(|(path, _)| !other.items.contains_key(*path)) {
                let made_of = made_of(item);
                // One part alone, such as the field for unknown properties, says nothing.
                if made_of.len() > 1 {
                    let module = path.rsplit_once("::").map(|(module, _)| module.to_owned());
                    let sides = alike.entry((item.kind.noun(), module, made_of)).or_default();
                    sides.iter_mut().skip(side).take(1).for_each(|side| side.push(path));
                }
            }
        }
        let mut renames = Self::default();
        for sides in alike.into_values() {
            let [removed, added] = &sides;
            if let ([old], [new]) = (removed.as_slice(), added.as_slice()) {
                renames.paths.insert((*old).clone(), (*new).clone());
                renames.names.insert(last(old).to_owned(), last(new).to_owned());
            }
        }
        renames
    }

    pub(super) fn new_path(&self, old: &str) -> Option<&str> {
        self.paths.get(old).map(String::as_str)
    }

    pub(super) fn is_new_path(&self, new: &str) -> bool {
        self.paths.values().any(|path| path == new)
    }

    /// Old code with new names of types.
    pub(super) fn applied(&self, code: &str) -> String {
        if self.names.is_empty() {
            return code.to_owned();
        }
        let mut applied = String::new();
        let mut word = String::new();
        for c in code.chars().chain([' ']) {
            if c.is_alphanumeric() || c == '_' {
                word.push(c);
                continue;
            }
            applied.push_str(self.names.get(&word).unwrap_or(&word));
            word.clear();
            applied.push(c);
        }
        applied.pop();
        applied
    }
}

fn types(surface: &Surface) -> impl Iterator<Item = (&String, &Item)> {
    surface.items.iter().filter(|(path, item)| {
        **path == item.primary && matches!(item.kind, Kind::Struct | Kind::Enum) && !item.parts.is_empty()
    })
}

fn last(path: &str) -> &str {
    path.rsplit("::").next().unwrap_or(path)
}

/// Fields and variants. Functions may take or return the type itself, so they do not count.
fn made_of(item: &Item) -> Vec<(PartName, String)> {
    let parts = item.parts.iter().filter(|(name, _)| matches!(name, PartName::Field(_) | PartName::Variant(_)));
    parts.map(|(name, part)| (name.clone(), part.ty.clone())).collect()
}
