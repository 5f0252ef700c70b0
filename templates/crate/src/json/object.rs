//! Objects with described properties, from their tables.

use super::{Part, View};

/// What is known about an object type.
///
/// There is one for each type and a thousand types, so it is made of few and plain parts: each costs the compiler its time. It is passed as it is:
/// a constant to point to would be one more function for the compiler.
#[derive(Clone, Copy)]
pub(crate) struct Schema {
    /// The wire names of the properties.
    pub(crate) fields: &'static [&'static str],
    /// How many of them, from the first, are in every object: an absent value is sent as null, and has to be in every answer.
    pub(crate) required: usize,
    /// The name of the Rust type and those of its fields with commas between them, the last of which keeps the properties
    /// without description.
    pub(crate) names: &'static str,
}

impl Schema {
    /// The place of a property in the table.
    pub(crate) fn index(&self, wire_name: &str) -> Option<usize> {
        self.fields.iter().position(|field| *field == wire_name)
    }

    /// The names of the Rust type and of its fields, without what makes a keyword a name.
    pub(crate) fn names(&self) -> impl Iterator<Item = &'static str> {
        self.names.split(',').map(|name| {
            let name = name.trim();
            name.strip_prefix("r#").unwrap_or(name)
        })
    }
}

/// Gives a described property to be filled; nothing happens when there is none of that name.
pub(crate) fn fill_property(object: &mut Part, wire_name: &str, fill: &mut dyn FnMut(&mut Part)) {
    let Some(index) = object.schema().and_then(|schema| schema.index(wire_name)) else {
        return;
    };
    if let Some(part) = object.part_mut(index) {
        fill(part);
    }
}

/// Shows the properties that an object sends, by their wire names: those that are set, then the rest.
pub(crate) fn each_member<'a>(object: &'a Part, show: &mut dyn FnMut(&'a str, View<'a>)) {
    object.with_parts(&mut |schema, values, rest| {
        for (index, (wire_name, value)) in schema.fields.iter().zip(values).enumerate() {
            let view = value.view();
            if index < schema.required || !matches!(view, View::Absent) {
                show(wire_name, view);
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
