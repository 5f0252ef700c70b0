//! Free JSON: whatever comes is right.

use serde_json::Value;

use super::{Extra, Fit, Json, Map, Part, Reading, Token, View};

impl Json for Value {
    fn empty() -> Self {
        Value::Null
    }

    fn has_null() -> bool {
        true
    }

    fn accept(&mut self, token: Token<'_>) -> Reading<'_> {
        *self = token.value();
        match self {
            Value::Array(list) => Reading::List(list),
            Value::Object(map) => Reading::Map(map),
            _ if matches!(token, Token::Nothing) => Reading::Done(Fit::Refused, "any value"),
            _ => Reading::Done(Fit::Exact, "any value"),
        }
    }

    fn plain(&self) -> Option<View<'_>> {
        Some(match self {
            Value::Null => View::Null,
            Value::Bool(value) => View::Boolean(*value),
            Value::Number(value) => View::Number(value),
            Value::String(text) => View::Text(text),
            Value::Array(list) => View::List(list),
            Value::Object(map) => View::Map(map),
        })
    }
}

impl Json for Extra {
    fn empty() -> Self {
        Extra::new()
    }

    fn accept(&mut self, token: Token<'_>) -> Reading<'_> {
        self.clear();
        token.open_map(self)
    }

    fn rest_mut(&mut self) -> Option<&mut dyn Map> {
        Some(self)
    }

    fn plain(&self) -> Option<View<'_>> {
        Some(View::Map(self))
    }
}

impl Map for Extra {
    fn entry(&mut self, name: &str) -> &mut Part {
        Extra::entry(self, name).or_insert(Value::Null)
    }

    fn free(&self) -> Option<&Extra> {
        Some(self)
    }

    fn each<'a>(&'a self, show: &mut dyn FnMut(&'a str, &'a Part)) {
        self.iter().for_each(|(name, value)| show(name, value));
    }
}
