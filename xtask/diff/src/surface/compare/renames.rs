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

impl Renames {
    /// A type that is gone and one that is new are the same if they are the only two with the same parts.
    pub(super) fn between(old: &Surface, new: &Surface) -> Self {
        let removed = types(old).filter(|(path, _)| !new.items.contains_key(*path));
        let added: Vec<(&String, &Item)> = types(new).filter(|(path, _)| !old.items.contains_key(*path)).collect();
        let removed: Vec<(&String, &Item)> = removed.collect();
        let mut renames = Self::default();
        for (path, item) in &removed {
            let mut alike = added.iter().filter(|(other, it)| is_alike((path, item), (other, it)));
            let (Some((other, it)), None) = (alike.next(), alike.next()) else { continue };
            if removed.iter().filter(|(path, item)| is_alike((path, item), (other, it))).count() == 1 {
                renames.paths.insert((*path).clone(), (*other).clone());
                renames.names.insert(last(path).to_owned(), last(other).to_owned());
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

fn is_alike((old_path, old): (&str, &Item), (new_path, new): (&str, &Item)) -> bool {
    let module = |path: &str| path.rsplit_once("::").map(|(module, _)| module.to_owned());
    // Functions may take or return the type itself, so only what it is made of counts.
    let made_of = |item: &Item| -> Vec<(PartName, String)> {
        let parts = item.parts.iter().filter(|(name, _)| matches!(name, PartName::Field(_) | PartName::Variant(_)));
        parts.map(|(name, part)| (name.clone(), part.ty.clone())).collect()
    };
    let (old_parts, new_parts) = (made_of(old), made_of(new));
    // One field in common, such as the one for unknown properties, says nothing.
    old.kind == new.kind && module(old_path) == module(new_path) && old_parts.len() > 1 && old_parts == new_parts
}
