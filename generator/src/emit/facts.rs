//! What a schema states beside its texts, as sentences: default and limits.

use super::docs::code;
use crate::model::{Access, Constraints, Literal};

/// The sentences for a property or a parameter; empty when there is nothing to say.
///
/// ```text
/// The service's default is `10`. At most 50.
/// ```
pub(super) fn sentences(default: Option<&Literal>, limits: &Constraints, access: Access) -> String {
    let mut said = Vec::new();
    match access {
        Access::ReadOnly => said.push("Only in answers.".to_owned()),
        Access::WriteOnly => said.push("Only in requests.".to_owned()),
        Access::ReadWrite => {}
    }
    if let Some(default) = default.filter(|default| default.as_json() != "null") {
        said.push(format!("The service's default is {}.", code(default.as_json())));
    }
    let excluded = |exclusive: bool| if exclusive { ", exclusive" } else { "" };
    if let Some(minimum) = &limits.minimum {
        said.push(format!("At least {minimum}{}.", excluded(limits.exclusive_minimum)));
    }
    if let Some(maximum) = &limits.maximum {
        said.push(format!("At most {maximum}{}.", excluded(limits.exclusive_maximum)));
    }
    if let Some(factor) = &limits.multiple_of {
        said.push(format!("A multiple of {factor}."));
    }
    said.extend(range(limits.min_length, limits.max_length, "character", "characters"));
    said.extend(range(limits.min_items, limits.max_items, "element", "elements"));
    said.extend(range(limits.min_properties, limits.max_properties, "property", "properties"));
    if limits.unique_items {
        said.push("No two elements are equal.".to_owned());
    }
    if let Some(pattern) = limits.pattern.as_deref().filter(|pattern| !pattern.contains('\n')) {
        said.push(format!("Matches {}.", code(pattern)));
    }
    said.join(" ")
}

fn range(fewest: Option<usize>, most: Option<usize>, one: &str, many: &str) -> Option<String> {
    let unit = |count: usize| if count == 1 { one } else { many };
    match (fewest.filter(|&count| count > 0), most) {
        (None, None) => None,
        (Some(fewest), None) => Some(format!("At least {fewest} {}.", unit(fewest))),
        (None, Some(most)) => Some(format!("At most {most} {}.", unit(most))),
        (Some(fewest), Some(most)) if fewest == most => Some(format!("Exactly {most} {}.", unit(most))),
        (Some(fewest), Some(most)) => Some(format!("{fewest} to {most} {many}.")),
    }
}
