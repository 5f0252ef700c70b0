//! The trait that every JSON type implements, and what it answers to a token.

use std::any::Any;
use std::fmt;

use serde_json::Value;

use super::{Extra, Fit, Path, Reader, Schema, Token, View};

/// Any JSON value.
pub(crate) type Part = dyn Json;

/// Is shown the parts of an object: its table, its properties in the order of the table, and the rest.
pub(crate) type OnParts<'s, 'a> = &'s mut dyn FnMut(Schema, &[&'a Part], &'a dyn Map);

/// What an object shows its parts to.
///
/// A type of its own, because the compiler looks a method up faster than it finds out how to call a closure behind a
/// reference; that is done here once, and not in each object.
pub(crate) struct Show<'s, 'a>(OnParts<'s, 'a>);

impl<'a> Show<'_, 'a> {
    #[inline]
    pub(crate) fn parts(self, schema: Schema, values: &[&'a Part], rest: &'a dyn Map) {
        (self.0)(schema, values, rest);
    }
}

/// A value that can be filled from JSON tokens and shown as JSON.
///
/// The trait is small and object safe, so that the reader and the writer are compiled once and not once per type. What
/// it does by default is what an object with described properties does: [`object!`](super::object) writes the rest.
pub(crate) trait Json: fmt::Debug + 'static {
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
    fn accept(&mut self, token: Token<'_>) -> Reading<'_> {
        match token {
            Token::Object => Reading::Object,
            _ => Reading::Done(Fit::Refused, "object"),
        }
    }

    /// Shows the value to a writer; nothing where it shows its [`Json::parts`] instead.
    fn plain(&self) -> Option<View<'_>> {
        None
    }

    /// Shows the table of an object with its properties in the order of the table, and the rest.
    fn parts<'a>(&'a self, _show: Show<'_, 'a>) {}

    /// The wire names of the properties that `Debug` never shows.
    fn secret(&self) -> &'static [&'static str] {
        &[]
    }

    /// The property at a place of the table, to be filled; the rest at any place after the last.
    fn part_mut(&mut self, _place: usize) -> Option<&mut Part> {
        None
    }

    /// The properties without description, where this is the place for them.
    fn rest_mut(&mut self) -> Option<&mut dyn Map> {
        None
    }

    /// The union that this is, which tokens could not copy: they do not say which of its variants they came from.
    fn whole(&self) -> Option<&dyn Whole> {
        None
    }

    /// Goes back to the empty value after the value inside has refused a token. Only wrappers have to.
    fn reset(&mut self) {}
}

impl Part {
    /// Shows the parts of an object; nothing of any other value.
    #[inline]
    pub(crate) fn with_parts<'a>(&'a self, show: OnParts<'_, 'a>) {
        self.parts(Show(show));
    }

    /// The table of an object; nothing for any other value.
    pub(crate) fn schema(&self) -> Option<Schema> {
        let mut found = None;
        self.with_parts(&mut |schema, _, _| found = Some(schema));
        found
    }

    /// Shows the value to a writer.
    #[inline]
    pub(crate) fn view(&self) -> View<'_> {
        self.plain().unwrap_or(View::Object(self))
    }

    /// The place in an object for a property without description, empty when it is new.
    pub(crate) fn unknown_mut(&mut self, name: &str) -> Option<&mut Part> {
        Some(self.part_mut(usize::MAX)?.rest_mut()?.entry(name))
    }
}

/// The answer to a token: how well it fitted, or what has to be filled.
pub(crate) enum Reading<'a> {
    /// The token is dealt with; beside its fit, the JSON type that the description promises here.
    Done(Fit, &'static str),
    /// A list begins; its elements go here.
    List(&'a mut dyn List),
    /// An object with described properties begins; they are filled by [`Json::part_mut`].
    Object,
    /// An object with free names begins.
    Map(&'a mut dyn Map),
    /// The type can only decide when it has seen the whole value.
    Whole(&'a mut dyn Whole),
}

/// A JSON array.
pub(crate) trait List {
    /// Adds an empty element, to be filled. `None` when the list takes no more.
    fn element(&mut self) -> Option<&mut Part>;

    fn count(&self) -> usize;

    /// The element at a place, counted from zero.
    fn get(&self, index: usize) -> Option<&Part>;
}

/// A JSON object whose names are data.
pub(crate) trait Map {
    /// The value under a name, empty when it is new.
    fn entry(&mut self, name: &str) -> &mut Part;

    /// The map itself where all of its values are free JSON: it is written without a look at each of them.
    fn free(&self) -> Option<&Extra> {
        None
    }

    /// Shows names and values, in the order in which they are written.
    fn each<'a>(&'a self, show: &mut dyn FnMut(&'a str, &'a Part));
}

/// A type that reads a whole value at once: a union has to look at it before it knows its variant.
pub(crate) trait Whole: Any {
    /// Becomes a copy of another union of its type.
    fn copy(&mut self, other: &dyn Whole);

    /// Takes the value that was found at `path`.
    fn fill(&mut self, value: Value, path: &Path<'_>, reader: &mut Reader) -> Result<(), serde_json::Error>;
}
