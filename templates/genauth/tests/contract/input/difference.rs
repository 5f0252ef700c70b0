//! Where two JSON values differ.

use std::fmt;

use serde_json::{Number, Value};

/// The first place where two values differ.
#[derive(Debug, PartialEq)]
pub(crate) struct Difference {
    /// A JSON pointer (RFC 6901); empty for the whole value.
    pub(crate) pointer: String,
    /// What the one value has there, if anything.
    pub(crate) given: Option<Value>,
    /// What the other has there, if anything.
    pub(crate) written: Option<Value>,
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let show = |value: &Option<Value>| value.as_ref().map_or_else(|| "nothing".to_owned(), Value::to_string);
        write!(f, "at {:?}, {} became {}", self.pointer, show(&self.given), show(&self.written))
    }
}

/// Compares two values; numbers by value, so that `1` is `1.0`.
pub(crate) fn between(given: &Value, written: &Value) -> Option<Difference> {
    match (given, written) {
        (Value::Object(left), Value::Object(right)) => {
            let names = left.keys().chain(right.keys().filter(|name| !left.contains_key(*name)));
            first(names.map(|name| (name.as_str(), left.get(name), right.get(name))))
        }
        (Value::Array(left), Value::Array(right)) => {
            let indexes = (0..left.len().max(right.len())).map(|index| (index, left.get(index), right.get(index)));
            first(indexes)
        }
        (Value::Number(left), Value::Number(right)) if is_same(left, right) => None,
        _ if given == written => None,
        _ => Some(Difference { pointer: String::new(), given: Some(given.clone()), written: Some(written.clone()) }),
    }
}

/// The first difference among members, each with its name or index and both values.
fn first<'a, N: fmt::Display>(
    members: impl IntoIterator<Item = (N, Option<&'a Value>, Option<&'a Value>)>,
) -> Option<Difference> {
    members.into_iter().find_map(|(name, given, written)| {
        let inner = match (given, written) {
            (Some(given), Some(written)) => between(given, written)?,
            _ => Difference { pointer: String::new(), given: given.cloned(), written: written.cloned() },
        };
        let token = name.to_string().replace('~', "~0").replace('/', "~1");
        Some(Difference { pointer: format!("/{token}{}", inner.pointer), ..inner })
    })
}

fn is_same(left: &Number, right: &Number) -> bool {
    // Whole numbers are compared as such: beyond 2^53, two of them may be one float.
    match (left.as_i128(), right.as_i128()) {
        (Some(left), Some(right)) => left == right,
        _ => left.as_f64() == right.as_f64(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::between;

    #[test]
    fn values_that_mean_the_same_do_not_differ() {
        assert_eq!(between(&json!({"a": [1, 2.5], "b": null}), &json!({"b": null, "a": [1.0, 2.5]})), None);
    }

    #[test]
    fn a_difference_is_told_with_its_place_and_both_values() {
        let told = |given, written| between(&given, &written).map(|it| it.to_string()).unwrap_or_default();
        assert_eq!(told(json!({"a/b": [1, "x"]}), json!({"a/b": [1, "y"]})), r#"at "/a~1b/1", "x" became "y""#);
        assert_eq!(told(json!({"a": null}), json!({})), r#"at "/a", null became nothing"#);
        assert_eq!(told(json!([]), json!([0])), r#"at "/0", nothing became 0"#);
        assert!(!told(json!(9_007_199_254_740_993_i64), json!(9_007_199_254_740_992_i64)).is_empty());
    }
}
