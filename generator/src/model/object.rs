//! Objects and their properties.

use super::{Constraints, Deprecation, Docs, Ident, Item, Literal, TypeRef};

/// A JSON object with known properties: a struct in the crate.
#[derive(Clone, Debug)]
pub struct Object {
    /// The properties: those that must be given first, then the rest, each group by wire name.
    ///
    /// The order is not the document's, since an object has none: a description that lists its properties
    /// in another order must not swap two arguments of `new`.
    pub fields: Vec<Field>,
    /// Where properties go that the description does not name.
    pub rest: Rest,
}

/// The field that keeps properties which the description does not name.
#[derive(Clone, Debug)]
pub struct Rest {
    /// The field's name.
    pub name: Ident,
    /// The type of the values; free JSON when `None`.
    pub values: Option<Item>,
}

/// One property.
#[derive(Clone, Debug)]
pub struct Field {
    /// The name in JSON.
    pub wire_name: String,
    /// The field's name.
    pub name: Ident,
    /// The name of the method that sets it.
    pub setter: Ident,
    /// Where the document lists it among its neighbours, from 0.
    pub position: usize,
    /// The type of a value that is there and not null.
    pub ty: TypeRef,
    /// Whether it may be missing or null.
    pub presence: Presence,
    /// Whether it is for requests, for responses or for both.
    pub access: Access,
    /// Whether its value must never be shown.
    pub secret: bool,
    /// What the document says about it.
    pub docs: Docs,
    /// What the service takes when it is not sent.
    pub default: Option<Literal>,
    /// A value to show.
    pub example: Option<Literal>,
    /// The limits on it.
    pub constraints: Constraints,
    /// That it should no longer be used, if so.
    pub deprecation: Option<Deprecation>,
}

/// Whether a value may be missing, may be null, or both.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Presence {
    /// Always there, never null.
    Required,
    /// May be missing.
    Optional,
    /// Always there, may be null.
    Nullable,
    /// May be missing, and null means something else than missing.
    OptionalNullable,
}

impl Presence {
    /// Whether a caller has to give a value.
    pub fn is_required(self) -> bool {
        matches!(self, Self::Required | Self::Nullable)
    }
}

/// Which way a property travels (`readOnly` and `writeOnly`).
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Access {
    /// Both ways.
    #[default]
    ReadWrite,
    /// In responses only.
    ReadOnly,
    /// In requests only.
    WriteOnly,
}
