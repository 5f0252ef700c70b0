//! Items: which are there, and what they are.

use super::{Comparison, impls, parts};
use crate::rule::Rule;
use crate::rules::crate_items as rules;
use crate::surface::item::{Item, Kind, Marks};

/// Compares all items and their parts.
pub(super) fn compare(comparison: &mut Comparison<'_>) {
    let (old, new) = (comparison.old, comparison.new);
    for (path, item) in &old.items {
        if let Some(other) = new.items.get(path) {
            both(comparison, path, item, other);
        } else if let Some(renamed) = comparison.renames.new_path(path).map(str::to_owned) {
            let message = format!("the {} `{path}` is `{renamed}`", item.kind.noun());
            comparison.tell(&rules::TYPE_RENAMED, &renamed, message, [Some(path.clone()), Some(renamed.clone())]);
            if let Some(other) = new.items.get(&renamed) {
                both(comparison, &renamed, item, other);
            }
        } else if *path == item.primary || new.items.contains_key(&item.primary) {
            let message = format!("the {} `{path}` is gone", item.kind.noun());
            comparison.tell(presence(item.kind).1, path, message, [Some(shown(item)), None]);
        }
    }
    for (path, item) in &new.items {
        if old.items.contains_key(path) || comparison.renames.is_new_path(path) {
            continue;
        }
        if *path == item.primary || old.items.contains_key(&item.primary) {
            let message = format!("the {} `{path}` is new", item.kind.noun());
            comparison.tell(presence(item.kind).0, path, message, [None, Some(shown(item))]);
        }
    }
}

/// The rules of an item that is new and of one that is gone.
fn presence(kind: Kind) -> (&'static Rule, &'static Rule) {
    match kind {
        Kind::Module => (&rules::MODULE_ADDED, &rules::MODULE_REMOVED),
        Kind::Trait => (&rules::TRAIT_ADDED, &rules::TRAIT_REMOVED),
        Kind::Function => (&rules::FUNCTION_ADDED, &rules::FUNCTION_REMOVED),
        Kind::Const => (&rules::CONST_ADDED, &rules::CONST_REMOVED),
        Kind::Struct | Kind::Enum | Kind::Union | Kind::Alias | Kind::Reexport => {
            (&rules::TYPE_ADDED, &rules::TYPE_REMOVED)
        }
    }
}

fn shown(item: &Item) -> String {
    match &item.signature {
        Some(signature) => signature.code(),
        None => item.kind.noun().to_owned(),
    }
}

fn both(comparison: &mut Comparison<'_>, path: &str, old: &Item, new: &Item) {
    if old.kind != new.kind {
        let (was, is) = (old.kind.noun(), new.kind.noun());
        let message = format!("`{path}` was {was} and is {is}");
        return comparison.tell(&rules::KIND_CHANGED, path, message, [Some(was.to_owned()), Some(is.to_owned())]);
    }
    if comparison.new.items.get(&old.primary).is_some_and(|other| other.primary != new.primary) {
        let message = format!("`{path}` and `{}` were one type, and are two", old.primary);
        comparison.tell(&rules::PARTED, path, message, [Some(old.primary.clone()), Some(new.primary.clone())]);
    }
    // Other paths to the same item have nothing to add.
    if path != new.primary && path != old.primary {
        return;
    }
    let (old, new) = (comparison.old.whole(old), comparison.new.whole(new));
    marks(comparison, path, old.marks, new.marks);
    match (old.non_exhaustive, new.non_exhaustive) {
        // What could not be built from outside, such as a struct with a private field, loses nothing but patterns.
        (false, true) => {
            let message = format!("`{path}` became non-exhaustive");
            comparison.tell(&rules::NON_EXHAUSTIVE, path, message, [None, Some("#[non_exhaustive]".to_owned())]);
        }
        (true, false) => {
            let message = format!("`{path}` became exhaustive");
            comparison.tell(&rules::EXHAUSTIVE, path, message, [Some("#[non_exhaustive]".to_owned()), None]);
        }
        _ => {}
    }
    let mut code = |rule, words: &str, old: String, new: &str| {
        let old = comparison.renames.applied(&old);
        if old != new {
            let message = format!("`{path}` {words}");
            comparison.tell(rule, path, message, [Some(old), Some(new.to_owned())]);
        }
    };
    code(&rules::GENERICS_CHANGED, "has other parameters or bounds", old.generics.clone(), &new.generics);
    match new.kind {
        Kind::Alias | Kind::Reexport => {
            code(&rules::ALIAS_CHANGED, "stands for something else", old.ty.clone(), &new.ty);
        }
        Kind::Const => {
            code(&rules::CONST_CHANGED, "has another type", old.ty.clone(), &new.ty);
            // The digest is another one with every change of the description, and those are told of.
            if path != "API_DIGEST" {
                code(&rules::CONST_VALUE_CHANGED, "has another value", old.value.clone(), &new.value);
            }
        }
        Kind::Function => {
            let text = |item: &Item| item.signature.as_ref().map(|it| it.code()).unwrap_or_default();
            code(&rules::FUNCTION_CHANGED, "has another signature", text(old), &text(new));
        }
        _ => {}
    }
    impls::compare(comparison, path, old, new);
    parts::compare(comparison, path, old, new);
}

/// Compares what the compiler warns of.
pub(super) fn marks(comparison: &mut Comparison<'_>, path: &str, old: Marks, new: Marks) {
    match (old.deprecated, new.deprecated) {
        (false, true) => comparison.tell(&rules::DEPRECATED, path, format!("`{path}` is deprecated"), [None, None]),
        (true, false) => {
            comparison.tell(&rules::REACTIVATED, path, format!("`{path}` is deprecated no more"), [None, None]);
        }
        _ => {}
    }
    if !old.must_use && new.must_use {
        let message = format!("what `{path}` returns must be used");
        comparison.tell(&crate::rules::crate_parts::MUST_USE, path, message, [None, Some("#[must_use]".to_owned())]);
    }
}
