//! A value as a writer sees it, and the one `Serialize` that writes them all.

use std::borrow::Cow;

use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

use serde_json::Number;

use super::object::sent_members;
use super::{List, Map, Object};

/// A look at a JSON value.
#[derive(Clone, Copy)]
pub(crate) enum View<'a> {
    /// Nothing was set: an object leaves it out where it may, and it is null elsewhere.
    Absent,
    Null,
    Boolean(bool),
    Integer(i64),
    Unsigned(u64),
    Float(f64),
    Number(&'a Number),
    Text(&'a str),
    List(&'a dyn List),
    Object(&'a dyn Object),
    Map(&'a dyn Map),
    Tagged(Tagged<'a>),
}

/// An object that has to carry one of some tags, whatever it says itself.
#[derive(Clone, Copy)]
pub(crate) struct Tagged<'a> {
    pub(crate) name: &'static str,
    pub(crate) tags: &'static [&'static str],
    pub(crate) object: &'a dyn Object,
}

impl<'a> View<'a> {
    /// The text of a scalar as it stands in a URL or a header; nothing for null.
    pub(crate) fn text(self) -> Option<Cow<'a, str>> {
        match self {
            View::Text(text) => Some(Cow::Borrowed(text)),
            View::Boolean(value) => Some(Cow::Owned(value.to_string())),
            View::Integer(value) => Some(Cow::Owned(value.to_string())),
            View::Unsigned(value) => Some(Cow::Owned(value.to_string())),
            View::Float(value) => Some(Cow::Owned(value.to_string())),
            View::Number(value) => Some(Cow::Owned(value.to_string())),
            View::Absent | View::Null | View::List(_) | View::Object(_) | View::Map(_) | View::Tagged(_) => None,
        }
    }

    /// The elements, if this is a list.
    pub(crate) fn elements(self) -> Option<impl Iterator<Item = View<'a>>> {
        match self {
            View::List(list) => Some(list.elements().map(|element| element.view())),
            _ => None,
        }
    }

    /// The properties that are sent, if this is an object of any kind.
    pub(crate) fn members(self) -> Option<Box<dyn Iterator<Item = (&'a str, View<'a>)> + 'a>> {
        match self {
            View::Object(object) => Some(Box::new(sent_members(object))),
            View::Map(map) => Some(Box::new(map.entries().map(|(name, value)| (name, value.view())))),
            View::Tagged(tagged) => Some(tagged.members()),
            _ => None,
        }
    }
}

impl<'a> Tagged<'a> {
    fn members(self) -> Box<dyn Iterator<Item = (&'a str, View<'a>)> + 'a> {
        let is_tagged = |(name, value): (&str, View<'_>)| {
            name == self.name && matches!(value, View::Text(tag) if self.tags.contains(&tag))
        };
        if sent_members(self.object).any(is_tagged) {
            return Box::new(sent_members(self.object));
        }
        let tag = self.tags.first().map(|tag| (self.name, View::Text(tag)));
        let others = sent_members(self.object).filter(move |(name, _)| *name != self.name);
        Box::new(tag.into_iter().chain(others))
    }
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
            View::List(list) => {
                let mut out = serializer.serialize_seq(None)?;
                for element in list.elements() {
                    out.serialize_element(&element.view())?;
                }
                out.end()
            }
            View::Object(_) | View::Map(_) | View::Tagged(_) => {
                let mut out = serializer.serialize_map(None)?;
                for (name, value) in self.members().into_iter().flatten() {
                    out.serialize_entry(name, &value)?;
                }
                out.end()
            }
        }
    }
}
