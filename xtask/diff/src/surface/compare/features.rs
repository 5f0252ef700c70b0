//! Cargo features, and which items need them.

use std::collections::BTreeSet;

use super::Comparison;
use crate::rules::crate_features as rules;
use crate::surface::item::PartName;
use crate::surface::manifest::Manifest;

/// Compares the features, and what brings each item.
pub(super) fn compare(comparison: &mut Comparison<'_>) {
    let (old, new) = (&comparison.old.manifest, &comparison.new.manifest);
    let mut changed = BTreeSet::new();
    for name in old.features.keys() {
        if !new.features.contains_key(name) {
            comparison.tell(&rules::REMOVED, name, format!("the feature `{name}` is gone"), [Some(name.clone()), None]);
        }
    }
    for name in new.features.keys() {
        if !old.features.contains_key(name) {
            comparison.tell(&rules::ADDED, name, format!("the feature `{name}` is new"), [None, Some(name.clone())]);
            continue;
        }
        let (before, after) = (implied(old, name), implied(new, name));
        // What is gone altogether has been said.
        let less: Vec<&String> = before.difference(&after).filter(|it| new.features.contains_key(*it)).collect();
        let more: Vec<&String> = after.difference(&before).collect();
        if before != after {
            changed.insert(name.clone());
        }
        let is_direct = old.features.get(name) != new.features.get(name);
        if !less.is_empty() && is_direct {
            let message = format!("the feature `{name}` turns {} on no more", list(&less));
            comparison.tell(&rules::IMPLIES_LESS, name, message, [Some(list(&less)), None]);
        }
        if !more.is_empty() && is_direct {
            let message = format!("the feature `{name}` turns {} on", list(&more));
            comparison.tell(&rules::IMPLIES_MORE, name, message, [None, Some(list(&more))]);
        }
    }
    rust_version(comparison, old, new);
    needs(comparison, &changed);
}

/// The features that one turns on, without dependencies, which are no business of callers.
fn implied(manifest: &Manifest, name: &str) -> BTreeSet<String> {
    let is_own = |feature: &&str| *feature != name && manifest.features.contains_key(*feature);
    manifest.implied(name).into_iter().filter(is_own).map(str::to_owned).collect()
}

fn list(names: &[&String]) -> String {
    named(names.iter().copied())
}

fn rust_version(comparison: &mut Comparison<'_>, old: &Manifest, new: &Manifest) {
    let number = |version: &Option<String>| -> Vec<u32> {
        version.iter().flat_map(|version| version.split('.')).map(|part| part.parse().unwrap_or(0)).collect()
    };
    if number(&new.rust_version) > number(&old.rust_version) {
        let message = "the crate needs a newer Rust".to_owned();
        let change = [old.rust_version.clone(), new.rust_version.clone()];
        comparison.tell(&rules::RUST_VERSION, "rust-version", message, change);
    }
}

/// Compares what brings each item and method. Features that turn on other features than before are left out: of them it has
/// been said as a whole.
fn needs(comparison: &mut Comparison<'_>, changed: &BTreeSet<String>) {
    let (old, new) = (comparison.old, comparison.new);
    for (path, item) in &old.items {
        let Some(other) = new.items.get(path) else { continue };
        let both: BTreeSet<&String> = item.brought_by.intersection(&other.brought_by).collect();
        one(comparison, path, &item.brought_by, &other.brought_by, changed);
        for (name, part) in &item.parts {
            if let (PartName::Method(method), Some(other)) = (name, other.parts.get(name))
                && part.brought_by != other.brought_by
            {
                // A method is there with its type only, and what the type needs has been said.
                let here = |brought_by: &BTreeSet<String>| -> BTreeSet<String> {
                    brought_by.iter().filter(|name| both.contains(*name)).cloned().collect()
                };
                let (before, after) = (here(&part.brought_by), here(&other.brought_by));
                one(comparison, &format!("{path}::{method}"), &before, &after, changed);
            }
        }
    }
}

fn one(
    comparison: &mut Comparison<'_>,
    path: &str,
    before: &BTreeSet<String>,
    after: &BTreeSet<String>,
    changed: &BTreeSet<String>,
) {
    if before == after {
        return;
    }
    let (old, new) = (&comparison.old.manifest, &comparison.new.manifest);
    let counts = |name: &&String| {
        let is_there = |manifest: &Manifest| name.is_empty() || manifest.features.contains_key(*name);
        is_there(old) && is_there(new) && !changed.contains(*name)
    };
    let lost: Vec<&String> = before.difference(after).filter(counts).collect();
    let gained: Vec<&String> = after.difference(before).filter(counts).collect();
    let change = || [Some(named(before.iter())), Some(named(after.iter()))];
    if lost.iter().any(|name| name.is_empty()) {
        let message = format!("`{path}` needs a feature now: {}", named(after.iter()));
        comparison.tell(&rules::NEEDED, path, message, change());
    } else if !lost.is_empty() {
        let message = format!("`{path}` is not there with {} any more", named(lost.into_iter()));
        comparison.tell(&rules::NEEDED, path, message, change());
    }
    if gained.iter().any(|name| name.is_empty()) {
        comparison.tell(&rules::FREED, path, format!("`{path}` needs no feature any more"), change());
    } else if !gained.is_empty() {
        let message = format!("`{path}` is there with {}", named(gained.into_iter()));
        comparison.tell(&rules::FREED, path, message, change());
    }
}

/// Features in words; of many, how many more there are. What is there without any needs none.
fn named<'a>(names: impl Iterator<Item = &'a String>) -> String {
    const SHOWN: usize = 4;
    let names: Vec<&String> = names.collect();
    if names.iter().any(|name| name.is_empty()) {
        return "no feature".to_owned();
    }
    let shown: Vec<String> = names.iter().take(SHOWN).map(|name| format!("`{name}`")).collect();
    let rest = names.len().saturating_sub(SHOWN);
    format!("{}{}", shown.join(", "), if rest == 0 { String::new() } else { format!(" and {rest} more") })
}
