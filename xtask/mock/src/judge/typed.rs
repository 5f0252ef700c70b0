//! From text to a value of the described type.

use serde_json::{Number, Value};

use super::shape::Shape;

/// A text read as what the schema says it is. A text that is none of that stays text, for the validator to object to.
pub(super) fn scalar(text: &str, shape: &Shape<'_>) -> Value {
    let types = shape.types();
    let fitting = types.iter().find_map(|name| match *name {
        "integer" => number(text).filter(|number| !number.is_f64()).map(Value::Number),
        "number" => number(text).map(Value::Number),
        "boolean" => text.parse().ok().map(Value::Bool),
        _ => None,
    });
    // `1.5` for an integer is a number that does not fit, and better told so than called a text.
    let unfitting =
        || number(text).filter(|_| types.contains(&"integer") && !types.contains(&"string")).map(Value::Number);
    fitting.or_else(unfitting).unwrap_or_else(|| Value::String(text.to_owned()))
}

/// A number as JSON writes it: no plus sign, no leading zeros.
///
/// A whole number that no type holds would become the nearest float, which may be within the limits again.
fn number(text: &str) -> Option<Number> {
    let number: Option<Number> = serde_json::from_str(text).ok().filter(|_| !text.contains(char::is_whitespace));
    number.filter(|number| !number.is_f64() || text.contains(['.', 'e', 'E']))
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn a_whole_number_that_is_too_large_is_no_number() {
        assert!(number("-9223372036854775808").is_some_and(|number| number.is_i64()));
        assert_eq!(number("-9223372036854775809"), None);
        assert_eq!(number("+1"), None);
        assert!(number("1e3").is_some());
    }
}
