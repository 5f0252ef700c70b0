//! One JSON token, and the scalar corrections: which string, number and boolean can stand for one another.

use std::borrow::Cow;

use serde_json::{Number, Value};

use super::{List, Map, Reading, Whole};

/// A scalar, or the beginning of a list or an object.
#[derive(Clone, Copy)]
pub(crate) enum Token<'a> {
    Null,
    Boolean(bool),
    Integer(i64),
    Unsigned(u64),
    Float(f64),
    Text(&'a str),
    List,
    Object,
    /// No token at all: a required property is missing.
    Nothing,
}

/// How well a token suited the type that took it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fit {
    /// As described.
    Exact,
    /// As described, but a value that this version does not know, such as a new enum value.
    Unknown,
    /// Of another JSON type, but its meaning is clear.
    Corrected,
    /// Not usable.
    Refused,
}

impl Fit {
    /// The fit of a token of the right type, whose value may be a new one.
    pub(crate) fn of_known(self, is_known: bool) -> Fit {
        if is_known || self != Fit::Exact { self } else { Fit::Unknown }
    }
}

impl<'a> Token<'a> {
    /// The JSON type, for messages. The value itself never shows: it could be a secret.
    pub(crate) fn kind(self) -> &'static str {
        match self {
            Token::Null => "null",
            Token::Boolean(_) => "boolean",
            Token::Integer(_) | Token::Unsigned(_) | Token::Float(_) => "number",
            Token::Text(_) => "string",
            Token::List => "array",
            Token::Object => "object",
            Token::Nothing => "nothing",
        }
    }

    /// The token of a number. `serde_json` may keep numbers as text (its `arbitrary_precision`); ours are 64 bits wide.
    pub(crate) fn of_number(number: &Number) -> Token<'static> {
        if let Some(value) = number.as_i64() {
            Token::Integer(value)
        } else if let Some(value) = number.as_u64() {
            Token::Unsigned(value)
        } else {
            number.as_f64().map_or(Token::Null, Token::Float)
        }
    }

    /// The token that a free value begins with.
    pub(crate) fn of_value(value: &'a Value) -> Self {
        match value {
            Value::Null => Token::Null,
            Value::Bool(value) => Token::Boolean(*value),
            Value::Number(value) => Token::of_number(value),
            Value::String(value) => Token::Text(value),
            Value::Array(_) => Token::List,
            Value::Object(_) => Token::Object,
        }
    }

    /// The token as a free value; a list and an object are still empty.
    pub(crate) fn value(self) -> Value {
        match self {
            Token::Null | Token::Nothing => Value::Null,
            Token::Boolean(value) => value.into(),
            Token::Integer(value) => value.into(),
            Token::Unsigned(value) => value.into(),
            Token::Float(value) => value.into(),
            Token::Text(value) => value.into(),
            Token::List => Value::Array(Vec::new()),
            Token::Object => Value::Object(serde_json::Map::new()),
        }
    }

    /// Opens a map, which takes no other token.
    pub(crate) fn open_map(self, map: &mut dyn Map) -> Reading<'_> {
        match self {
            Token::Object => Reading::Map(map),
            _ => Reading::Done(Fit::Refused, "object"),
        }
    }

    /// Opens a list, which takes no other token.
    pub(crate) fn open_list(self, list: &mut dyn List) -> Reading<'_> {
        match self {
            Token::List => Reading::List(list),
            _ => Reading::Done(Fit::Refused, "array"),
        }
    }

    /// Opens a union, which takes every token.
    pub(crate) fn open_whole(self, whole: &mut dyn Whole) -> Reading<'_> {
        match self {
            Token::Nothing => Reading::Done(Fit::Refused, "one of several types"),
            _ => Reading::Whole(whole),
        }
    }

    /// The token as text; numbers and booleans become their JSON text.
    pub(crate) fn text(self) -> Option<(Cow<'a, str>, Fit)> {
        let corrected = match self {
            Token::Text(text) => return Some((Cow::Borrowed(text), Fit::Exact)),
            Token::Boolean(value) => value.to_string(),
            Token::Integer(value) => value.to_string(),
            Token::Unsigned(value) => value.to_string(),
            Token::Float(value) => Number::from_f64(value)?.to_string(),
            Token::Null | Token::List | Token::Object | Token::Nothing => return None,
        };
        Some((Cow::Owned(corrected), Fit::Corrected))
    }

    /// The token as an integer. JSON has one number type, so `1.0` and `1e3` are integers too.
    pub(crate) fn integer(self) -> Option<(i64, Fit)> {
        match self {
            Token::Integer(value) => Some((value, Fit::Exact)),
            Token::Unsigned(value) => Some((i64::try_from(value).ok()?, Fit::Exact)),
            Token::Float(value) => Some((integral(value)?, Fit::Exact)),
            Token::Boolean(value) => Some((i64::from(value), Fit::Corrected)),
            Token::Text(text) => {
                let value = text.parse().ok().or_else(|| integral(text.parse().ok()?))?;
                Some((value, Fit::Corrected))
            }
            Token::Null | Token::List | Token::Object | Token::Nothing => None,
        }
    }

    /// The token as a floating-point number.
    pub(crate) fn float(self) -> Option<(f64, Fit)> {
        match self {
            Token::Integer(value) => Some((value as f64, Fit::Exact)),
            Token::Unsigned(value) => Some((value as f64, Fit::Exact)),
            Token::Float(value) => Some((value, Fit::Exact)),
            Token::Boolean(value) => Some((f64::from(u8::from(value)), Fit::Corrected)),
            Token::Text(text) => {
                // Rust also reads `NaN` and `inf`, which JSON could not write back.
                let value = text.parse().ok().filter(|value: &f64| value.is_finite())?;
                Some((value, Fit::Corrected))
            }
            Token::Null | Token::List | Token::Object | Token::Nothing => None,
        }
    }

    /// The token as a boolean.
    pub(crate) fn boolean(self) -> Option<(bool, Fit)> {
        match self {
            Token::Boolean(value) => Some((value, Fit::Exact)),
            Token::Text("true") | Token::Integer(1) | Token::Unsigned(1) => Some((true, Fit::Corrected)),
            Token::Text("false") | Token::Integer(0) | Token::Unsigned(0) => Some((false, Fit::Corrected)),
            _ => None,
        }
    }
}

/// A number without fraction that an `i64` can hold.
fn integral(value: f64) -> Option<i64> {
    // 2^63 is the first float beyond the range; -2^63 is in it.
    const LIMIT: f64 = 9_223_372_036_854_775_808.0;
    (value.fract() == 0.0 && (-LIMIT..LIMIT).contains(&value)).then_some(value as i64)
}
