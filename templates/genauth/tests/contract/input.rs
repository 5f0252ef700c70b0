//! The arguments of an operation as plain JSON, and how they become those of its method.
//!
//! Nothing is mended on the way: what a type would drop or change is a fault of the input, and so is what the method
//! has no argument for.

#![allow(dead_code, reason = "which places and bodies a crate needs depends on its documents")]

pub(crate) mod difference;
mod fault;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

pub(crate) use self::fault::{Fault, InputError, Place};

/// What an operation is called with. A method takes out what it has arguments for.
#[derive(Clone, Debug, Default)]
pub(crate) struct Input {
    /// The variables of the path.
    pub(crate) path: Map<String, Value>,
    /// The parameters of the query.
    pub(crate) query: Map<String, Value>,
    /// The parameters that are headers.
    pub(crate) headers: Map<String, Value>,
    /// The parameters that are cookies.
    pub(crate) cookies: Map<String, Value>,
    /// The body, where one is to be sent.
    pub(crate) body: Option<Body>,
    /// Whether an answer that departs from its description is an error.
    pub(crate) strict: bool,
}

/// A body.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Body {
    /// A value that the crate writes by its type: as JSON, as a form, or as text.
    Value(Value),
    /// Bytes that are sent as they are.
    Bytes {
        /// Their media type.
        content_type: String,
        /// The bytes.
        bytes: Vec<u8>,
    },
}

impl Input {
    /// The value of a path variable.
    pub(crate) fn path(&mut self, name: &str) -> Given {
        Given { value: self.path.remove(name), place: Place::Path(name.to_owned()) }
    }

    /// The value of a query parameter.
    pub(crate) fn query(&mut self, name: &str) -> Given {
        Given { value: self.query.remove(name), place: Place::Query(name.to_owned()) }
    }

    /// The value of a header.
    pub(crate) fn header(&mut self, name: &str) -> Given {
        Given { value: self.headers.remove(name), place: Place::Header(name.to_owned()) }
    }

    /// The value of a cookie.
    pub(crate) fn cookie(&mut self, name: &str) -> Given {
        Given { value: self.cookies.remove(name), place: Place::Cookie(name.to_owned()) }
    }

    /// The body as a value. One that is bytes stays, and is left over.
    pub(crate) fn body(&mut self) -> Given {
        let value = match self.body.take() {
            Some(Body::Value(value)) => Some(value),
            other => {
                self.body = other;
                None
            }
        };
        Given { value, place: Place::Body }
    }

    /// The body as a media type and bytes.
    pub(crate) fn bytes(&mut self) -> Result<(String, Vec<u8>), Fault> {
        match self.body.take() {
            Some(Body::Bytes { content_type, bytes }) => Ok((content_type, bytes)),
            Some(Body::Value(_)) => Err(Fault::refused(&Place::Body, "the method takes bytes")),
            None => Err(Fault::Missing(Place::Body)),
        }
    }

    /// The body as bytes of the one media type that the method sends.
    pub(crate) fn bytes_of(&mut self, media_type: &str) -> Result<Vec<u8>, Fault> {
        let (content_type, bytes) = self.bytes()?;
        if content_type == media_type {
            return Ok(bytes);
        }
        Err(Fault::refused(&Place::Body, format!("the method sends `{media_type}`, and this is `{content_type}`")))
    }

    /// Whether the method has taken everything.
    pub(crate) fn is_used_up(&self) -> Result<(), Fault> {
        let first = |map: &Map<String, Value>| map.keys().next().cloned();
        let left = first(&self.path)
            .map(Place::Path)
            .or_else(|| first(&self.query).map(Place::Query))
            .or_else(|| first(&self.headers).map(Place::Header))
            .or_else(|| first(&self.cookies).map(Place::Cookie))
            .or_else(|| self.body.as_ref().map(|_| Place::Body));
        left.map_or(Ok(()), |place| Err(Fault::LeftOver(place)))
    }
}

/// What an input has for one argument.
pub(crate) struct Given {
    place: Place,
    value: Option<Value>,
}

impl Given {
    /// The argument, which has to be there.
    pub(crate) fn required<T: DeserializeOwned + Serialize>(self) -> Result<T, Fault> {
        match &self.value {
            Some(value) => typed(&self.place, value),
            None => Err(Fault::Missing(self.place)),
        }
    }

    /// The argument, if it is there. Null is a value: an argument that would not be sent for it refuses it.
    pub(crate) fn optional<T: DeserializeOwned + Serialize>(self) -> Result<Option<T>, Fault> {
        self.value.as_ref().map(|value| typed(&self.place, value)).transpose()
    }
}

/// The value as its type, which has to write what it has read.
fn typed<T: DeserializeOwned + Serialize>(place: &Place, value: &Value) -> Result<T, Fault> {
    let typed = T::deserialize(value).map_err(|error| Fault::refused(place, error.to_string()))?;
    let written = serde_json::to_value(&typed).map_err(|error| Fault::refused(place, error.to_string()))?;
    match difference::between(value, &written) {
        Some(difference) => Err(Fault::Changed { place: place.clone(), difference: Box::new(difference) }),
        None => Ok(typed),
    }
}
