//! Keys as JSON has them.

use serde_yaml::Value;

/// Makes a text of every key that YAML reads as a number or a flag (`200:`), and drops YAML tags (`!foo`). Whether all keys
/// are still different: `200` and `'200'` are two keys to YAML.
pub(crate) fn plain_keys(value: &mut Value) -> bool {
    while let Value::Tagged(tagged) = value {
        *value = std::mem::take(&mut tagged.value);
    }
    match value {
        Value::Sequence(elements) => elements.iter_mut().map(plain_keys).fold(true, |all, kept| all & kept),
        Value::Mapping(mapping) => {
            let count = mapping.len();
            if mapping.keys().any(|key| !key.is_string()) {
                *mapping = std::mem::take(mapping).into_iter().map(|(key, value)| (plain_key(key), value)).collect();
            }
            let kept = mapping.len() == count;
            mapping.values_mut().map(plain_keys).fold(kept, |all, kept| all & kept)
        }
        _ => true,
    }
}

fn plain_key(key: Value) -> Value {
    match key {
        Value::Null => Value::String("null".to_owned()),
        Value::Bool(flag) => Value::String(flag.to_string()),
        Value::Number(number) => Value::String(number.to_string()),
        Value::String(text) => Value::String(text),
        // No document of OpenAPI has a collection for a key; whatever name it gets is wrong in the same way.
        Value::Sequence(_) | Value::Mapping(_) | Value::Tagged(_) => Value::String("?".to_owned()),
    }
}
