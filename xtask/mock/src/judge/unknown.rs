//! What a validator does not ask: properties that the document does not describe, and those that only the other side sends.

use serde_json::Value;

use super::dialect::Purpose;
use super::report::Fault;
use super::shape::Shape;
use super::wording::{did_you_mean, subject};
use crate::document::child;

/// Looks through a value for such properties.
///
/// JSON allows what is not forbidden, and so do answers. In a request, a property that nobody describes is a typing mistake.
/// Objects without any described property, and those with `additionalProperties`, are free.
pub(super) fn properties(value: &Value, shape: &Shape<'_>, pointer: &str, purpose: Purpose, faults: &mut Vec<Fault>) {
    match value {
        Value::Object(map) => {
            for (name, inner) in map {
                let place = child(pointer, name);
                let described = shape.property(name);
                if described.is_empty() {
                    faults.extend(unknown(name, shape, pointer, &place, purpose));
                } else if let Some(stated_at) = described.flag(purpose.unsent()) {
                    faults.push(unsent(place, stated_at, purpose));
                } else {
                    properties(inner, &described, &place, purpose, faults);
                }
            }
        }
        Value::Array(list) => {
            let items = shape.items();
            for (index, inner) in list.iter().enumerate().take_while(|_| !items.is_empty()) {
                properties(inner, &items, &child(pointer, &index.to_string()), purpose, faults);
            }
        }
        _ => {}
    }
}

fn unknown(name: &str, shape: &Shape<'_>, pointer: &str, place: &str, purpose: Purpose) -> Option<Fault> {
    if purpose == Purpose::Answer || shape.speaks_of_other_properties() {
        return None;
    }
    let stated_at = shape.first_properties()?;
    let guess = did_you_mean(name, shape.names());
    let message = format!("{} has no property {}{guess}", subject(pointer), subject(place));
    Some(Fault { pointer: place.to_owned(), rule: "unknown-property".to_owned(), stated_at, message })
}

fn unsent(place: String, stated_at: String, purpose: Purpose) -> Fault {
    let (rule, sender) = match purpose {
        Purpose::Answer => ("write-only", "client"),
        Purpose::Request | Purpose::Form => ("read-only", "service"),
    };
    let message = format!("{} is sent by the {sender} only", subject(&place));
    Fault { pointer: place, rule: rule.to_owned(), stated_at, message }
}
