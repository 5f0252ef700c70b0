//! Fills lists, maps and described objects from a stream.

use std::marker::PhantomData;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess};

use super::marks::Marks;
use super::{Members, Slot};
use crate::json::{List, Map, Order, Part, Path, Reader, Schema, Token};

pub(super) fn read_list<'de, A: SeqAccess<'de>>(
    list: &mut dyn List,
    mut items: A,
    path: &Path<'_>,
    reader: &mut Reader,
) -> Result<(), A::Error> {
    let mut index = 0;
    while items.next_element_seed(Element { list, path: &path.element(index), reader })?.is_some() {
        index += 1;
    }
    Ok(())
}

pub(super) fn read_map<'de, A: MapAccess<'de>>(
    map: &mut dyn Map,
    mut members: Members<'de, A>,
    path: &Path<'_>,
    reader: &mut Reader,
) -> Result<(), A::Error> {
    while let Some(name) = members.name()? {
        let target = map.entry(&name);
        clear(target);
        members.value(Slot { target, path: &path.property(&name), reader })?;
    }
    Ok(())
}

pub(super) fn read_object<'de, A: MapAccess<'de>>(
    object: &mut Part,
    mut members: Members<'de, A>,
    path: &Path<'_>,
    reader: &mut Reader,
) -> Result<(), A::Error> {
    let Some(schema) = object.schema() else {
        return Ok(());
    };
    let mut order = Order::lend(schema);
    let outcome = read_properties(object, schema, &mut order, &mut members, path, reader);
    order.keep(schema);
    outcome
}

fn read_properties<'de, A: MapAccess<'de>>(
    object: &mut Part,
    schema: Schema,
    order: &mut Order,
    members: &mut Members<'de, A>,
    path: &Path<'_>,
    reader: &mut Reader,
) -> Result<(), A::Error> {
    let mut seen = Marks::default();
    let mut position = 0;
    while let Some(name) = members.name()? {
        let path = path.property(&name);
        let place = order.find(schema, position, &name);
        position += 1;
        let target = match place {
            Some(place) => {
                reader.known += 1;
                let mut target = object.part_mut(place);
                if seen.has(place) {
                    target.as_deref_mut().into_iter().for_each(clear);
                }
                seen.set(place);
                target
            }
            None => {
                reader.unknown += 1;
                object.unknown_mut(&name)
            }
        };
        match target {
            Some(target) => members.value(Slot { target, path: &path, reader })?,
            // Every object has both; a value that nobody takes still has to be read.
            None => members.value(PhantomData::<IgnoredAny>).map(drop)?,
        }
    }
    for (place, wire_name) in schema.fields.iter().enumerate().take(schema.required) {
        if !seen.has(place)
            && let Some(target) = object.part_mut(place)
        {
            let path = path.property(wire_name);
            Slot { target, path: &path, reader }.scalar(Token::Nothing)?;
        }
    }
    Ok(())
}

/// Takes out what was read before: of two properties of one name the last counts, and nothing of the first is left in it. Scalars are
/// written over, and lists and maps clear themselves.
fn clear(part: &mut Part) {
    part.reset();
    let Some(schema) = part.schema() else { return };
    for place in 0..schema.fields.len() {
        part.part_mut(place).into_iter().for_each(clear);
    }
    if let Some(rest) = part.part_mut(usize::MAX) {
        rest.accept(Token::Object);
    }
}

/// Adds an element to a list, once it is known that there is one.
struct Element<'r> {
    list: &'r mut dyn List,
    path: &'r Path<'r>,
    reader: &'r mut Reader,
}

impl<'de> DeserializeSeed<'de> for Element<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        match self.list.element() {
            Some(target) => Slot { target, path: self.path, reader: self.reader }.deserialize(deserializer),
            None => IgnoredAny::deserialize(deserializer).map(|_| ()),
        }
    }
}
