//! Credentials that are written as alternatives and needed together.

use serde_yaml::{Mapping, Value};

/// Makes one requirement of all alternatives, for the document and each operation.
pub(super) fn join(document: &mut Value) {
    join_in(document);
    let paths = document.get_mut("paths").and_then(Value::as_mapping_mut);
    let items = paths.into_iter().flat_map(Mapping::values_mut).filter_map(Value::as_mapping_mut);
    items.flat_map(Mapping::values_mut).for_each(join_in);
}

fn join_in(holder: &mut Value) {
    let Some(Value::Sequence(list)) = holder.get_mut("security") else { return };
    if list.len() > 1 && list.iter().all(Value::is_mapping) {
        let all: Mapping = list.drain(..).filter_map(|one| one.as_mapping().cloned()).flatten().collect();
        list.push(Value::Mapping(all));
    }
}
