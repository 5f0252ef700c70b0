//! Schemas: each pair of types once, and those that are there in one model only.

use std::collections::BTreeSet;

use generator::model::{Api, Origin, TypeDef, TypeId, TypeKind, TypeRef};

use super::comparison::Comparison;
use super::pairs::{self, Pair};
use super::relation::{Relation, relation};
use super::spot::Spot;
use super::{enums, limits, objects, unions, values};
use crate::finding::Caller;
use crate::level::Side;
use crate::rules::schemas as rules;

/// Compares all types.
pub(super) fn compare(comparison: &mut Comparison<'_>) {
    let (old, new) = (comparison.old, comparison.new);
    let reached = comparison.pairs.all();
    let mut seen: BTreeSet<Pair> = reached.iter().map(|(pair, ..)| *pair).collect();
    for (pair, side, callers) in reached {
        definitions(comparison, pair, side, callers, true);
    }
    for pair in unreached(old, new, &seen) {
        if seen.insert(pair) {
            definitions(comparison, pair, Side::Neither, Vec::new(), false);
        }
    }
    let old_seen: BTreeSet<TypeId> = seen.iter().map(|pair| pair.0).collect();
    let new_seen: BTreeSet<TypeId> = seen.iter().map(|pair| pair.1).collect();
    for def in alone(old, &old_seen, new) {
        let spot = spot(def, Side::Neither, Vec::new(), false);
        let name = def.wire_name.clone();
        comparison.tell(&spot, &rules::REMOVED, format!("the schema `{name}` is gone"), [Some(name), None]);
    }
    for def in alone(new, &new_seen, old) {
        let spot = spot(def, Side::Neither, Vec::new(), false);
        let name = def.wire_name.clone();
        comparison.tell(&spot, &rules::ADDED, format!("the schema `{name}` is new"), [None, Some(name)]);
    }
}

/// Schemas of one name, and what they lead to, that no operation leads to in both models.
fn unreached(old: &Api, new: &Api, seen: &BTreeSet<Pair>) -> Vec<Pair> {
    let old_seen: BTreeSet<TypeId> = seen.iter().map(|pair| pair.0).collect();
    let mut found = BTreeSet::new();
    for (old_id, def) in components(old).filter(|(id, _)| !old_seen.contains(id)) {
        if let Some((new_id, _)) = components(new).find(|(_, other)| other.wire_name == def.wire_name) {
            pairs::follow((old, new), &TypeRef::Named(old_id), &TypeRef::Named(new_id), &mut found);
        }
    }
    found.difference(seen).copied().collect()
}

/// The schemas with a name whose type is in no pair and whose name is in one model only.
fn alone<'a>(api: &'a Api, seen: &'a BTreeSet<TypeId>, other: &'a Api) -> impl Iterator<Item = &'a TypeDef> {
    let is_there = |name: &str| components(other).any(|(_, def)| def.wire_name == name);
    components(api).filter(move |(id, def)| !seen.contains(id) && !is_there(&def.wire_name)).map(|(_, def)| def)
}

fn components(api: &Api) -> impl Iterator<Item = (TypeId, &TypeDef)> {
    api.types.iter().filter(|(_, def)| def.origin == Origin::Component)
}

fn spot(def: &TypeDef, side: Side, callers: Vec<Caller>, is_reached: bool) -> Spot {
    let item = Some(format!("models::{}", def.name));
    Spot { side, path: def.wire_name.clone(), place: def.at.clone(), callers, item, is_reached }
}

fn definitions(comparison: &mut Comparison<'_>, pair: Pair, side: Side, callers: Vec<Caller>, is_reached: bool) {
    let (old, new) = (comparison.old.types.get(pair.0), comparison.new.types.get(pair.1));
    let spot = spot(new, side, callers, is_reached);
    if old.origin == Origin::Component && new.origin == Origin::Component && old.wire_name != new.wire_name {
        let (was, is) = (old.wire_name.clone(), new.wire_name.clone());
        let has = |api: &Api, name: &str| components(api).any(|(_, def)| def.wire_name == name);
        let (rule, message) = if has(comparison.new, &was) || has(comparison.old, &is) {
            (&rules::EXCHANGED, format!("`{is}` stands where `{was}` stood"))
        } else {
            (&rules::RENAMED, format!("the schema `{was}` is `{is}`"))
        };
        comparison.tell(&spot, rule, message, [Some(was), Some(is)]);
    }
    let what = format!("`{}`", spot.path);
    values::deprecation(comparison, &spot, &what, old.deprecated, new.deprecated);
    values::texts(comparison, &spot, &what, &old.docs, &new.docs);
    let (old_type, new_type) = (TypeRef::Named(pair.0), TypeRef::Named(pair.1));
    // Where the type changed, its uses say so.
    if relation((&comparison.old.types, &old_type), (&comparison.new.types, &new_type)) == Relation::Same {
        let ty = match &new.kind {
            TypeKind::Alias(target) => target,
            _ => &new_type,
        };
        limits::compare(comparison, &spot, &what, ty, &old.constraints, &new.constraints);
    }
    match (&old.kind, &new.kind) {
        (TypeKind::Object(old), TypeKind::Object(new)) => objects::compare(comparison, &spot, old, new),
        (TypeKind::Enum(old), TypeKind::Enum(new)) => enums::compare(comparison, &spot, old, new),
        (TypeKind::Union(old), TypeKind::Union(new)) => unions::compare(comparison, &spot, old, new),
        // Its uses say that it changed.
        _ => {}
    }
}
