//! Fills lists, maps and described objects from a stream.

use serde::de::{Deserialize, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess};

use super::marks::Marks;
use super::{Members, Slot};
use crate::json::{List, Map, Order, Part, Path, Reader, Schema, Token, schema_of};

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
        members.value(Slot { target: map.entry(&name), path: &path.property(&name), reader })?;
    }
    Ok(())
}

pub(super) fn read_object<'de, A: MapAccess<'de>>(
    object: &mut Part,
    mut members: Members<'de, A>,
    path: &Path<'_>,
    reader: &mut Reader,
) -> Result<(), A::Error> {
    let mut outcome = Ok(());
    let Some(schema) = schema_of(object) else {
        return outcome;
    };
    object.parts_mut(&mut |slots, rest| {
        let mut order = Order::lend(schema);
        outcome = Properties { schema, slots, rest, order: &mut order }.read(&mut members, path, reader);
        order.keep(schema);
    });
    outcome
}

/// The places of an object's properties while it is read.
struct Properties<'r, 'o> {
    schema: &'static Schema,
    slots: &'r mut [&'o mut Part],
    rest: &'r mut dyn Map,
    order: &'r mut Order,
}

impl Properties<'_, '_> {
    fn read<'de, A: MapAccess<'de>>(
        &mut self,
        members: &mut Members<'de, A>,
        path: &Path<'_>,
        reader: &mut Reader,
    ) -> Result<(), A::Error> {
        let mut seen = Marks::default();
        let mut position = 0;
        while let Some(name) = members.name()? {
            let path = path.property(&name);
            let index = self.order.find(self.schema, position, &name);
            position += 1;
            let target: &mut Part = match index.and_then(|index| self.slots.get_mut(index)) {
                Some(slot) => {
                    reader.known += 1;
                    index.into_iter().for_each(|index| seen.set(index));
                    &mut **slot
                }
                None => {
                    reader.unknown += 1;
                    self.rest.entry(&name)
                }
            };
            members.value(Slot { target, path: &path, reader })?;
        }
        let required = self.schema.fields.iter().zip(self.slots.iter_mut()).take(self.schema.required);
        for (index, (wire_name, slot)) in required.enumerate() {
            if !seen.has(index) {
                let path = path.property(wire_name);
                Slot { target: &mut **slot, path: &path, reader }.scalar(Token::Nothing)?;
            }
        }
        Ok(())
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
