//! Conditions of an advanced filter: a field, an operator and what to compare with.

use std::cmp::Ordering;

use jiff::Timestamp;
use serde_json::Value;

use crate::answer::Failure;
use crate::world::outcome::items;

/// One condition on a record.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Condition<'a> {
    /// The record's field.
    pub(crate) field: &'a str,
    operator: Operator,
    value: &'a Value,
}

#[derive(Clone, Copy, Debug)]
enum Operator {
    Equal,
    NotEqual,
    Contains,
    NotContains,
    IsNull,
    NotNull,
    In,
    Greater,
    Lesser,
    Between,
}

impl<'a> Condition<'a> {
    /// Reads `{field, operator, value}`.
    pub(crate) fn read(item: &'a Value) -> Result<Self, Failure> {
        let (field, value) = (item["field"].as_str(), &item["value"]);
        let operator = item["operator"].as_str().and_then(Operator::named);
        let (Some(field), Some(operator)) = (field, operator) else {
            return Err(Failure::plain(400, "a condition has a field and a known operator"));
        };
        let fits = match operator {
            Operator::In => value.is_array(),
            Operator::Between => items(value).len() == 2,
            Operator::Contains | Operator::NotContains => value.is_string(),
            _ => true,
        };
        if !fits {
            let message = format!("the value does not fit the operator of the condition on {field}");
            return Err(Failure::plain(400, message));
        }
        Ok(Condition { field, operator, value })
    }

    /// Whether the field's value fulfils it; a field that is not set is null.
    pub(crate) fn holds(&self, actual: Option<&Value>) -> bool {
        let actual = actual.unwrap_or(&Value::Null);
        let equal = |wanted: &Value| actual == wanted || compare(actual, wanted) == Some(Ordering::Equal);
        match self.operator {
            Operator::Equal => equal(self.value),
            Operator::NotEqual => !equal(self.value),
            Operator::Contains => contains(actual, self.value),
            Operator::NotContains => !contains(actual, self.value),
            Operator::IsNull => actual.is_null(),
            Operator::NotNull => !actual.is_null(),
            Operator::In => items(self.value).iter().any(equal),
            Operator::Greater => compare(actual, self.value) == Some(Ordering::Greater),
            Operator::Lesser => compare(actual, self.value) == Some(Ordering::Less),
            Operator::Between => {
                let inside = |bound, outside| compare(actual, bound).is_some_and(|order| order != outside);
                matches!(items(self.value), [low, high] if inside(low, Ordering::Less) && inside(high, Ordering::Greater))
            }
        }
    }
}

impl Operator {
    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "EQUAL" => Operator::Equal,
            "NOT_EQUAL" => Operator::NotEqual,
            "CONTAINS" => Operator::Contains,
            "NOT_CONTAINS" => Operator::NotContains,
            "IS_NULL" => Operator::IsNull,
            "NOT_NULL" => Operator::NotNull,
            "IN" => Operator::In,
            "GREATER" => Operator::Greater,
            "LESSER" => Operator::Lesser,
            "BETWEEN" => Operator::Between,
            _ => return None,
        })
    }
}

/// A text holds a part of it, a list one of its elements.
fn contains(actual: &Value, wanted: &Value) -> bool {
    match (actual, wanted) {
        (Value::String(text), Value::String(part)) => text.to_lowercase().contains(&part.to_lowercase()),
        (Value::Array(list), _) => list.contains(wanted),
        _ => false,
    }
}

/// The order of two values of one kind: numbers, times (also as milliseconds since 1970) and texts.
fn compare(one: &Value, other: &Value) -> Option<Ordering> {
    match (one, other) {
        (Value::Number(one), Value::Number(other)) => match (one.as_i64(), other.as_i64()) {
            (Some(one), Some(other)) => Some(one.cmp(&other)),
            _ => one.as_f64()?.partial_cmp(&other.as_f64()?),
        },
        (Value::String(a), Value::String(b)) => match (time(one), time(other)) {
            (Some(one), Some(other)) => Some(one.cmp(&other)),
            _ => Some(a.cmp(b)),
        },
        (Value::String(_), Value::Number(_)) | (Value::Number(_), Value::String(_)) => {
            Some(time(one)?.cmp(&time(other)?))
        }
        _ => None,
    }
}

/// A text in RFC 3339, or a number of milliseconds since 1970.
pub(super) fn time(value: &Value) -> Option<Timestamp> {
    match value {
        Value::String(text) => text.parse().ok(),
        number => Timestamp::from_millisecond(number.as_i64()?).ok(),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test")]

    use serde_json::json;

    use super::*;

    fn holds(operator: &str, value: Value, actual: Value) -> bool {
        let item = json!({"field": "any", "operator": operator, "value": value});
        Condition::read(&item).unwrap().holds(Some(&actual))
    }

    #[test]
    fn each_operator_means_what_its_name_says() {
        assert!(holds("EQUAL", json!("a"), json!("a")) && !holds("EQUAL", json!("a"), json!("b")));
        assert!(holds("NOT_EQUAL", json!("a"), json!(null)) && !holds("NOT_EQUAL", json!(1), json!(1)));
        assert!(holds("CONTAINS", json!("LOVE"), json!("Lovelace")) && !holds("CONTAINS", json!("x"), json!("a")));
        assert!(holds("CONTAINS", json!("b"), json!(["a", "b"])));
        assert!(holds("NOT_CONTAINS", json!("x"), json!(null)));
        assert!(holds("IS_NULL", json!(null), json!(null)) && holds("NOT_NULL", json!(null), json!("")));
        assert!(holds("IN", json!(["a", "b"]), json!("b")) && !holds("IN", json!([]), json!("b")));
        assert!(holds("GREATER", json!(9), json!(10)) && !holds("GREATER", json!(10), json!(10)));
        assert!(holds("LESSER", json!(1.5), json!(1)) && !holds("LESSER", json!(1), json!(null)));
        assert!(holds("BETWEEN", json!([1, 3]), json!(3)) && !holds("BETWEEN", json!([1, 3]), json!(4)));
    }

    #[test]
    fn times_are_compared_as_times_however_they_are_written() {
        let time = json!("2022-07-03T02:20:30.000Z");
        assert!(holds("EQUAL", json!("2022-07-03T04:20:30+02:00"), time.clone()));
        assert!(holds("GREATER", json!(1_656_814_829_999_i64), time.clone()));
        assert!(holds("LESSER", json!(1_656_814_830_001_i64), time));
    }

    #[test]
    fn a_value_that_does_not_fit_its_operator_is_refused() {
        for (operator, value) in
            [("IN", json!("a")), ("BETWEEN", json!([1])), ("CONTAINS", json!(1)), ("LIKE", json!(1))]
        {
            let item = json!({"field": "any", "operator": operator, "value": value});
            assert_eq!(Condition::read(&item).unwrap_err().status, 400, "{operator}");
        }
    }
}
