//! Merge keys (`<<`), by which a mapping of YAML takes over the entries of another.

use serde_yaml::{Error, Value};

/// Puts what stands under each `<<` into the mapping around it, whose own entries win.
///
/// The innermost come first: what is merged may have merged something itself, and the library looks at that once only.
pub(super) fn merge(value: &mut Value) -> Result<(), Error> {
    match value {
        Value::Mapping(mapping) => {
            let has_merge = mapping.contains_key("<<");
            mapping.values_mut().try_for_each(merge)?;
            if has_merge { value.apply_merge() } else { Ok(()) }
        }
        Value::Sequence(elements) => elements.iter_mut().try_for_each(merge),
        Value::Tagged(tagged) => merge(&mut tagged.value),
        _ => Ok(()),
    }
}
