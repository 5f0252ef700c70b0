//! JSON as a JavaScript server has it after reading a body: objects keep their order, numbers are doubles.
//!
//! serde_json's own value sorts keys, so it cannot say in which order they came.

use std::fmt;

use indexmap::IndexMap;
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

/// A value.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Json {
    Null,
    Bool(bool),
    Number(f64),
    Text(String),
    List(Vec<Json>),
    /// A key that comes twice has the first place and the last value, as in JavaScript.
    Object(IndexMap<String, Json>),
}

impl Json {
    /// The text of a parameter: strings as they are, everything else as `JSON.stringify` writes it.
    pub(super) fn parameter(&self) -> String {
        match self {
            Json::Text(text) => text.clone(),
            other => other.stringify(),
        }
    }

    /// What `JSON.stringify` makes of it (ECMA-262, section 25.5.2).
    fn stringify(&self) -> String {
        match self {
            Json::Null => "null".to_owned(),
            Json::Bool(bool) => bool.to_string(),
            // Negative zero loses its sign, which `ryu_js` knows.
            Json::Number(number) => ryu_js::Buffer::new().format(*number).to_owned(),
            Json::Text(text) => quoted(text),
            Json::List(items) => {
                let items: Vec<String> = items.iter().map(Json::stringify).collect();
                format!("[{}]", items.join(","))
            }
            Json::Object(properties) => {
                let mut properties: Vec<(&String, &Json)> = properties.iter().collect();
                // Array indexes come first, in ascending order (ECMA-262, section 10.1.11.1). The sort is stable.
                properties.sort_by_key(|(key, _)| array_index(key).unwrap_or(u32::MAX));
                let pairs = properties.iter().map(|(key, value)| format!("{}:{}", quoted(key), value.stringify()));
                format!("{{{}}}", pairs.collect::<Vec<_>>().join(","))
            }
        }
    }
}

/// A string in quotes. `JSON.stringify` and serde_json escape the same characters in the same way.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// The number that a key is, if it is written as one below 2^32 - 1.
fn array_index(key: &str) -> Option<u32> {
    let index: u32 = key.parse().ok().filter(|index| *index < u32::MAX)?;
    (index.to_string() == key).then_some(index)
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Reader)
    }
}

struct Reader;

impl<'de> Visitor<'de> for Reader {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E>(self, bool: bool) -> Result<Json, E> {
        Ok(Json::Bool(bool))
    }

    #[expect(clippy::cast_precision_loss, reason = "JavaScript loses the same digits")]
    fn visit_u64<E>(self, number: u64) -> Result<Json, E> {
        Ok(Json::Number(number as f64))
    }

    #[expect(clippy::cast_precision_loss, reason = "JavaScript loses the same digits")]
    fn visit_i64<E>(self, number: i64) -> Result<Json, E> {
        Ok(Json::Number(number as f64))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Json, E> {
        Ok(Json::Number(number))
    }

    fn visit_str<E>(self, text: &str) -> Result<Json, E> {
        Ok(Json::Text(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Json, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Json::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut pairs: A) -> Result<Json, A::Error> {
        let mut properties = IndexMap::new();
        while let Some((key, value)) = pairs.next_entry()? {
            properties.insert(key, value);
        }
        Ok(Json::Object(properties))
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test")]
mod tests {
    use super::Json;

    fn again(text: &str) -> String {
        serde_json::from_str::<Json>(text).unwrap().parameter()
    }

    #[test]
    fn objects_keep_their_order_but_for_array_indexes() {
        assert_eq!(again(r#"{"b":1,"a":2,"b":3}"#), r#"{"b":3,"a":2}"#);
        assert_eq!(again(r#"{"b":1,"10":2,"2":3,"02":4,"-1":5}"#), r#"{"2":3,"10":2,"b":1,"02":4,"-1":5}"#);
    }

    #[test]
    fn numbers_are_written_as_javascript_does() {
        let text = "[1.0,-0,1e21,0.0000001,12345678901234567890,0.30000000000000004,-1.5]";
        assert_eq!(again(text), "[1,0,1e+21,1e-7,12345678901234567000,0.30000000000000004,-1.5]");
    }

    #[test]
    fn strings_are_escaped_in_lists_and_bare_at_the_top() {
        assert_eq!(
            again(r#"["\u0001\u001f /\"\\\n\t\b\f\r\u007f\u2028é"]"#),
            "[\"\\u0001\\u001f /\\\"\\\\\\n\\t\\b\\f\\r\u{7f}\u{2028}é\"]"
        );
        assert_eq!(again(r#""a \"b\"""#), "a \"b\"");
    }
}
