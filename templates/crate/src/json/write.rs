//! The writer: the one `Serialize` that writes every type.

use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

use super::{List, Map, Part, Schema, View};

/// What `serde::Serialize` does for every type of this crate.
pub(crate) fn write_serde<S: Serializer>(value: &Part, serializer: S) -> Result<S::Ok, S::Error> {
    value.view().serialize(serializer)
}

impl Serialize for View<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match *self {
            View::Absent | View::Null => serializer.serialize_unit(),
            View::Boolean(value) => serializer.serialize_bool(value),
            View::Integer(value) => serializer.serialize_i64(value),
            View::Unsigned(value) => serializer.serialize_u64(value),
            View::Float(value) => serializer.serialize_f64(value),
            View::Number(value) => value.serialize(serializer),
            View::Text(value) => serializer.serialize_str(value),
            View::List(list) => write_list(list, serializer),
            View::Object(object) => write_object(object, serializer),
            View::Map(map) => write_map(map, serializer),
            View::Tagged(_) => write_members_of(*self, serializer),
        }
    }
}

/// Apart from the scalars, which would pay for its variables.
#[inline(never)]
fn write_list<S: Serializer>(list: &dyn List, serializer: S) -> Result<S::Ok, S::Error> {
    let mut out = serializer.serialize_seq(None)?;
    for element in (0..list.count()).filter_map(|index| list.get(index)) {
        match &element.plain() {
            Some(View::Text(text)) => out.serialize_element(text)?,
            Some(view) => out.serialize_element(view)?,
            None => out.serialize_element(&View::Object(element))?,
        }
    }
    out.end()
}

/// Writes what [`each_member`] shows, without a call for each member.
#[inline(never)]
fn write_object<S: Serializer>(object: &Part, serializer: S) -> Result<S::Ok, S::Error> {
    let mut out = serializer.serialize_map(None)?;
    let mut written = Ok(());
    object.with_parts(&mut |schema, values, rest| written = write_parts(&mut out, schema, values, rest));
    written?;
    out.end()
}

fn write_parts<M: SerializeMap>(out: &mut M, schema: Schema, values: &[&Part], rest: &dyn Map) -> Result<(), M::Error> {
    for (index, (wire_name, value)) in schema.fields.iter().zip(values).enumerate() {
        match &value.plain() {
            // Most values are texts, and this spares them the way through `View`.
            Some(View::Text(text)) => out.serialize_entry(wire_name, text)?,
            Some(View::Absent) if index >= schema.required => {}
            Some(view) => out.serialize_entry(wire_name, view)?,
            None => out.serialize_entry(wire_name, &View::Object(*value))?,
        }
    }
    if let Some(free) = rest.free() {
        for (name, value) in free.iter().filter(|(name, _)| schema.index(name).is_none()) {
            out.serialize_entry(name, value)?;
        }
        return Ok(());
    }
    let mut written = Ok(());
    rest.each(&mut |name, value| {
        if written.is_ok() && schema.index(name).is_none() {
            written = out.serialize_entry(name, &value.view());
        }
    });
    written
}

#[inline(never)]
fn write_map<S: Serializer>(map: &dyn Map, serializer: S) -> Result<S::Ok, S::Error> {
    if let Some(free) = map.free() {
        return free.serialize(serializer);
    }
    let mut out = serializer.serialize_map(None)?;
    let mut written = Ok(());
    map.each(&mut |name, value| {
        if written.is_ok() {
            written = out.serialize_entry(name, &value.view());
        }
    });
    written?;
    out.end()
}

#[inline(never)]
fn write_members_of<S: Serializer>(object: View<'_>, serializer: S) -> Result<S::Ok, S::Error> {
    let mut out = serializer.serialize_map(None)?;
    let mut written = Ok(());
    object.each_member(&mut |name, value| {
        if written.is_ok() {
            written = out.serialize_entry(name, &value);
        }
    });
    written?;
    out.end()
}
