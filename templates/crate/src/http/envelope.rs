//! The wrapper that an API puts around its results, with a status of its own.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, Visitor};
use serde_json::Value;

use crate::json::Token;

/// Where an API's envelope keeps what.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Envelope {
    /// The property with the business status, a number.
    pub(crate) status: &'static str,
    /// The statuses that mean success.
    pub(crate) success: &'static [i64],
    pub(crate) message: &'static str,
    /// The property with a finer code than the status.
    pub(crate) code: &'static str,
    pub(crate) request_id: &'static str,
    /// The property with the result itself.
    pub(crate) payload: &'static str,
}

/// What an envelope says, apart from the result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Outcome {
    pub(crate) status: i64,
    pub(crate) message: String,
    pub(crate) code: Option<i64>,
    pub(crate) request_id: Option<String>,
    pub(crate) has_payload: bool,
}

impl Envelope {
    /// The status that a body states; what follows it is not looked at. `None` when the body is not an object, or one
    /// without a numeric status.
    pub(crate) fn status_in(&self, body: &[u8]) -> Option<i64> {
        let mut status = None;
        // Stopping there is an error in the eyes of the parser.
        let _ = serde_json::Deserializer::from_slice(body)
            .deserialize_any(StatusLookout { name: self.status, status: &mut status });
        status
    }

    /// Looks into a body. `None` when it is no envelope: not an object, or one without a numeric status.
    pub(crate) fn open(&self, body: &[u8]) -> Option<Outcome> {
        let mut input = serde_json::Deserializer::from_slice(body);
        let found = input.deserialize_any(Lookout { envelope: self, found: Found::default() }).ok()?;
        Some(Outcome {
            status: number(&found.status)?,
            message: text(&found.message).unwrap_or_default(),
            code: number(&found.code),
            request_id: text(&found.request_id),
            has_payload: found.has_payload,
        })
    }
}

/// A number, also as text; but no boolean, which would say something else.
fn number(value: &Value) -> Option<i64> {
    match value {
        Value::Number(_) | Value::String(_) => Token::of_value(value).integer().map(|(number, _)| number),
        _ => None,
    }
}

fn text(value: &Value) -> Option<String> {
    Token::of_value(value).text().map(|(text, _)| text.into_owned())
}

/// Goes as far as the status.
struct StatusLookout<'a> {
    name: &'static str,
    status: &'a mut Option<i64>,
}

impl<'de> Visitor<'de> for StatusLookout<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an envelope")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<(), A::Error> {
        while let Some(is_status) = members.next_key_seed(IsName(self.name))? {
            if is_status {
                *self.status = number(&members.next_value()?);
                break;
            }
            members.next_value::<IgnoredAny>()?;
        }
        Ok(())
    }
}

/// Whether the name of a property is this one.
struct IsName(&'static str);

impl<'de> DeserializeSeed<'de> for IsName {
    type Value = bool;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<bool, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for IsName {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a property name")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<bool, E> {
        Ok(name == self.0)
    }
}

#[derive(Default)]
struct Found {
    status: Value,
    message: Value,
    code: Value,
    request_id: Value,
    has_payload: bool,
}

/// Picks the envelope's own properties and passes over the rest.
struct Lookout<'a> {
    envelope: &'a Envelope,
    found: Found,
}

impl<'de> Visitor<'de> for Lookout<'_> {
    type Value = Found;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an envelope")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Found, A::Error> {
        let Lookout { envelope, mut found } = self;
        while let Some(name) = members.next_key::<String>()? {
            let place = match name.as_str() {
                name if name == envelope.status => &mut found.status,
                name if name == envelope.message => &mut found.message,
                name if name == envelope.code => &mut found.code,
                name if name == envelope.request_id => &mut found.request_id,
                name => {
                    found.has_payload |= name == envelope.payload;
                    members.next_value::<IgnoredAny>()?;
                    continue;
                }
            };
            *place = members.next_value()?;
        }
        Ok(found)
    }
}
