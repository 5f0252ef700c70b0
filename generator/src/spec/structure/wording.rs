//! Shapes and values in plain words.

use super::super::grammar::{Kind, Shape};
use super::super::trail::Trail;

/// What a shape asks for, such as `a list`.
pub(super) fn expected(shape: Shape) -> String {
    match shape {
        Shape::Anything => "a value".to_owned(),
        Shape::Text => "a string".to_owned(),
        Shape::Flag => "`true` or `false`".to_owned(),
        Shape::Count => "a whole number of 0 or more".to_owned(),
        Shape::Number => "a number".to_owned(),
        Shape::Type => "one type, as a string".to_owned(),
        Shape::Choice(words) => {
            format!("one of {}", words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", "))
        }
        Shape::Object(kind) => format!("{} (a mapping)", kind.noun()),
        Shape::SchemaOrFlag => "a schema, `true` or `false`".to_owned(),
        Shape::List(Shape::Text) => "a list of strings".to_owned(),
        Shape::List(Shape::Object(Kind::Schema)) => "a list of schemas".to_owned(),
        Shape::List(_) => "a list".to_owned(),
        Shape::Map(_) | Shape::Patterned(_) => "a mapping".to_owned(),
    }
}

/// What the message is about, such as `` `minLength` of a schema `` or `` the property `name` ``.
pub(super) fn subject(shape: Shape, at: &Trail<'_>, owner: Kind) -> String {
    match (at, at.parent_key(), shape) {
        (Trail::Root, ..) => "the document".to_owned(),
        (Trail::Key(_, key), Some("properties"), Shape::Object(Kind::Schema)) if owner == Kind::Schema => {
            format!("the property `{key}`")
        }
        (Trail::Key(_, key), ..) => format!("`{key}` of {}", owner.noun()),
        (Trail::Index(_, index), Some(list), _) => {
            format!("element {} of `{list}` of {}", index + 1, owner.noun())
        }
        (Trail::Index(_, index), None, _) => format!("element {} of {}", index + 1, owner.noun()),
    }
}
