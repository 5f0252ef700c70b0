//! Documents that say the same in another order.

#[path = "random.rs"]
mod random;

use serde_yaml::{Mapping, Value};

use random::Random;

/// The document with every map in another order; lists, whose order has a meaning, stay as they are.
pub(crate) fn shuffled(document: &str, seed: u64) -> String {
    let value: Value = serde_yaml::from_str(document).expect("the document is YAML");
    let value = shuffle(value, &mut Random(seed));
    serde_yaml::to_string(&value).expect("what was read can be written")
}

fn shuffle(value: Value, random: &mut Random) -> Value {
    match value {
        Value::Mapping(mapping) => {
            let mut entries: Vec<(Value, Value)> =
                mapping.into_iter().map(|(key, value)| (key, shuffle(value, random))).collect();
            for last in (1..entries.len()).rev() {
                entries.swap(last, random.below(last + 1));
            }
            Value::Mapping(entries.into_iter().collect::<Mapping>())
        }
        Value::Sequence(values) => Value::Sequence(values.into_iter().map(|value| shuffle(value, random)).collect()),
        other => other,
    }
}
