//! The trait that every JSON type implements, and what it answers to a token.

use std::fmt;

use serde_json::Value;

use super::{Fit, Object, Path, Reader, Token, View};

/// A value that can be filled from JSON tokens and shown as JSON.
///
/// The trait is small and object safe, so that the reader and the writer are compiled once and not once per type.
pub(crate) trait Json: fmt::Debug {
    /// The value that stands for "nothing was sent": empty text, zero, an empty list, an object of empty properties.
    fn empty() -> Self
    where
        Self: Sized;

    /// Whether null is a value of this type, and not the lack of one.
    fn has_null() -> bool
    where
        Self: Sized,
    {
        false
    }

    /// Takes a scalar, or opens itself to be filled by a list or an object.
    ///
    /// A token that is refused leaves the value empty, save that a wrapper may have opened itself: see [`Json::reset`].
    fn accept(&mut self, token: Token<'_>) -> Reading<'_>;

    /// Shows the value to a writer.
    fn view(&self) -> View<'_>;

    /// Goes back to the empty value after the value inside has refused a token. Only wrappers have to.
    fn reset(&mut self) {}
}

/// The answer to a token: how well it fitted, or what has to be filled.
pub(crate) enum Reading<'a> {
    /// The token is dealt with; beside its fit, the JSON type that the description promises here.
    Done(Fit, &'static str),
    /// A list begins; its elements go here.
    List(&'a mut dyn List),
    /// An object with described properties begins.
    Object(&'a mut dyn Object),
    /// An object with free names begins.
    Map(&'a mut dyn Map),
    /// The type can only decide when it has seen the whole value.
    Whole(&'a mut dyn Whole),
}

/// A JSON array.
pub(crate) trait List {
    /// Adds an empty element, to be filled. `None` when the list takes no more.
    fn element(&mut self) -> Option<&mut dyn Json>;

    /// The elements in order.
    fn elements(&self) -> Box<dyn Iterator<Item = &dyn Json> + '_>;
}

/// A JSON object whose names are data.
pub(crate) trait Map {
    /// The value under a name, empty when it is new.
    fn entry(&mut self, name: &str) -> &mut dyn Json;

    /// Names and values, in the order in which they are written.
    fn entries(&self) -> Box<dyn Iterator<Item = (&str, &dyn Json)> + '_>;
}

/// A type that reads a whole value at once: a union has to look at it before it knows its variant.
pub(crate) trait Whole {
    /// Takes the value that was found at `path`.
    fn fill(&mut self, value: Value, path: &Path<'_>, reader: &mut Reader) -> Result<(), serde_json::Error>;
}
