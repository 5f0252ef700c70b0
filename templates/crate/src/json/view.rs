//! A value as a writer sees it.

use std::borrow::Cow;

use serde_json::Number;

use super::{List, Map, Part, each_member};

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
    Object(&'a Part),
    Map(&'a dyn Map),
    Tagged(Tagged<'a>),
}

/// An object that has to carry one of some tags, whatever it says itself.
#[derive(Clone, Copy)]
pub(crate) struct Tagged<'a> {
    pub(crate) tag: &'static Tag,
    pub(crate) object: &'a Part,
}

/// The property that tells the variants of a union apart, and the values that stand for one of them.
pub(crate) struct Tag {
    pub(crate) name: &'static str,
    pub(crate) values: &'static [&'static str],
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
            View::List(list) => Some((0..list.count()).filter_map(|index| Some(list.get(index)?.view()))),
            _ => None,
        }
    }

    /// The properties that are sent, if this is an object of any kind.
    pub(crate) fn members(self) -> Option<impl Iterator<Item = (&'a str, View<'a>)>> {
        let mut members = Vec::new();
        self.is_object().then(|| self.each_member(&mut |name, value| members.push((name, value))))?;
        Some(members.into_iter())
    }

    fn is_object(self) -> bool {
        matches!(self, View::Object(_) | View::Map(_) | View::Tagged(_))
    }

    pub(crate) fn each_member(self, show: &mut dyn FnMut(&'a str, View<'a>)) {
        match self {
            View::Object(object) => each_member(object, show),
            View::Map(map) => map.each(&mut |name, value| show(name, value.view())),
            View::Tagged(tagged) => tagged.each_member(show),
            _ => {}
        }
    }
}

impl<'a> Tagged<'a> {
    fn each_member(self, show: &mut dyn FnMut(&'a str, View<'a>)) {
        let Tag { name: tag, values } = self.tag;
        let mut is_tagged = false;
        each_member(self.object, &mut |name, value| {
            is_tagged |= name == *tag && matches!(value, View::Text(text) if values.contains(&text));
        });
        if is_tagged {
            return each_member(self.object, show);
        }
        if let Some(value) = values.first() {
            show(tag, View::Text(value));
        }
        each_member(self.object, &mut |name, value| {
            if name != *tag {
                show(name, value);
            }
        });
    }
}

/// Whether two values are the same JSON.
impl PartialEq for View<'_> {
    fn eq(&self, other: &Self) -> bool {
        match (*self, *other) {
            (View::Absent, View::Absent) | (View::Null, View::Null) => true,
            (View::Boolean(left), View::Boolean(right)) => left == right,
            (View::Integer(left), View::Integer(right)) => left == right,
            (View::Unsigned(left), View::Unsigned(right)) => left == right,
            (View::Float(left), View::Float(right)) => left == right,
            (View::Number(left), View::Number(right)) => left == right,
            (View::Text(left), View::Text(right)) => left == right,
            (View::List(left), View::List(right)) => {
                left.count() == right.count()
                    && (0..left.count())
                        .all(|index| left.get(index).map(Part::view) == right.get(index).map(Part::view))
            }
            (left, right) => match (left.members(), right.members()) {
                (Some(left), Some(right)) => left.eq(right),
                _ => false,
            },
        }
    }
}

/// `PartialEq` of objects.
pub(crate) fn equal(left: &Part, right: &Part) -> bool {
    left.view() == right.view()
}
