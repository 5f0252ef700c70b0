//! What a handler comes to, and how it reads what it was given.
//!
//! A strict mock has refused a request that lacks something before a handler sees it, a lenient one has not.

use serde_json::{Map, Value, json};

use crate::answer::Failure;
use crate::call::Reply;

/// The envelope's payload, or the service's refusal.
pub(crate) type Outcome = Result<Value, Failure>;

/// An outcome as a reply.
pub(crate) fn reply(outcome: Outcome) -> Reply {
    outcome.map_or_else(Reply::Failure, Reply::Data)
}

/// The payload of operations that only say that they were done.
pub(crate) fn success() -> Outcome {
    Ok(json!({"success": true}))
}

/// A value that must be given.
pub(crate) fn required<T>(value: Option<T>, name: &str) -> Result<T, Failure> {
    value.ok_or_else(|| Failure::plain(400, format!("{name} is missing")))
}

/// The properties of an object that were given a value; null says nothing.
pub(crate) fn given(object: &Value) -> Map<String, Value> {
    let properties = object.as_object().into_iter().flatten().filter(|(_, value)| !value.is_null());
    properties.map(|(name, value)| (name.clone(), value.clone())).collect()
}

/// The elements of a list; none when it is no list.
pub(crate) fn items(list: &Value) -> &[Value] {
    list.as_array().map(Vec::as_slice).unwrap_or_default()
}

/// The texts of a list.
pub(crate) fn texts(list: &Value) -> impl Iterator<Item = &str> {
    items(list).iter().filter_map(Value::as_str)
}
