//! The members of a JSON object as they stream in.

use std::borrow::Cow;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, Visitor};
use serde_json::{Number, Value};

/// When any crate of the build turns on `serde_json/arbitrary_precision`, numbers arrive as an object of this one name.
const NUMBER: &str = "$serde_json::private::Number";

/// A `MapAccess` of which the first name has been looked at.
pub(super) struct Members<'de, A> {
    first: Option<Cow<'de, str>>,
    rest: A,
}

impl<'de, A: MapAccess<'de>> Members<'de, A> {
    pub(super) fn open(mut rest: A) -> Result<Self, A::Error> {
        Ok(Members { first: rest.next_key_seed(Name)?, rest })
    }

    /// The number that is dressed up as this object, if it is one.
    pub(super) fn number(&mut self) -> Result<Option<Number>, A::Error> {
        if self.first.as_deref() != Some(NUMBER) {
            return Ok(None);
        }
        let text: String = self.rest.next_value()?;
        serde_json::from_str(&text).map(Some).map_err(A::Error::custom)
    }

    /// The next name; its value has to be read before the one after it.
    pub(super) fn name(&mut self) -> Result<Option<Cow<'de, str>>, A::Error> {
        match self.first.take() {
            Some(name) => Ok(Some(name)),
            None => self.rest.next_key_seed(Name),
        }
    }

    pub(super) fn value<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, A::Error> {
        self.rest.next_value_seed(seed)
    }

    /// All members as a free value.
    pub(super) fn collect(mut self) -> Result<Value, A::Error> {
        let mut object = serde_json::Map::new();
        while let Some(name) = self.name()? {
            let value = self.rest.next_value()?;
            object.insert(name.into_owned(), value);
        }
        Ok(Value::Object(object))
    }
}

/// Reads a name, borrowed from the input where it holds no escapes.
struct Name;

impl<'de> DeserializeSeed<'de> for Name {
    type Value = Cow<'de, str>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for Name {
    type Value = Cow<'de, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a property name")
    }

    fn visit_borrowed_str<E: Error>(self, name: &'de str) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(name))
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Self::Value, E> {
        Ok(Cow::Owned(name.to_owned()))
    }
}
