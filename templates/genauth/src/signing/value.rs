//! JSON as JavaScript reads and writes it (ECMA-262, 25.5). It differs from `serde_json` in numbers and in the order of
//! members.

mod read;

use indexmap::IndexMap;

/// A JSON value. Objects keep the order of their members, but for the names that JavaScript takes for indices.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value {
    Null,
    Boolean(bool),
    Number(f64),
    Text(String),
    List(Vec<Value>),
    Object(IndexMap<String, Value>),
}

impl Value {
    /// The value as it stands in the text to sign: a text as it is, everything else as JSON.
    pub(super) fn text(&self) -> String {
        match self {
            Value::Text(text) => text.clone(),
            value => value.json(),
        }
    }

    /// Adds an element; what is no list becomes one.
    pub(super) fn push(&mut self, element: Value) {
        match self {
            Value::List(elements) => elements.push(element),
            first => {
                let first_element = std::mem::replace(first, Value::Null);
                *first = Value::List(vec![first_element, element]);
            }
        }
    }

    /// The text that `JSON.stringify` makes.
    fn json(&self) -> String {
        match self {
            Value::Null => "null".to_owned(),
            Value::Boolean(value) => value.to_string(),
            Value::Number(value) => ryu_js::Buffer::new().format(*value).to_owned(),
            Value::Text(text) => quoted(text),
            Value::List(elements) => {
                let elements: Vec<String> = elements.iter().map(Value::json).collect();
                format!("[{}]", elements.join(","))
            }
            Value::Object(members) => {
                let members: Vec<String> =
                    members.iter().map(|(name, value)| format!("{}:{}", quoted(name), value.json())).collect();
                format!("{{{}}}", members.join(","))
            }
        }
    }
}

/// Both languages escape the same characters in the same way. Writing a text to memory does not fail.
fn quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap_or_default()
}
