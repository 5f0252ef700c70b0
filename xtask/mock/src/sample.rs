//! Makes values that fit the document: bodies to send, and answers to give.
//!
//! Everything follows from the seed, the operation's id and the place inside of the value, so one part never depends on
//! what was made for another.

mod answer;
mod complete;
mod dice;
mod fits;
mod format;
mod free;
mod list;
mod maker;
mod names;
mod number;
mod object;
mod pattern;
mod request;
mod shape;
#[cfg(test)]
mod tests;
mod text;

use serde_json::{Map, Value};

use self::dice::Dice;
use self::maker::{Maker, Place, Side, Spot};
use crate::document::{Document, Operation};

/// What kind of value to make.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Variant {
    /// The document's examples where they fit, with every described property.
    Example,
    /// Required properties and parameters only.
    Required,
    /// Everything that is described.
    Full,
    /// Anything that fits: properties come and go, texts and numbers wander up to their limits.
    Random,
    /// Like `Full`, with properties that the document does not know. Meant for answers.
    UnknownProperties,
    /// Like `Full`, with enum values that the document does not know. Meant for answers.
    UnknownEnumValues,
    /// Like `Full`, with null in the place of every second property. Meant for answers.
    Nulls,
}

/// Makes values; the same seed makes the same values.
#[derive(Clone, Copy, Debug)]
pub struct Sampler<'a> {
    document: &'a Document,
    variant: Variant,
    seed: u64,
}

/// A request that fits an operation.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RequestSample {
    /// The path's variables.
    pub path: Map<String, Value>,
    /// The query parameters.
    pub query: Map<String, Value>,
    /// The headers.
    pub headers: Map<String, Value>,
    /// The cookies.
    pub cookies: Map<String, Value>,
    /// The media type of the body, when there is one.
    pub media_type: Option<String>,
    /// The body: JSON, or the fields of a form as an object.
    pub body: Option<Value>,
}

/// An answer that fits an operation.
#[derive(Clone, Debug, PartialEq)]
pub struct AnswerSample {
    /// The HTTP status.
    pub status: u16,
    /// The media type, when it has a body.
    pub media_type: Option<String>,
    /// The body.
    pub body: Option<Value>,
}

impl<'a> Sampler<'a> {
    /// A sampler of `document`.
    pub fn new(document: &'a Document, variant: Variant, seed: u64) -> Self {
        Sampler { document, variant, seed }
    }

    /// A value that fits `schema`; neither properties that are only read nor such that are only written are left out.
    pub fn value(&self, schema: &Value) -> Value {
        self.maker(Side::Either).whole(schema, None, Spot::top(Dice::new(self.seed, ""), "", Place::Body))
    }

    /// `known`, with the required properties that it lacks at any depth made to fit `schema`.
    ///
    /// What is known stays, whether it is described or not. Null counts as missing where the schema does not allow it.
    pub fn complete(&self, schema: &Value, known: Value) -> Value {
        self.maker(Side::Answer).complete(schema, known)
    }

    /// A request that fits `operation`; the variants that are meant for answers make it like [`Variant::Full`].
    pub fn request(&self, operation: &Operation) -> RequestSample {
        request::sample(&self.maker(Side::Request), operation)
    }

    /// A successful answer that fits `operation`, with `statusCode` 200 and `apiCode` 0 where it describes these at the top.
    pub fn answer(&self, operation: &Operation) -> AnswerSample {
        answer::sample(&self.maker(Side::Answer), operation)
    }

    fn maker(&self, side: Side) -> Maker<'a> {
        Maker::new(&self.document.root, self.variant, self.seed, side)
    }
}
