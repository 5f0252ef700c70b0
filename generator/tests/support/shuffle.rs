//! Documents that say the same in another order.

use serde_yaml::{Mapping, Value};

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

/// The same numbers on every machine (SplitMix64).
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        let mixed = mixed ^ (mixed >> 31);
        usize::try_from(mixed % u64::try_from(bound).expect("a length fits")).expect("it is below a length")
    }
}
