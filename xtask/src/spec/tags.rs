//! The vendor's tags in our words.
//!
//! A vendor's tag is a label in the vendor's language, and ours is the name of an area. Which belongs to which is seen from the
//! operations that both documents have.

use std::collections::{BTreeMap, HashSet};

use serde_yaml::{Mapping, Value};

/// Our name for each tag of the vendor's: the one that most of its operations have.
pub(crate) struct Areas(BTreeMap<String, String>);

impl Areas {
    /// Learns from the vendor's document as it was last pulled, and from ours.
    pub(crate) fn learn(base: &Value, ours: &Value) -> Self {
        let mut counts: BTreeMap<(String, String), usize> = BTreeMap::new();
        for (path, method, operation) in operations(base) {
            let same = ours.get("paths").and_then(|paths| paths.get(path)?.get(method));
            if let (Some(theirs), Some(ours)) = (first_tag(operation), same.and_then(first_tag)) {
                *counts.entry((theirs.to_owned(), ours.to_owned())).or_default() += 1;
            }
        }
        let mut most: BTreeMap<String, (usize, String)> = BTreeMap::new();
        for ((theirs, ours), count) in counts {
            let best = most.entry(theirs).or_default();
            if count > best.0 {
                *best = (count, ours);
            }
        }
        Self(most.into_iter().map(|(theirs, (_, ours))| (theirs, ours)).collect())
    }

    /// Names the operations' tags by our words, each once; a tag without one stays as it is.
    pub(crate) fn rename(&self, document: &mut Value) {
        let paths = document.get_mut("paths").and_then(Value::as_mapping_mut);
        let items = paths.into_iter().flat_map(Mapping::values_mut).filter_map(Value::as_mapping_mut);
        for tags in items.flat_map(Mapping::values_mut).filter_map(|operation| operation.get_mut("tags")) {
            let Some(list) = tags.as_sequence_mut() else { continue };
            let mut named: Vec<Value> = Vec::with_capacity(list.len());
            for tag in list.iter() {
                let name = tag
                    .as_str()
                    .and_then(|tag| self.0.get(tag))
                    .map_or_else(|| tag.clone(), |name| name.as_str().into());
                if !named.contains(&name) {
                    named.push(name);
                }
            }
            *list = named;
        }
    }
}

/// Adds to the document's list of tags, if it has one, those of operations that no operation of `before` has; says which.
pub(crate) fn declare(document: &mut Value, before: &Value) -> Vec<String> {
    let known: HashSet<&str> = operations(before).flat_map(|(_, _, operation)| tags(operation)).collect();
    let declared = |document: &Value, name: &str| {
        let list = document.get("tags").and_then(Value::as_sequence).map_or(&[][..], Vec::as_slice);
        list.iter().any(|tag| tag.get("name").and_then(Value::as_str) == Some(name))
    };
    let mut new: Vec<String> = Vec::new();
    for (_, _, operation) in operations(document) {
        for tag in tags(operation) {
            if !known.contains(tag) && !declared(document, tag) && !new.iter().any(|known| known == tag) {
                new.push(tag.to_owned());
            }
        }
    }
    if let Some(list) = document.get_mut("tags").and_then(Value::as_sequence_mut) {
        list.extend(new.iter().map(|name| Value::Mapping(Mapping::from_iter([("name".into(), name.as_str().into())]))));
    }
    new
}

fn operations(document: &Value) -> impl Iterator<Item = (&Value, &Value, &Value)> {
    let paths = document.get("paths").and_then(Value::as_mapping);
    paths.into_iter().flatten().flat_map(|(path, item)| {
        item.as_mapping().into_iter().flatten().map(move |(method, operation)| (path, method, operation))
    })
}

fn tags(operation: &Value) -> impl Iterator<Item = &str> {
    operation.get("tags").and_then(Value::as_sequence).into_iter().flatten().filter_map(Value::as_str)
}

fn first_tag(operation: &Value) -> Option<&str> {
    tags(operation).next()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spec::text::block;

    #[test]
    fn tags_are_named_as_most_of_their_operations_are() -> Result<(), serde_yaml::Error> {
        let base = "paths: {/a: {get: {tags: [甲]}}, /b: {get: {tags: [甲]}}, /c: {get: {tags: [甲]}}}";
        let ours = "paths: {/a: {get: {tags: [Users]}}, /b: {get: {tags: [Roles]}}, /c: {get: {tags: [Users]}}}\ntags: [{name: Users}]";
        let (base, mut ours): (Value, Value) = (serde_yaml::from_str(base)?, serde_yaml::from_str(ours)?);
        let mut theirs = serde_yaml::from_str("paths: {/d: {get: {tags: [甲]}}, /e: {get: {tags: [乙]}}}")?;
        Areas::learn(&base, &ours).rename(&mut theirs);
        insta::assert_snapshot!(block(&theirs), @"
        paths:
          /d:
            get:
              tags:
                - Users
          /e:
            get:
              tags:
                - 乙
        ");
        let before = serde_yaml::from_str("paths: {/a: {get: {tags: [Users]}}}")?;
        assert_eq!(declare(&mut ours, &before), ["Roles"]);
        insta::assert_snapshot!(block(ours.get("tags").unwrap_or(&Value::Null)), @"
        - name: Users
        - name: Roles
        ");
        Ok(())
    }
}
