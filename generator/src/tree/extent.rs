//! How large a tree is.

use serde_yaml::Value;

/// How much there is in a tree, and how deep it goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Extent {
    /// Values, the tree itself included.
    pub(crate) nodes: usize,
    /// Collections in collections; a text has none.
    pub(crate) levels: usize,
}

impl Extent {
    pub(crate) fn of(value: &Value) -> Self {
        match value {
            Value::Sequence(elements) => Self::around(elements.iter()),
            Value::Mapping(mapping) => Self::around(mapping.values()),
            Value::Tagged(tagged) => Self::of(&tagged.value),
            _ => Self { nodes: 1, levels: 0 },
        }
    }

    fn around<'a>(values: impl Iterator<Item = &'a Value>) -> Self {
        values.map(Self::of).fold(Self { nodes: 1, levels: 1 }, |all, part| Self {
            nodes: all.nodes + part.nodes,
            levels: all.levels.max(part.levels + 1),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Extent, Value};

    #[test]
    fn counts_values_and_levels() {
        let value: Value = serde_yaml::from_str("{a: [1, {b: 2}], c: x}").expect("it is YAML");
        assert_eq!(Extent::of(&value), Extent { nodes: 6, levels: 3 });
    }
}
