//! Aliases that lead back to themselves (`A: [A]`) cannot be written in Rust; they become free JSON.

use crate::diagnostic::{Diagnostic, Diagnostics, Place, Rule, feature};
use crate::model::{TypeId, TypeKind, TypeRef, TypeTable};
use crate::source::Pointer;
use crate::spec::Document;

/// Breaks every cycle that consists of aliases alone, and reports it.
pub(super) fn break_cycles(types: &mut TypeTable, documents: &[Document], diagnostics: &mut Diagnostics) {
    let ids: Vec<TypeId> = types.iter().map(|(id, _)| id).collect();
    for id in ids {
        if !returns_to(types, id) {
            continue;
        }
        let def = types.get_mut(id);
        def.kind = TypeKind::Alias(TypeRef::Json);
        let Some(document) = documents.iter().find(|document| document.source.name() == def.at.source) else {
            continue;
        };
        diagnostics.push(Diagnostic::new(
            Rule::Unsupported(feature::RECURSIVE_ALIAS),
            format!(
                "schema `{}` is a list or map of itself and nothing else; the crate takes it as free JSON",
                def.wire_name
            ),
            Place::key(&document.source, &Pointer::parse(&def.at.pointer)),
        ));
    }
}

fn returns_to(types: &TypeTable, start: TypeId) -> bool {
    let mut seen = vec![start];
    let mut next = start;
    while let TypeKind::Alias(ty) = &types.get(next).kind {
        let Some(target) = ty.named() else { return false };
        if target == start {
            return true;
        }
        if seen.contains(&target) {
            return false;
        }
        seen.push(target);
        next = target;
    }
    false
}
