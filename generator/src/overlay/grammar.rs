//! The fields of an overlay's objects.

use serde_yaml::Value;

/// An object of the specification.
#[derive(Clone, Copy, Debug)]
pub(super) struct Kind {
    /// With its article, for messages.
    pub(super) noun: &'static str,
    pub(super) fields: &'static [Field],
}

/// One field of an object.
#[derive(Clone, Copy, Debug)]
pub(super) struct Field {
    pub(super) key: &'static str,
    pub(super) shape: Shape,
    pub(super) is_required: bool,
}

/// What may stand in a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    Anything,
    Text,
    Flag,
    Mapping,
    List,
}

pub(super) const OVERLAY: Kind = Kind {
    noun: "an overlay",
    fields: &[
        required("overlay", Shape::Text),
        required("info", Shape::Mapping),
        optional("extends", Shape::Text),
        required("actions", Shape::List),
    ],
};

pub(super) const INFO: Kind =
    Kind { noun: "the info object", fields: &[required("title", Shape::Text), required("version", Shape::Text)] };

pub(super) const ACTION: Kind = Kind {
    noun: "an action",
    fields: &[
        required("target", Shape::Text),
        optional("description", Shape::Text),
        optional("update", Shape::Anything),
        optional("remove", Shape::Flag),
    ],
};

const fn required(key: &'static str, shape: Shape) -> Field {
    Field { key, shape, is_required: true }
}

const fn optional(key: &'static str, shape: Shape) -> Field {
    Field { key, shape, is_required: false }
}

impl Shape {
    /// Whether a value has it.
    pub(super) fn fits(self, value: &Value) -> bool {
        match self {
            Self::Anything => true,
            Self::Text => value.is_string(),
            Self::Flag => value.is_bool(),
            Self::Mapping => value.is_mapping(),
            Self::List => value.is_sequence(),
        }
    }

    /// What it asks for, with an article.
    pub(super) fn noun(self) -> &'static str {
        match self {
            Self::Anything => "a value",
            Self::Text => "a string",
            Self::Flag => "`true` or `false`",
            Self::Mapping => "a mapping",
            Self::List => "a list",
        }
    }
}
