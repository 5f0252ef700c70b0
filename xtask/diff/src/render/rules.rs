//! The rules as text.

use std::fmt::Write;

use crate::rule::{Layer, Rule};
use crate::rules::all;

/// Every rule on a line, with its levels.
pub fn rules() -> String {
    all().map(|rule| format!("{:<20}  {}\n", levels(rule), rule.id)).collect()
}

/// What a rule says, and what to do.
pub fn rule(rule: &Rule) -> String {
    let mut text = format!("{} ({})\n\n{}\n", rule.id, levels(rule), rule.docs);
    let _ = write!(text, "\nWhat to do: {}\n", rule.advice);
    text
}

/// One level, or one for requests and one for answers.
fn levels(rule: &Rule) -> String {
    let (request, response) = (rule.request.name(), rule.response.name());
    match rule.layer {
        Layer::Api if request != response => format!("{request}/{response}"),
        _ => request.to_owned(),
    }
}
