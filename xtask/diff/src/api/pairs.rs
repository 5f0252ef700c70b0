//! Which type of the new model stands in the place of which of the old one, and which operations lead there.

use std::collections::{BTreeMap, BTreeSet};

use generator::model::{Api, Object, TypeId, TypeKind, TypeRef, Union};

use super::comparison::Located;
use super::relation::{definition, resolved};
use super::unions;
use crate::finding::Caller;
use crate::level::Side;

/// Two definitions that are the same type, the old one first.
pub(super) type Pair = (TypeId, TypeId);

/// All pairs that operations lead to, and from where.
#[derive(Debug, Default)]
pub(super) struct Pairs {
    reached: BTreeMap<Pair, Reach>,
    callers: Vec<Caller>,
}

/// From where a pair is reached.
#[derive(Clone, Debug, Default)]
struct Reach {
    in_requests: bool,
    in_responses: bool,
    callers: BTreeSet<usize>,
}

impl Pairs {
    /// Follows what an operation sends or answers, from two uses of types.
    pub(super) fn follow(&mut self, apis: (&Api, &Api), from: Located<'_>, side: Side, old: &TypeRef, new: &TypeRef) {
        let mut found = BTreeSet::new();
        follow(apis, old, new, &mut found);
        if found.is_empty() {
            return;
        }
        let caller = from.caller();
        let index = match self.callers.last() {
            Some(last) if *last == caller => self.callers.len() - 1,
            _ => {
                self.callers.push(caller);
                self.callers.len() - 1
            }
        };
        for pair in found {
            let reach = self.reached.entry(pair).or_default();
            reach.in_requests |= side == Side::Request;
            reach.in_responses |= side == Side::Response;
            reach.callers.insert(index);
        }
    }

    /// Every pair, with the side and the operations that it is reached from.
    pub(super) fn all(&self) -> Vec<(Pair, Side, Vec<Caller>)> {
        let of = |(pair, reach): (&Pair, &Reach)| {
            let mut callers: Vec<Caller> =
                reach.callers.iter().filter_map(|index| self.callers.get(*index)).cloned().collect();
            callers.sort();
            callers.dedup();
            (*pair, Side::of(reach.in_requests, reach.in_responses), callers)
        };
        self.reached.iter().map(of).collect()
    }
}

/// Every pair that two uses lead to.
pub(super) fn follow(apis: (&Api, &Api), old: &TypeRef, new: &TypeRef, found: &mut BTreeSet<Pair>) {
    let mut open = Vec::new();
    step(apis, old, new, &mut open);
    while let Some((old, new)) = open.pop() {
        if !found.insert((old, new)) {
            continue;
        }
        match (&apis.0.types.get(old).kind, &apis.1.types.get(new).kind) {
            (TypeKind::Object(old), TypeKind::Object(new)) => fields(apis, old, new, &mut open),
            (TypeKind::Union(old), TypeKind::Union(new)) => variants(apis, old, new, &mut open),
            (TypeKind::Alias(old), TypeKind::Alias(new)) => step(apis, old, new, &mut open),
            _ => {}
        }
    }
}

fn fields(apis: (&Api, &Api), old: &Object, new: &Object, open: &mut Vec<Pair>) {
    for field in &old.fields {
        if let Some(other) = new.fields.iter().find(|other| other.wire_name == field.wire_name) {
            step(apis, &field.ty, &other.ty, open);
        }
    }
    if let (Some(old), Some(new)) = (&old.rest.values, &new.rest.values) {
        step(apis, &old.ty, &new.ty, open);
    }
}

fn variants(apis: (&Api, &Api), old: &Union, new: &Union, open: &mut Vec<Pair>) {
    for (old, new) in unions::matched(apis, old, new).both {
        step(apis, &old.ty, &new.ty, open);
    }
}

/// The pair of definitions in two uses, below lists and maps. Two aliases are a pair, since they may have limits.
fn step(apis: (&Api, &Api), old: &TypeRef, new: &TypeRef, open: &mut Vec<Pair>) {
    if let (TypeRef::Named(old), TypeRef::Named(new)) = (old, new) {
        let is_alias = |api: &Api, id| matches!(api.types.get(id).kind, TypeKind::Alias(_));
        if is_alias(apis.0, *old) && is_alias(apis.1, *new) {
            return open.push((*old, *new));
        }
    }
    let (old, new) = (resolved(&apis.0.types, old), resolved(&apis.1.types, new));
    match (old, new) {
        (TypeRef::List(old), TypeRef::List(new)) | (TypeRef::Map(old), TypeRef::Map(new)) => {
            step(apis, &old.ty, &new.ty, open);
        }
        _ => open.extend(definition(&apis.0.types, old).zip(definition(&apis.1.types, new))),
    }
}
