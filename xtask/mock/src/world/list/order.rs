//! The order of a list.

use std::cmp::Ordering;

use jiff::Timestamp;
use serde_json::Value;

use super::condition::time;
use crate::world::outcome::items;

/// Sorts by `[{field, order}]`, the first field first. What has no value goes last, and equal records keep their order.
pub(crate) fn sort<T>(all: &mut [T], sorting: &Value, field: impl for<'a> Fn(&'a T, &str) -> Option<&'a Value>) {
    for key in items(sorting).iter().rev() {
        let Some(name) = key["field"].as_str() else { continue };
        let is_descending = key["order"].as_str().is_some_and(|order| order.eq_ignore_ascii_case("desc"));
        all.sort_by(|one, other| match (field(one, name), field(other, name)) {
            (Some(one), Some(other)) => {
                let order = Key::of(one).partial_cmp(&Key::of(other)).unwrap_or(Ordering::Equal);
                if is_descending { order.reverse() } else { order }
            }
            (one, other) => other.is_some().cmp(&one.is_some()),
        });
    }
}

/// What a value is sorted by. Kinds never mix, so the order is total, as sorting has to have it.
#[derive(PartialEq, PartialOrd)]
enum Key<'a> {
    Flag(bool),
    Number(f64),
    Time(Timestamp),
    Text(&'a str),
    Other,
}

impl<'a> Key<'a> {
    fn of(value: &'a Value) -> Self {
        match value {
            Value::Bool(flag) => Key::Flag(*flag),
            Value::Number(number) => number.as_f64().map_or(Key::Other, Key::Number),
            Value::String(text) => time(value).map_or(Key::Text(text), Key::Time),
            _ => Key::Other,
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn sorted(sorting: Value) -> Vec<i64> {
        let mut all = vec![
            json!({"id": 1, "name": "b", "age": 3}),
            json!({"id": 2, "name": "a"}),
            json!({"id": 3, "name": "a", "age": 10}),
        ];
        sort(&mut all, &sorting, |record, field| record.get(field));
        all.iter().filter_map(|record| record["id"].as_i64()).collect()
    }

    #[test]
    fn the_first_field_counts_first() {
        let sorting = json!([{"field": "name", "order": "asc"}, {"field": "age", "order": "asc"}]);
        assert_eq!(sorted(sorting), [3, 2, 1]);
    }

    #[test]
    fn what_has_no_value_is_last_in_both_directions() {
        assert_eq!(sorted(json!([{"field": "age", "order": "asc"}])), [1, 3, 2]);
        assert_eq!(sorted(json!([{"field": "age", "order": "desc"}])), [3, 1, 2]);
    }

    #[test]
    fn without_sorting_the_order_stays() {
        assert_eq!(sorted(json!(null)), [1, 2, 3]);
    }
}
