//! Types and references between them.

use std::sync::Arc;

use super::{Constraints, Docs, Enum, Ident, Object, Place, Union};

/// All types of an API; a [`TypeId`] is a handle into it.
#[derive(Clone, Debug, Default)]
pub struct TypeTable {
    defs: Vec<TypeDef>,
}

/// A handle of a type in its [`TypeTable`].
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct TypeId(pub(crate) usize);

impl TypeTable {
    pub(crate) fn new(defs: Vec<TypeDef>) -> Self {
        Self { defs }
    }

    /// The type behind a handle.
    pub fn get(&self, id: TypeId) -> &TypeDef {
        &self.defs[id.0]
    }

    pub(crate) fn get_mut(&mut self, id: TypeId) -> &mut TypeDef {
        &mut self.defs[id.0]
    }

    /// All types with their handles.
    pub fn iter(&self) -> impl Iterator<Item = (TypeId, &TypeDef)> {
        self.defs.iter().enumerate().map(|(index, def)| (TypeId(index), def))
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.defs.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.defs.is_empty()
    }
}

/// One type of the crate.
#[derive(Clone, Debug)]
pub struct TypeDef {
    /// The schema's name in the document; for an inline schema the path of names that leads to it.
    pub wire_name: String,
    /// The type's name.
    pub name: Ident,
    /// Where the schema stands.
    pub origin: Origin,
    /// The type in whose file an inline type stands; `None` for a type with a file of its own.
    pub owner: Option<TypeId>,
    /// The private module that holds it.
    pub module: Ident,
    /// What the document says about it.
    pub docs: Docs,
    /// Whether it should no longer be used.
    pub deprecated: bool,
    /// The limits that the schema states for all of its values.
    pub constraints: Constraints,
    /// What it is.
    pub kind: TypeKind,
    /// Whether a field or a variant keeps it in a box ([`TypeRef::Boxed`]).
    pub is_boxed: bool,
    /// The Cargo features that bring it, sorted: areas, or [`FULL`](super::FULL) alone when no operation leads to it.
    pub features: Arc<[String]>,
    /// Where it is met.
    pub uses: Uses,
    /// The document and place that define it.
    pub at: Place,
}

/// Where a type is met: which methods send or answer it, and which types it is part of.
#[derive(Clone, Debug, Default)]
pub struct Uses {
    /// The methods whose request body it is, as client and method.
    pub sent_by: Vec<(Ident, Ident)>,
    /// The methods that return it, as client and method.
    pub answered_by: Vec<(Ident, Ident)>,
    /// The types that have a field or variant of it.
    pub part_of: Vec<TypeId>,
}

/// Where a schema stands in its document.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Origin {
    /// Under a name in `components`.
    Component,
    /// Where it is used.
    Inline,
}

/// What a type is.
#[derive(Clone, Debug)]
pub enum TypeKind {
    /// An object with properties.
    Object(Object),
    /// A list of allowed values.
    Enum(Enum),
    /// One of several types.
    Union(Union),
    /// Another name for a type.
    Alias(TypeRef),
}

/// A use of a type.
#[derive(Clone, Debug, PartialEq)]
pub enum TypeRef {
    /// `true` or `false`.
    Bool,
    /// A whole number of 32 bits.
    I32,
    /// A whole number of 64 bits.
    I64,
    /// A whole number of 64 bits that is never negative.
    U64,
    /// A number.
    F64,
    /// Text.
    String,
    /// A calendar date, kept as it came.
    Date,
    /// A point in time, kept as it came.
    DateTime,
    /// Any JSON value.
    Json,
    /// A type of the table.
    Named(TypeId),
    /// A type of the table behind a pointer, because it contains itself.
    Boxed(TypeId),
    /// A list.
    List(Box<Item>),
    /// An object whose property names are free.
    Map(Box<Item>),
}

/// An element of a list or a value of a map.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// Its type.
    pub ty: TypeRef,
    /// Whether it may be null.
    pub nullable: bool,
}

impl TypeRef {
    /// The table's types that are named in it.
    pub fn named(&self) -> Option<TypeId> {
        match self {
            Self::Named(id) | Self::Boxed(id) => Some(*id),
            Self::List(item) | Self::Map(item) => item.ty.named(),
            _ => None,
        }
    }
}
