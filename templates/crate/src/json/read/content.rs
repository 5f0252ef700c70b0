//! Fills lists, maps and described objects from a stream.

use serde::de::{Deserialize, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess};

use super::{Members, Slot};
use crate::json::{Field, Json, List, Map, Object, Path, Reader, Token};

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
    object: &mut dyn Object,
    mut members: Members<'de, A>,
    path: &Path<'_>,
    reader: &mut Reader,
) -> Result<(), A::Error> {
    let fields = object.schema().fields;
    let (slots, rest) = object.parts_mut();
    let mut properties: Vec<Property<'_>> = fields.iter().zip(slots).map(Property::awaited).collect();

    while let Some(name) = members.name()? {
        let path = path.property(&name);
        let target: &mut dyn Json = match properties.iter_mut().find(|property| property.field.wire_name == name) {
            Some(property) => {
                reader.known += 1;
                property.seen = true;
                &mut *property.slot
            }
            None => {
                reader.unknown += 1;
                rest.entry(&name)
            }
        };
        members.value(Slot { target, path: &path, reader })?;
    }

    for Property { field, slot, .. } in properties.into_iter().filter(Property::is_missing) {
        Slot { target: slot, path: &path.property(field.wire_name), reader }.scalar(Token::Nothing)?;
    }
    Ok(())
}

/// A described property while its object is read.
struct Property<'a> {
    field: &'static Field,
    slot: &'a mut dyn Json,
    seen: bool,
}

impl<'a> Property<'a> {
    fn awaited((field, slot): (&'static Field, &'a mut dyn Json)) -> Self {
        Property { field, slot, seen: false }
    }

    fn is_missing(&self) -> bool {
        !self.seen && self.field.presence.is_always_sent()
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
