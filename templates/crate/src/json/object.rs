//! Objects with described properties, from their tables.

use super::{Json, Map, View};

/// An object as its table and its parts; [`object!`](super::object) writes this, and nothing else, per type.
pub(crate) trait Object {
    fn schema(&self) -> &'static Schema;

    /// The properties in the order of the table, and the rest.
    fn parts(&self) -> (Vec<&dyn Json>, &dyn Map);

    /// The same, to be filled.
    fn parts_mut(&mut self) -> (Vec<&mut dyn Json>, &mut dyn Map);
}

/// What is known about an object type.
pub(crate) struct Schema {
    /// The name of the Rust type.
    pub(crate) name: &'static str,
    pub(crate) fields: &'static [Field],
    /// The Rust name of the field that keeps the properties without description.
    pub(crate) rest: &'static str,
}

/// What is known about a property.
pub(crate) struct Field {
    pub(crate) wire_name: &'static str,
    /// The name of the Rust field.
    pub(crate) name: &'static str,
    pub(crate) presence: Presence,
    /// Never shown by `Debug`.
    pub(crate) is_secret: bool,
}

/// Whether a property may be missing, null, or both.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Presence {
    Required,
    Optional,
    Nullable,
    OptionalNullable,
}

impl Presence {
    /// An absent value of such a property is sent as null, and has to be in every answer.
    pub(crate) fn is_always_sent(self) -> bool {
        matches!(self, Presence::Required | Presence::Nullable)
    }
}

/// The words of [`object!`](super::object): one function for each presence, and `secret`.
pub(crate) mod field {
    use super::{Field, Presence};

    pub(crate) const fn required(wire_name: &'static str, name: &'static str) -> Field {
        Field { wire_name, name, presence: Presence::Required, is_secret: false }
    }

    pub(crate) const fn optional(wire_name: &'static str, name: &'static str) -> Field {
        Field { wire_name, name, presence: Presence::Optional, is_secret: false }
    }

    pub(crate) const fn nullable(wire_name: &'static str, name: &'static str) -> Field {
        Field { wire_name, name, presence: Presence::Nullable, is_secret: false }
    }

    pub(crate) const fn optional_nullable(wire_name: &'static str, name: &'static str) -> Field {
        Field { wire_name, name, presence: Presence::OptionalNullable, is_secret: false }
    }

    impl Field {
        pub(crate) const fn secret(self) -> Field {
            Field { is_secret: true, ..self }
        }
    }
}

/// The place of a described property.
pub(crate) fn property_mut<'a>(object: &'a mut dyn Object, wire_name: &str) -> Option<&'a mut dyn Json> {
    let index = object.schema().fields.iter().position(|field| field.wire_name == wire_name)?;
    let (slots, _) = object.parts_mut();
    slots.into_iter().nth(index)
}

/// The properties that an object sends, by their wire names: those that are set, then the rest.
pub(crate) fn sent_members(object: &dyn Object) -> impl Iterator<Item = (&str, View<'_>)> {
    let fields = object.schema().fields;
    let (values, rest) = object.parts();
    let described = fields.iter().zip(values).filter_map(|(field, value)| {
        let view = value.view();
        let is_sent = field.presence.is_always_sent() || !matches!(view, View::Absent);
        is_sent.then_some((field.wire_name, view))
    });
    // A described property wins over one of the same name that was put into the rest.
    let rest = rest.entries().filter(|(name, _)| fields.iter().all(|field| field.wire_name != *name));
    described.chain(rest.map(|(name, value)| (name, value.view())))
}
