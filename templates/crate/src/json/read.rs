//! The reader: one serde visitor for every type, working through `&mut Part`.

mod content;
mod marks;
mod members;

use std::fmt;

use serde::de::value::SeqAccessDeserializer;
use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use self::content::{read_list, read_map, read_object};
use self::members::Members;
use super::reader::Departure;
use super::{Failure, Fit, Json, Mode, Part, Path, Reader, Reading, Token, Whole};

/// Reads a whole JSON text.
pub(crate) fn read_body(body: &[u8], target: &mut Part, mut reader: Reader) -> Result<(), Failure> {
    // A body is checked faster as a whole than string by string. One that is not UTF-8 is read as far as it is, which tells the place.
    let text = str::from_utf8(body).unwrap_or_else(|_| valid_start(body));
    let outcome = read_text(text, Slot { target, path: &Path::Root, reader: &mut reader });
    let is_cut = text.len() < body.len();
    match outcome {
        Ok(()) if is_cut => Err(reader.failure("invalid UTF-8 after the value")),
        Err(error) if is_cut && error.is_eof() => {
            let (line, column) = (error.line(), error.column());
            Err(reader.failure(format_args!("invalid UTF-8 at line {line} column {column}")))
        }
        outcome => outcome.map_err(|error| reader.failure(error)),
    }
}

fn valid_start(body: &[u8]) -> &str {
    body.utf8_chunks().next().map_or("", |chunk| chunk.valid())
}

fn read_text(text: &str, slot: Slot<'_>) -> Result<(), serde_json::Error> {
    let mut input = serde_json::Deserializer::from_str(text);
    slot.deserialize(&mut input)?;
    input.end()
}

/// Reads a value that was parsed before.
pub(crate) fn read_value(
    value: &Value,
    target: &mut Part,
    path: &Path<'_>,
    reader: &mut Reader,
) -> Result<(), serde_json::Error> {
    Slot { target, path, reader }.deserialize(value)
}

/// What `serde::Deserialize` does for every type of this crate: strict about types, open to new properties and values.
pub(crate) fn read_serde<'de, T: Json, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let mut value = T::empty();
    let mut reader = Reader::silent(Mode::Strict);
    Slot { target: &mut value, path: &Path::Root, reader: &mut reader }
        .deserialize(deserializer)
        .map_err(|error| D::Error::custom(reader.failure(error)))?;
    Ok(value)
}

/// A value to be filled, and its place in the document.
pub(super) struct Slot<'r> {
    pub(super) target: &'r mut Part,
    pub(super) path: &'r Path<'r>,
    pub(super) reader: &'r mut Reader,
}

impl<'de> DeserializeSeed<'de> for Slot<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        let Slot { target, path, reader } = self;
        let outcome = deserializer.deserialize_any(Slot { target, path, reader: &mut *reader });
        if outcome.is_err() {
            reader.break_off(path);
        }
        outcome
    }
}

impl<'de> Visitor<'de> for Slot<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E: serde::de::Error>(self) -> Result<(), E> {
        self.scalar(Token::Null)
    }

    fn visit_none<E: serde::de::Error>(self) -> Result<(), E> {
        self.scalar(Token::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_bool<E: serde::de::Error>(self, value: bool) -> Result<(), E> {
        self.scalar(Token::Boolean(value))
    }

    fn visit_i64<E: serde::de::Error>(self, value: i64) -> Result<(), E> {
        self.scalar(Token::Integer(value))
    }

    fn visit_u64<E: serde::de::Error>(self, value: u64) -> Result<(), E> {
        self.scalar(Token::Unsigned(value))
    }

    fn visit_f64<E: serde::de::Error>(self, value: f64) -> Result<(), E> {
        self.scalar(Token::Float(value))
    }

    #[inline]
    fn visit_str<E: serde::de::Error>(self, value: &str) -> Result<(), E> {
        self.scalar(Token::Text(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<(), A::Error> {
        let Slot { target, path, reader } = self;
        match target.accept(Token::List) {
            Reading::List(list) => read_list(list, items, path, reader),
            Reading::Whole(whole) => {
                let value = Value::deserialize(SeqAccessDeserializer::new(items))?;
                whole.fill(value, path, reader).map_err(A::Error::custom)
            }
            _ => {
                IgnoredAny::deserialize(SeqAccessDeserializer::new(items))?;
                Slot { target, path, reader }.scalar(Token::List)
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, members: A) -> Result<(), A::Error> {
        let mut members = Members::open(members)?;
        if let Some(number) = members.number()? {
            return self.scalar(Token::of_number(&number));
        }
        let Slot { target, path, reader } = self;
        match target.accept(Token::Object) {
            Reading::Object => read_object(target, members, path, reader),
            Reading::Map(map) => read_map(map, members, path, reader),
            Reading::Whole(whole) => {
                let value = members.collect()?;
                whole.fill(value, path, reader).map_err(A::Error::custom)
            }
            _ => {
                members.collect()?;
                Slot { target, path, reader }.scalar(Token::Object)
            }
        }
    }
}

impl Slot<'_> {
    /// Gives a token to the target that opens nothing: a scalar, a refused list or object, or nothing at all.
    ///
    /// Nearly every token fits exactly. What else can happen stands apart, and costs those nothing.
    #[inline(always)]
    pub(super) fn scalar<E: serde::de::Error>(self, token: Token<'_>) -> Result<(), E> {
        let Slot { target, path, reader } = self;
        let (fit, expected) = match target.accept(token) {
            Reading::Done(Fit::Exact, _) => return Ok(()),
            Reading::Done(fit, expected) => (fit, expected),
            Reading::Whole(whole) => return fill(whole, token, path, reader).map_err(E::custom),
            // A list and an object are opened by a token of their own kind only.
            Reading::List(_) | Reading::Object | Reading::Map(_) => return Ok(()),
        };
        misfit(Slot { target, path, reader }, fit, expected, token.kind()).map_err(E::custom)
    }
}

/// Gives a scalar to a union.
#[inline(never)]
fn fill(
    whole: &mut dyn Whole,
    token: Token<'_>,
    path: &Path<'_>,
    reader: &mut Reader,
) -> Result<(), serde_json::Error> {
    whole.fill(token.value(), path, reader)
}

/// Takes note of a scalar that is not as described.
#[cold]
fn misfit(slot: Slot<'_>, fit: Fit, expected: &'static str, found: &'static str) -> Result<(), Departure> {
    if fit == Fit::Refused {
        slot.target.reset();
    }
    slot.reader.note(fit, slot.path, expected, found)
}
