//! `search-departments-list`: conditions, sorting and pages.

use std::cmp::Ordering;

use serde_json::Value;

use super::{Department, find, read};
use crate::answer::Failure;
use crate::call::{Call, Reply};
use crate::world::{World, given, page};

/// `search-departments-list`. The answer is a page without the number of all.
pub(super) fn search(world: &mut World, call: &Call<'_>) -> Result<Reply, Failure> {
    let conditions = given::value(call, "advancedFilter").map(given::elements).unwrap_or_default();
    let with_custom_data = given::flag(call, "withCustomData");
    let mut found: Vec<(&Department, Value)> = find::of_organization(world, call)?
        .map(|department| (department, read::shown(world, department, with_custom_data)))
        .filter(|(_, shown)| conditions.iter().all(|condition| is_met(condition, shown)))
        .collect();
    for (key, descending) in orders(call).into_iter().rev() {
        found.sort_by(|one, other| {
            let order = compare(one, other, key);
            if descending { order.reverse() } else { order }
        });
    }
    let list = found.into_iter().map(|(_, shown)| shown).collect();
    Ok(Reply::Data(page::cut(list, call)?))
}

/// What to sort by, the most important first, and whether from the greatest down.
fn orders<'a>(call: &'a Call<'_>) -> Vec<(&'a str, bool)> {
    let text = |order: &'a Value, name: &str| order.get(name).and_then(Value::as_str).unwrap_or_default();
    match given::value(call, "sort").map(given::elements) {
        Some(orders) => orders.iter().map(|order| (text(order, "field"), text(order, "order") == "desc")).collect(),
        None => {
            let key = given::optional(call, "sortBy").unwrap_or("updatedAt");
            vec![(key, given::optional(call, "orderBy") != Some("ASC"))]
        }
    }
}

/// Times are compared by what happened first, which the clock alone does not tell.
fn compare(one: &(&Department, Value), other: &(&Department, Value), key: &str) -> Ordering {
    match key {
        "updatedAt" => one.0.revision.cmp(&other.0.revision),
        "createdAt" => one.0.id.cmp(&other.0.id),
        _ => one.1.get(key).and_then(Value::as_str).cmp(&other.1.get(key).and_then(Value::as_str)),
    }
}

fn is_met(condition: &Value, shown: &Value) -> bool {
    let wanted = condition.get("value").unwrap_or(&Value::Null);
    let Some(value) = condition.get("field").and_then(Value::as_str).and_then(|field| shown.get(field)) else {
        return false;
    };
    let is_between = |list: &[Value]| match list {
        [least, most] => order(value, least) != Ordering::Less && order(value, most) != Ordering::Greater,
        _ => false,
    };
    match condition.get("operator").and_then(Value::as_str).unwrap_or_default() {
        "EQUAL" => value == wanted,
        "IN" => given::elements(wanted).contains(value),
        "CONTAINS" => value.as_str().zip(wanted.as_str()).is_some_and(|(text, part)| text.contains(part)),
        "GREATER" => order(value, wanted) == Ordering::Greater,
        "LESSER" => order(value, wanted) == Ordering::Less,
        "BETWEEN" => is_between(given::elements(wanted)),
        _ => false,
    }
}

/// Numbers by size, all else by its text.
fn order(one: &Value, other: &Value) -> Ordering {
    match (one.as_f64(), other.as_f64()) {
        (Some(one), Some(other)) => one.total_cmp(&other),
        _ => one.as_str().cmp(&other.as_str()),
    }
}
