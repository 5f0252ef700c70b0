//! Objects with described properties, from their tables.

use super::{Part, View};

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

/// The words of [`object!`](super::object): the presences, and `secret`.
pub(crate) mod field {
    pub(crate) use super::Presence::{
        Nullable as nullable, Optional as optional, OptionalNullable as optional_nullable, Required as required,
    };

    #[allow(non_upper_case_globals, reason = "a word of the table, as the presences are")]
    pub(crate) const secret: bool = true;
}

impl Schema {
    /// The place of a property in the table.
    pub(crate) fn index(&self, wire_name: &str) -> Option<usize> {
        self.fields.iter().position(|field| field.wire_name == wire_name)
    }
}

/// The table of an object; nothing for any other value.
pub(crate) fn schema_of(value: &Part) -> Option<&'static Schema> {
    let mut found = None;
    value.parts(&mut |schema, _, _| found = Some(schema));
    found
}

/// Gives a described property to be filled; nothing happens when there is none of that name.
pub(crate) fn fill_property(object: &mut Part, wire_name: &str, fill: &mut dyn FnMut(&mut Part)) {
    object.parts_mut(&mut |schema, slots, _| {
        if let Some(slot) = schema.index(wire_name).and_then(|index| slots.get_mut(index)) {
            fill(&mut **slot);
        }
    });
}

/// Shows the properties that an object sends, by their wire names: those that are set, then the rest.
pub(crate) fn each_member<'a>(object: &'a Part, show: &mut dyn FnMut(&'a str, View<'a>)) {
    object.parts(&mut |schema, values, rest| {
        for (field, value) in schema.fields.iter().zip(values) {
            let view = value.view();
            if field.presence.is_always_sent() || !matches!(view, View::Absent) {
                show(field.wire_name, view);
            }
        }
        // A described property wins over one of the same name that was put into the rest.
        rest.each(&mut |name, value| {
            if schema.index(name).is_none() {
                show(name, value.view());
            }
        });
    });
}
