//! Methods: how they are called.

use super::Comparison;
use crate::rules::crate_parts as rules;
use crate::surface::item::{Part, PartName, Signature};

/// Methods that send the same request under another name.
pub(super) fn renamed<'a>(
    gone: &[(&'a PartName, &'a Part)],
    come: &[(&'a PartName, &'a Part)],
) -> Vec<(&'a PartName, &'a PartName)> {
    let is_same = |old: &Part, new: &Part| old.request.is_some() && old.request == new.request;
    let mut renamed: Vec<(&PartName, &PartName)> = Vec::new();
    for (old, part) in gone {
        let mut alike = come.iter().filter(|(_, other)| is_same(part, other));
        // The streams of an operation name its request too, so one must be told from another by what it returns.
        let by_signature = come.iter().find(|(_, other)| is_same(part, other) && part.signature == other.signature);
        let new = match (by_signature, alike.next(), alike.next()) {
            (Some((new, _)), ..) | (None, Some((new, _)), None) => *new,
            _ => continue,
        };
        if !renamed.iter().any(|(_, taken)| *taken == new) {
            renamed.push((*old, new));
        }
    }
    renamed
}

/// Compares the signatures of a method.
pub(super) fn compare(comparison: &mut Comparison<'_>, path: &str, old: &Part, new: &Part) {
    let (Some(old), Some(new)) = (&old.signature, &new.signature) else { return };
    let applied = |text: &str| comparison.renames.applied(text);
    let change = [Some(applied(&old.code())), Some(new.code())];
    let has_other_types =
        !old.types().map(applied).eq(new.types().map(str::to_owned)) || applied(&old.generics) != new.generics;
    let has_other_output = applied(&old.output) != new.output;
    if has_other_types {
        let message = format!("the method `{path}` takes other arguments");
        comparison.tell(&rules::METHOD_PARAMETERS, path, message, change.clone());
    } else if is_reordered(old, new) {
        let message = format!("the method `{path}` takes its arguments in another order");
        comparison.tell(&rules::METHOD_PARAMETERS, path, message, change.clone());
    }
    if has_other_output {
        let message = format!("the method `{path}` returns something else");
        comparison.tell(&rules::METHOD_RETURN, path, message, change.clone());
    }
    if old.qualifiers != new.qualifiers {
        let message = format!("the method `{path}` has other qualifiers");
        comparison.tell(&rules::METHOD_QUALIFIERS, path, message, change);
    }
}

/// Whether the same arguments come in another order: the compiler says nothing if they have one type.
fn is_reordered(old: &Signature, new: &Signature) -> bool {
    let names =
        |signature: &Signature| -> Vec<String> { signature.inputs.iter().map(|(name, _)| name.clone()).collect() };
    let (old, new) = (names(old), names(new));
    let sorted = |mut names: Vec<String>| {
        names.sort();
        names
    };
    old != new && sorted(old) == sorted(new)
}
