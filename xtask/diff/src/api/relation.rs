//! How a type relates to the one that it replaces.

use std::cell::Cell;

use generator::model::{EnumRepr, Item, TypeId, TypeKind, TypeRef, TypeTable};

/// How deep types are looked through at most.
const DEPTH: usize = 16;

/// How many comparisons are made at most. Unions of unions can be compared in more ways than there is time for; types that take
/// so long to tell are taken for different ones.
const STEPS: usize = 10_000;

/// How a new type relates to an old one, by the values that it has.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Relation {
    /// It has the same values, or is a type that is compared for itself.
    Same,
    /// It has more values.
    Widened,
    /// It has fewer values.
    Narrowed,
    /// It has others.
    Changed,
}

impl Relation {
    fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Same, relation) | (relation, Self::Same) => relation,
            (one, two) if one == two => one,
            _ => Self::Changed,
        }
    }

    const fn of(is_wider: bool, is_narrower: bool) -> Self {
        match (is_wider, is_narrower) {
            (true, false) => Self::Widened,
            (false, true) => Self::Narrowed,
            _ => Self::Changed,
        }
    }
}

/// The type that aliases stand for in the end.
pub(super) fn resolved<'a>(types: &'a TypeTable, mut ty: &'a TypeRef) -> &'a TypeRef {
    // Lowering breaks circles of aliases, so this ends.
    while let TypeRef::Named(id) | TypeRef::Boxed(id) = ty {
        let TypeKind::Alias(target) = &types.get(*id).kind else { break };
        ty = target;
    }
    ty
}

/// The type of the table that a use stands for, whatever aliases are between.
pub(super) fn definition(types: &TypeTable, ty: &TypeRef) -> Option<TypeId> {
    match resolved(types, ty) {
        TypeRef::Named(id) | TypeRef::Boxed(id) => Some(*id),
        _ => None,
    }
}

/// How `new` relates to `old`. Two objects, two enums and two unions are the same here: they are compared for themselves.
pub(super) fn relation((old_types, old): (&TypeTable, &TypeRef), (new_types, new): (&TypeTable, &TypeRef)) -> Relation {
    Types { old: old_types, new: new_types, left: Cell::new(STEPS) }.compare(old, new, DEPTH)
}

struct Types<'a> {
    old: &'a TypeTable,
    new: &'a TypeTable,
    left: Cell<usize>,
}

impl Types<'_> {
    fn compare(&self, old: &TypeRef, new: &TypeRef, depth: usize) -> Relation {
        if depth == 0 {
            return Relation::Same;
        }
        let Some(left) = self.left.get().checked_sub(1) else { return Relation::Changed };
        self.left.set(left);
        let (old, new) = (resolved(self.old, old), resolved(self.new, new));
        match (old, new) {
            (TypeRef::List(old), TypeRef::List(new)) | (TypeRef::Map(old), TypeRef::Map(new)) => {
                self.items(old, new, depth - 1)
            }
            _ => match (definition(self.old, old), definition(self.new, new)) {
                (None, None) => plain(old, new),
                (old_id, new_id) => self.definitions(old, old_id, new, new_id, depth - 1),
            },
        }
    }

    fn items(&self, old: &Item, new: &Item, depth: usize) -> Relation {
        let nulls = match (old.nullable, new.nullable) {
            (false, true) => Relation::Widened,
            (true, false) => Relation::Narrowed,
            _ => Relation::Same,
        };
        self.compare(&old.ty, &new.ty, depth).and(nulls)
    }

    fn definitions(
        &self,
        old: &TypeRef,
        old_id: Option<TypeId>,
        new: &TypeRef,
        new_id: Option<TypeId>,
        depth: usize,
    ) -> Relation {
        let old_kind = old_id.map(|id| &self.old.get(id).kind);
        let new_kind = new_id.map(|id| &self.new.get(id).kind);
        match (old_kind, new_kind) {
            (Some(TypeKind::Object(_)), Some(TypeKind::Object(_)))
            | (Some(TypeKind::Union(_)), Some(TypeKind::Union(_))) => Relation::Same,
            (Some(TypeKind::Enum(one)), Some(TypeKind::Enum(two))) if one.repr == two.repr => Relation::Same,
            // A union that has the old type among its own is wider than that.
            (_, Some(TypeKind::Union(union))) => {
                let has = union.variants.iter().any(|variant| self.is_same(old, &variant.ty, depth));
                Relation::of(has, false)
            }
            (Some(TypeKind::Union(union)), _) => {
                let had = union.variants.iter().any(|variant| self.is_same(&variant.ty, new, depth));
                Relation::of(false, had)
            }
            (Some(kind), None) => Relation::of(is_within(kind, new), false),
            (None, Some(kind)) => Relation::of(false, is_within(kind, old)),
            _ => Relation::Changed,
        }
    }

    /// Whether two types are the same, by name where they have one: there any two objects are not.
    fn is_same(&self, old: &TypeRef, new: &TypeRef, depth: usize) -> bool {
        let names = definition(self.old, old).zip(definition(self.new, new));
        let is_named_alike = names.is_none_or(|(old, new)| self.old.get(old).wire_name == self.new.get(new).wire_name);
        is_named_alike && self.compare(old, new, depth) == Relation::Same
    }
}

/// Whether every value of a kind of type is one of a plain type.
fn is_within(kind: &TypeKind, plain: &TypeRef) -> bool {
    match (kind, plain) {
        (_, TypeRef::Json) => true,
        (TypeKind::Enum(listed), TypeRef::String) => listed.repr == EnumRepr::Text,
        (TypeKind::Enum(listed), TypeRef::I64 | TypeRef::F64) => listed.repr == EnumRepr::Integer,
        (TypeKind::Object(_), TypeRef::Map(item)) => item.ty == TypeRef::Json,
        _ => false,
    }
}

/// Types without a definition of their own.
fn plain(old: &TypeRef, new: &TypeRef) -> Relation {
    if old == new {
        return Relation::Same;
    }
    let is_wider = |narrow: &TypeRef, wide: &TypeRef| {
        matches!(
            (narrow, wide),
            (_, TypeRef::Json)
                | (TypeRef::I32, TypeRef::I64 | TypeRef::F64)
                | (TypeRef::I64 | TypeRef::U64, TypeRef::F64)
                | (TypeRef::Date | TypeRef::DateTime, TypeRef::String)
        )
    };
    Relation::of(is_wider(old, new), is_wider(new, old))
}
