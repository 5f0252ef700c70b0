//! Null where a document has none, which is read as nothing.

use serde_json::Value;

/// Takes the members away that were sent as null, from what was read as well if they came to nothing there.
pub(crate) fn drop_nulls(sent: &mut Value, read: &mut Value) {
    match (sent, read) {
        (Value::Object(sent), Value::Object(read)) => {
            let nulls: Vec<String> = sent.iter().filter(|(_, it)| it.is_null()).map(|(name, _)| name.clone()).collect();
            for name in nulls {
                if read.get(&name).is_none_or(is_nothing) {
                    sent.remove(&name);
                    read.remove(&name);
                }
            }
            for (name, value) in sent {
                if let Some(read) = read.get_mut(name) {
                    drop_nulls(value, read);
                }
            }
        }
        (Value::Array(sent), Value::Array(read)) => {
            sent.iter_mut().zip(read).for_each(|(sent, read)| drop_nulls(sent, read));
        }
        _ => {}
    }
}

/// The empty value of some type, as a required property has it when null was sent.
fn is_nothing(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::Bool(true) => false,
        Value::Number(number) => number.as_f64() == Some(0.0),
        Value::String(text) => text.is_empty(),
        Value::Array(list) => list.is_empty(),
        Value::Object(members) => members.values().all(is_nothing),
    }
}
