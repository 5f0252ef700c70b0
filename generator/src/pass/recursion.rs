//! Types that contain themselves need a pointer somewhere on the way round.

mod components;

use std::collections::HashSet;

use crate::model::{Presence, TypeId, TypeKind, TypeRef, TypeTable};
use components::components;

/// Boxes every field and variant that leads back to the type it stands in.
///
/// Lists and maps hold their elements behind a pointer already, so only direct uses count.
pub(super) fn box_cycles(types: &mut TypeTable) {
    let ids: Vec<TypeId> = types.iter().map(|(id, _)| id).collect();
    let mut circles = components(types, direct);
    for id in ids {
        // Types that lead to each other are in one component.
        let is_on_circle = |target: &TypeId| circles.get(target.0) == circles.get(id.0);
        let boxed: Vec<TypeId> = direct(&types.get(id).kind).into_iter().filter(is_on_circle).collect();
        if boxed.is_empty() {
            continue;
        }
        let box_it = |ty: &mut TypeRef| {
            if let TypeRef::Named(target) = *ty
                && boxed.contains(&target)
            {
                *ty = TypeRef::Boxed(target);
            }
        };
        let endless: Vec<TypeId> =
            boxed.iter().copied().filter(|&target| leads_to(types, target, id, required)).collect();
        match &mut types.get_mut(id).kind {
            TypeKind::Object(object) => {
                for field in &mut object.fields {
                    box_it(&mut field.ty);
                    // A value that must hold a value of its own type would have no end.
                    if field.presence == Presence::Required
                        && field.ty.named().is_some_and(|target| endless.contains(&target))
                        && matches!(field.ty, TypeRef::Boxed(_))
                    {
                        field.presence = Presence::Optional;
                    }
                }
            }
            TypeKind::Union(union) => union.variants.iter_mut().for_each(|variant| box_it(&mut variant.ty)),
            TypeKind::Enum(_) | TypeKind::Alias(_) => {}
        }
        for target in boxed {
            let target = behind_aliases(types, target);
            types.get_mut(target).is_boxed = true;
        }
        // A box opens a circle, for all types on it.
        circles = components(types, direct);
    }
}

/// The type that an alias stands for, or the type itself.
fn behind_aliases(types: &TypeTable, mut id: TypeId) -> TypeId {
    // The pass `alias_cycles` has broken those that lead nowhere.
    while let TypeKind::Alias(TypeRef::Named(target)) = types.get(id).kind {
        id = target;
    }
    id
}

/// The types that stand in a type without a pointer between.
fn direct(kind: &TypeKind) -> Vec<TypeId> {
    let named = |ty: &TypeRef| match ty {
        TypeRef::Named(id) => Some(*id),
        _ => None,
    };
    match kind {
        TypeKind::Object(object) => object.fields.iter().filter_map(|field| named(&field.ty)).collect(),
        TypeKind::Union(union) => union.variants.iter().filter_map(|variant| named(&variant.ty)).collect(),
        TypeKind::Alias(ty) => named(ty).into_iter().collect(),
        TypeKind::Enum(_) => Vec::new(),
    }
}

/// The types that must stand in a type without a pointer or a choice between.
fn required(kind: &TypeKind) -> Vec<TypeId> {
    let named = |ty: &TypeRef| match ty {
        TypeRef::Named(id) | TypeRef::Boxed(id) => Some(*id),
        _ => None,
    };
    match kind {
        TypeKind::Object(object) => {
            let required = object.fields.iter().filter(|field| field.presence == Presence::Required);
            required.filter_map(|field| named(&field.ty)).collect()
        }
        TypeKind::Alias(ty) => named(ty).into_iter().collect(),
        TypeKind::Union(_) | TypeKind::Enum(_) => Vec::new(),
    }
}

fn leads_to(types: &TypeTable, start: TypeId, goal: TypeId, parts: fn(&TypeKind) -> Vec<TypeId>) -> bool {
    let mut seen = HashSet::from([start]);
    let mut open = vec![start];
    while let Some(id) = open.pop() {
        if id == goal {
            return true;
        }
        open.extend(parts(&types.get(id).kind).into_iter().filter(|next| seen.insert(*next)));
    }
    false
}
