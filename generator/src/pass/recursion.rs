//! Types that contain themselves need a pointer somewhere on the way round.

mod circles;

use std::collections::HashSet;

use crate::model::{Presence, TypeId, TypeKind, TypeRef, TypeTable};
use circles::{Use, closing};

/// Boxes every field and variant that leads back to the type it stands in, type after type: a box opens its circles for the
/// types that come later.
///
/// Lists and maps hold their elements behind a pointer already, so only direct uses count.
pub(super) fn box_cycles(types: &mut TypeTable) {
    let boxed = on_circles(types, direct);
    let endless = on_circles(types, required);
    let ids: HashSet<TypeId> = boxed.iter().map(|(id, _)| *id).collect();
    for id in ids {
        let box_it = |ty: &mut TypeRef| {
            if let TypeRef::Named(target) = *ty
                && boxed.contains(&(id, target))
            {
                *ty = TypeRef::Boxed(target);
            }
        };
        match &mut types.get_mut(id).kind {
            TypeKind::Object(object) => {
                for field in &mut object.fields {
                    box_it(&mut field.ty);
                    // A value that must hold a value of its own type would have no end.
                    if let TypeRef::Boxed(target) = field.ty
                        && field.presence == Presence::Required
                        && endless.contains(&(id, target))
                    {
                        field.presence = Presence::Optional;
                    }
                }
            }
            TypeKind::Union(union) => union.variants.iter_mut().for_each(|variant| box_it(&mut variant.ty)),
            TypeKind::Enum(_) | TypeKind::Alias(_) => {}
        }
    }
    for (_, target) in boxed {
        let target = behind_aliases(types, target);
        types.get_mut(target).is_boxed = true;
    }
}

/// The uses that close a circle, each as the type and what it uses. An alias has no place for a box, so its circles are opened
/// elsewhere.
fn on_circles(types: &TypeTable, parts: fn(&TypeKind) -> Vec<TypeId>) -> HashSet<(TypeId, TypeId)> {
    let uses_of = |id: TypeId| move |target: TypeId| Use { from: id.0, to: target.0 };
    let uses: Vec<Use> = types.iter().flat_map(|(id, def)| parts(&def.kind).into_iter().map(uses_of(id))).collect();
    let is_opened = |index| !matches!(types.get(TypeId(index)).kind, TypeKind::Alias(_));
    let closing = uses.iter().zip(closing(types.len(), &uses, is_opened)).filter(|(_, is_closing)| *is_closing);
    closing.map(|(it, _)| (TypeId(it.from), TypeId(it.to))).collect()
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
    match kind {
        TypeKind::Object(object) => object.fields.iter().filter_map(|field| named(&field.ty)).collect(),
        TypeKind::Union(union) => union.variants.iter().filter_map(|variant| named(&variant.ty)).collect(),
        TypeKind::Alias(ty) => named(ty).into_iter().collect(),
        TypeKind::Enum(_) => Vec::new(),
    }
}

/// The types that must stand in a type without a pointer or a choice between.
fn required(kind: &TypeKind) -> Vec<TypeId> {
    match kind {
        TypeKind::Object(object) => {
            let required = object.fields.iter().filter(|field| field.presence == Presence::Required);
            required.filter_map(|field| named(&field.ty)).collect()
        }
        TypeKind::Alias(ty) => named(ty).into_iter().collect(),
        TypeKind::Union(_) | TypeKind::Enum(_) => Vec::new(),
    }
}

fn named(ty: &TypeRef) -> Option<TypeId> {
    match ty {
        TypeRef::Named(id) => Some(*id),
        _ => None,
    }
}
