//! Inline enums that list the same values become one type under several names.
//!
//! A value that was read in one place then fits wherever the same values are taken, and the compiler makes the traits of
//! one type where it made those of many. Each place keeps a name of its own, because the description may part them again.

use std::collections::{HashMap, HashSet};

use super::reach;
use crate::model::{EnumRepr, Origin, TypeId, TypeKind, TypeTable, Variant};
use crate::naming::{Case, Scope, ident};

/// Keeps the first enum of those with the same values, and makes the others names of it.
///
/// One that is shared across files moves to a file of its own: whoever needs it may not need the type that it stood in.
pub(super) fn share(types: &mut TypeTable) {
    let mut modules = Scope::new();
    for (_, def) in types.iter() {
        // The types of one file have one module.
        let _ = modules.claim(&def.module, ());
    }
    for (id, kept) in same(types) {
        let def = types.get_mut(id);
        if let TypeKind::Enum(list) = &mut def.kind {
            list.same_as = Some(kept);
        }
        let owner = def.owner;
        let kept = types.get_mut(kept);
        if kept.owner != owner && kept.owner.take().is_some() {
            kept.module = modules.claim_numbered(ident(kept.name.plain(), Case::Module), ());
        }
    }
}

/// Each enum that lists the values of an earlier one, with that one.
///
/// The types of a union are left as they are: it tells its variants apart by them, and converts from each.
fn same(types: &TypeTable) -> Vec<(TypeId, TypeId)> {
    let unions = types.iter().filter(|(_, def)| matches!(def.kind, TypeKind::Union(_)));
    let mut in_unions = HashSet::new();
    let mut open: Vec<TypeId> = unions.flat_map(|(_, def)| reach::parts(&def.kind)).collect();
    while let Some(id) = open.pop() {
        if in_unions.insert(id) && matches!(types.get(id).kind, TypeKind::Alias(_)) {
            open.extend(reach::parts(&types.get(id).kind));
        }
    }
    let mut first: HashMap<(EnumRepr, Vec<&Variant>), TypeId> = HashMap::new();
    let mut found = Vec::new();
    for (id, def) in types.iter() {
        if let (Origin::Inline, TypeKind::Enum(list)) = (def.origin, &def.kind)
            && !in_unions.contains(&id)
        {
            // In whatever order they are listed.
            let mut values: Vec<&Variant> = list.variants.iter().collect();
            values.sort_unstable_by_key(|variant| &variant.wire_value);
            let kept = *first.entry((list.repr, values)).or_insert(id);
            found.extend((kept != id).then_some((id, kept)));
        }
    }
    found
}
