//! What makes an element of a list the same one in another version of the list.

use std::collections::HashSet;

use serde_yaml::Value;

/// The name of an element: itself if it is a scalar, or what it refers to, or what it is called.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub(crate) struct Identity(String);

/// The name of an element, if it has one.
pub(crate) fn of(element: &Value) -> Option<Identity> {
    let text = |key: &str| element.get(key).and_then(Value::as_str);
    let name = match element {
        Value::String(text) => format!("text {text}"),
        Value::Number(number) => format!("number {number}"),
        Value::Bool(flag) => format!("flag {flag}"),
        Value::Mapping(_) => match (text("$ref"), text("name")) {
            (Some(reference), _) => format!("reference {reference}"),
            (None, Some(name)) => format!("{} named {name}", text("in").unwrap_or_default()),
            (None, None) => return None,
        },
        _ => return None,
    };
    Some(Identity(name))
}

/// The names of all elements, if each has one of its own.
pub(crate) fn of_all(list: &[Value]) -> Option<Vec<Identity>> {
    let names: Vec<Identity> = list.iter().map(of).collect::<Option<_>>()?;
    let different: HashSet<&Identity> = names.iter().collect();
    (different.len() == names.len()).then_some(names)
}
