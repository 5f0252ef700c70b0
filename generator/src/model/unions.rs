//! Values that are one of several types (`oneOf`, `anyOf`, `discriminator`).

use super::{Ident, TypeRef};

/// One of several types.
#[derive(Clone, Debug)]
pub struct Union {
    /// How a reader tells which one it is.
    pub tagging: Tagging,
    /// The types, in the document's order.
    pub variants: Vec<UnionVariant>,
    /// The name of the variant that holds what fits none of them.
    pub unknown: Ident,
}

/// How a reader tells the types of a union apart.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Tagging {
    /// By what fits.
    Untagged,
    /// By the value of a property.
    Tagged {
        /// The property's name in JSON.
        property: String,
    },
}

/// One type of a union.
#[derive(Clone, Debug)]
pub struct UnionVariant {
    /// The variant's name.
    pub name: Ident,
    /// Its type.
    pub ty: TypeRef,
    /// The values of the discriminator that stand for it; empty for untagged unions.
    pub tags: Vec<String>,
}
