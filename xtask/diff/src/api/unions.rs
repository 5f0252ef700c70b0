//! Types of unions.

use generator::model::{Api, Tagging, TypeRef, Union, UnionVariant};

use super::comparison::Comparison;
use super::relation::{Relation, definition, relation};
use super::spot::Spot;
use super::wording::spelled;
use crate::rules::schemas as rules;

/// Which types of a union were there before.
pub(super) struct Matched<'a> {
    pub(super) both: Vec<(&'a UnionVariant, &'a UnionVariant)>,
    pub(super) removed: Vec<&'a UnionVariant>,
    pub(super) added: Vec<&'a UnionVariant>,
}

/// Finds for each type of a union the one that it was, by its name or, where it has none, by its values.
pub(super) fn matched<'a>(apis: (&Api, &Api), old: &'a Union, new: &'a Union) -> Matched<'a> {
    let mut left: Vec<&UnionVariant> = new.variants.iter().collect();
    let mut matched = Matched { both: Vec::new(), removed: Vec::new(), added: Vec::new() };
    for variant in &old.variants {
        match left.iter().position(|other| is_same(apis, &variant.ty, &other.ty)) {
            Some(index) => matched.both.push((variant, left.remove(index))),
            None => matched.removed.push(variant),
        }
    }
    matched.added = left;
    matched
}

fn is_same(apis: (&Api, &Api), old: &TypeRef, new: &TypeRef) -> bool {
    let (old_types, new_types) = (&apis.0.types, &apis.1.types);
    match (definition(old_types, old), definition(new_types, new)) {
        (Some(old), Some(new)) => old_types.get(old).wire_name == new_types.get(new).wire_name,
        (None, None) => relation((old_types, old), (new_types, new)) == Relation::Same,
        _ => false,
    }
}

/// Compares two unions.
pub(super) fn compare(comparison: &mut Comparison<'_>, spot: &Spot, old: &Union, new: &Union) {
    let (old_api, new_api) = (comparison.old, comparison.new);
    let Matched { both, removed, added } = matched((old_api, new_api), old, new);
    for variant in removed {
        let name = spelled(&old_api.types, &variant.ty);
        let spot = spot.part("", Some(variant.name.as_str()));
        comparison.tell(
            &spot,
            &rules::VARIANT_REMOVED,
            format!("`{}` is `{name}` no more", spot.path),
            [Some(name), None],
        );
    }
    for variant in added {
        let name = spelled(&new_api.types, &variant.ty);
        let spot = spot.part("", Some(variant.name.as_str()));
        comparison.tell(&spot, &rules::VARIANT_ADDED, format!("`{}` may be `{name}`", spot.path), [None, Some(name)]);
    }
    if old.tagging != new.tagging {
        let of = |tagging: &Tagging| match tagging {
            Tagging::Untagged => None,
            Tagging::Tagged { property } => Some(property.clone()),
        };
        let message = format!("the types of `{}` are told apart in another way", spot.path);
        comparison.tell(spot, &rules::DISCRIMINATOR_CHANGED, message, [of(&old.tagging), of(&new.tagging)]);
        return;
    }
    for (old, new) in both.into_iter().filter(|(old, new)| old.tags != new.tags) {
        let name = spelled(&new_api.types, &new.ty);
        let spot = spot.part("", Some(new.name.as_str()));
        let message = format!("`{name}` has another discriminator in `{}`", spot.path);
        let change = [Some(old.tags.join(", ")), Some(new.tags.join(", "))];
        comparison.tell(&spot, &rules::TAG_CHANGED, message, change);
    }
}
