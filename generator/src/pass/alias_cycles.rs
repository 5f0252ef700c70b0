//! Aliases that lead back to themselves (`A: [A]`) cannot be written in Rust; they become free JSON.

use std::collections::{HashMap, HashSet};

use crate::diagnostic::{Diagnostic, Diagnostics, Place, Rule, feature};
use crate::model::{TypeId, TypeKind, TypeRef, TypeTable};
use crate::source::Pointer;
use crate::spec::Document;

/// Aliases of aliases that others follow one by one; more would be too many calls within each other.
const LONGEST: usize = 128;

/// Breaks every cycle that consists of aliases alone, and every long chain, and reports it.
pub(super) fn break_cycles(types: &mut TypeTable, documents: &[Document], diagnostics: &mut Diagnostics) {
    let ids: Vec<TypeId> = types.iter().map(|(id, _)| id).collect();
    // How many aliases follow each other from a type on.
    let mut lengths: HashMap<TypeId, usize> = HashMap::new();
    let mut is_long = false;
    for start in ids {
        let Walk { way, end } = walk(types, start, &lengths);
        let mut length = match end {
            End::Known(length) => length,
            End::Back(again) => {
                // The first of the types in the cycle, whatever led into it.
                let first = way.iter().skip_while(|id| **id != again).min().copied().unwrap_or(again);
                diagnostics.extend(recursive(types, first, documents));
                types.get_mut(first).kind = TypeKind::Alias(TypeRef::Json);
                0
            }
        };
        for id in way.into_iter().rev() {
            length += 1;
            if length > LONGEST {
                if !is_long {
                    diagnostics.extend(long(types, id, documents));
                }
                is_long = true;
                types.get_mut(id).kind = TypeKind::Alias(TypeRef::Json);
                length = 1;
            }
            lengths.insert(id, length);
        }
    }
}

/// A way from alias to alias.
struct Walk {
    way: Vec<TypeId>,
    end: End,
}

/// How it ends.
enum End {
    /// At a type from which so many aliases follow.
    Known(usize),
    /// At a type where it has been.
    Back(TypeId),
}

fn walk(types: &TypeTable, start: TypeId, lengths: &HashMap<TypeId, usize>) -> Walk {
    let mut way = Vec::new();
    let mut seen = HashSet::new();
    let mut next = start;
    loop {
        if let Some(&length) = lengths.get(&next) {
            return Walk { way, end: End::Known(length) };
        }
        let TypeKind::Alias(ty) = &types.get(next).kind else { return Walk { way, end: End::Known(0) } };
        if !seen.insert(next) {
            return Walk { way, end: End::Back(next) };
        }
        way.push(next);
        let Some(target) = ty.named() else { return Walk { way, end: End::Known(0) } };
        next = target;
    }
}

fn recursive(types: &TypeTable, id: TypeId, documents: &[Document]) -> Option<Diagnostic> {
    let name = &types.get(id).wire_name;
    let message =
        format!("schema `{name}` is a list or map of itself and nothing else; the crate takes it as free JSON");
    Some(Diagnostic::new(Rule::Unsupported(feature::RECURSIVE_ALIAS), message, place(types, id, documents)?))
}

fn long(types: &TypeTable, id: TypeId, documents: &[Document]) -> Option<Diagnostic> {
    let name = &types.get(id).wire_name;
    let message = format!("from schema `{name}` on, more than {LONGEST} schemas are only other names for the next");
    let help = "refer to what the last of them refers to";
    Some(Diagnostic::new(Rule::TooDeep, message, place(types, id, documents)?).help(help))
}

fn place(types: &TypeTable, id: TypeId, documents: &[Document]) -> Option<Place> {
    let at = &types.get(id).at;
    let document = documents.iter().find(|document| document.source.name() == at.source)?;
    Some(Place::key(&document.source, &Pointer::parse(&at.pointer)))
}
