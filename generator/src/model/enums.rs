//! Lists of allowed values.

use super::{Docs, Ident, TypeId};

/// A closed list in the document, an open enum in the crate: an unknown value survives a round trip.
#[derive(Clone, Debug)]
pub struct Enum {
    /// What JSON type the values have.
    pub repr: EnumRepr,
    /// The values in the document's order.
    pub variants: Vec<Variant>,
    /// The name of the variant that holds a value the description does not list.
    pub unknown: Ident,
    /// The enum with the same values of which this is another name.
    pub same_as: Option<TypeId>,
}

/// The JSON type of an enum's values.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum EnumRepr {
    /// Strings.
    Text,
    /// Whole numbers.
    Integer,
}

/// One listed value.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub struct Variant {
    /// The value as it stands in JSON, without quotes.
    pub wire_value: String,
    /// The variant's name.
    pub name: Ident,
    /// What the document says about it.
    pub docs: Docs,
}
