//! What a request gives. An operation takes all its values in one place, so nobody has to know which one it is.

use serde_json::{Map, Value};

use crate::answer::Failure;
use crate::call::Call;

/// A value of the query or of the body.
pub(crate) fn value<'a>(call: &'a Call<'_>, name: &str) -> Option<&'a Value> {
    call.query.get(name).or_else(|| call.body.get(name)).filter(|value| !value.is_null())
}

/// A text that may be left out.
pub(crate) fn optional<'a>(call: &'a Call<'_>, name: &str) -> Option<&'a str> {
    value(call, name).and_then(Value::as_str)
}

/// A text that must be there. The judge asks for it too, but a lenient mock gets here without it.
pub(crate) fn text<'a>(call: &'a Call<'_>, name: &str) -> Result<&'a str, Failure> {
    let missing = || Failure::plain(400, format!("{name} must be given, and must not be empty"));
    optional(call, name).filter(|text| !text.is_empty()).ok_or_else(missing)
}

/// A flag; one that is left out is down.
pub(crate) fn flag(call: &Call<'_>, name: &str) -> bool {
    value(call, name).and_then(Value::as_bool).unwrap_or_default()
}

/// A list of texts; one that is left out is empty.
pub(crate) fn texts<'a>(call: &'a Call<'_>, name: &str) -> Vec<&'a str> {
    value(call, name).map(texts_of).unwrap_or_default()
}

/// The texts of a JSON list.
pub(crate) fn texts_of(list: &Value) -> Vec<&str> {
    elements(list).iter().filter_map(Value::as_str).collect()
}

/// The elements of a JSON list.
pub(crate) fn elements(list: &Value) -> &[Value] {
    list.as_array().map(Vec::as_slice).unwrap_or_default()
}

/// Those of the named properties that an object has, to be kept as they came.
pub(crate) fn properties(object: &Value, names: &[&str]) -> Map<String, Value> {
    let given = names.iter().filter_map(|name| Some((*name, object.get(name).filter(|value| !value.is_null())?)));
    given.map(|(name, value)| (name.to_owned(), value.clone())).collect()
}

/// Whether one of the named texts of an object contains the keywords; case does not matter.
pub(crate) fn mentions(object: &Map<String, Value>, names: &[&str], keywords: &str) -> bool {
    let keywords = keywords.to_lowercase();
    let texts = names.iter().filter_map(|name| object.get(*name).and_then(Value::as_str));
    texts.map(str::to_lowercase).any(|text| text.contains(&keywords))
}
