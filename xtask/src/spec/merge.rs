//! What the vendor changed, brought into our document: a merge of three trees.
//!
//! `base` is what the vendor said when it was last pulled, `theirs` what the vendor says now, `ours` our document, which differs
//! from `base` by corrections and additions. What the vendor did not change stays ours. What only the vendor changed is taken.
//! Where both changed the same thing, ours stays, and the place is told.

mod change;

use std::collections::{HashMap, HashSet};

use generator::source::{Pointer, Token};
use serde_yaml::{Mapping, Value};

pub(crate) use change::{Change, Kind};

use super::identity::{self, Identity};

/// Our document with what the vendor changed, and what that was.
pub(crate) struct Merged {
    pub(crate) document: Value,
    pub(crate) changes: Vec<Change>,
}

/// Merges three documents.
pub(crate) fn merge(base: &Value, theirs: &Value, ours: &Value) -> Merged {
    let mut run = Run { changes: Vec::new() };
    let document = run.value(&Pointer::root(), Some(base), Some(theirs), Some(ours));
    Merged { document: document.unwrap_or_default(), changes: run.changes }
}

struct Run {
    changes: Vec<Change>,
}

impl Run {
    /// One node; `None` is for what is not there.
    fn value(
        &mut self,
        at: &Pointer,
        base: Option<&Value>,
        theirs: Option<&Value>,
        ours: Option<&Value>,
    ) -> Option<Value> {
        if theirs == base || theirs == ours {
            return ours.cloned();
        }
        match (base, theirs, ours) {
            // A map of things that have names may have some that are ours alone.
            (Some(Value::Mapping(base)), None, Some(Value::Mapping(ours))) if may_have_ours(at, base, ours) => {
                let left = self.mapping(at, base, &Mapping::new(), ours);
                (!left.is_empty()).then_some(Value::Mapping(left))
            }
            // What the vendor took away is gone, with all that was corrected in it.
            (base, None, Some(ours)) => {
                self.tell(at, Kind::Removed, [base, Some(ours), None]);
                None
            }
            (None, Some(theirs), None) => {
                self.tell(at, Kind::Added, [None, None, Some(theirs)]);
                Some(theirs.clone())
            }
            (_, Some(Value::Mapping(theirs)), Some(Value::Mapping(ours))) => {
                let empty = Mapping::new();
                let base = base.and_then(Value::as_mapping).unwrap_or(&empty);
                Some(Value::Mapping(self.mapping(at, base, theirs, ours)))
            }
            (_, Some(Value::Sequence(theirs)), Some(Value::Sequence(ours))) => {
                let base = base.and_then(Value::as_sequence).map_or(&[][..], Vec::as_slice);
                Some(self.list(at, base, theirs, ours))
            }
            (Some(base), Some(theirs), Some(ours)) if base == ours => {
                self.tell(at, Kind::Changed, [Some(base), Some(ours), Some(theirs)]);
                Some(theirs.clone())
            }
            (base, theirs, ours) => {
                self.tell(at, Kind::Kept, [base, ours, theirs]);
                ours.cloned()
            }
        }
    }

    fn mapping(&mut self, at: &Pointer, base: &Mapping, theirs: &Mapping, ours: &Mapping) -> Mapping {
        // Something new stands where the vendor has it: behind what it follows there.
        let mut new: HashMap<Option<&Value>, Vec<(Value, Value)>> = HashMap::new();
        let mut before = None;
        for (key, value) in theirs {
            if ours.contains_key(key) {
                before = Some(key);
            } else if let Some(value) = self.value(&child(at, key), base.get(key), Some(value), None) {
                new.entry(before).or_default().push((key.clone(), value));
            }
        }
        let mut merged = Mapping::with_capacity(ours.len());
        for (key, value) in ours {
            let value = self.value(&child(at, key), base.get(key), theirs.get(key), Some(value));
            merged.extend(value.map(|value| (key.clone(), value)));
            merged.extend(new.remove(&Some(key)).into_iter().flatten());
        }
        merged.extend(new.remove(&None).into_iter().flatten());
        merged
    }

    /// A list is merged by the names of its elements. Without names it is one thing.
    fn list(&mut self, at: &Pointer, base: &[Value], theirs: &[Value], ours: &[Value]) -> Value {
        let named = |list: &[Value]| {
            let names = identity::of_all(list)?;
            Some(names.into_iter().zip(list.iter().cloned()).collect::<Vec<_>>())
        };
        let (Some(base_named), Some(theirs_named), Some(ours_named)) = (named(base), named(theirs), named(ours)) else {
            let is_ours = base != ours;
            let kind = if is_ours { Kind::Kept } else { Kind::Changed };
            let (ours, theirs) = (Value::Sequence(ours.to_vec()), Value::Sequence(theirs.to_vec()));
            self.tell(at, kind, [None, Some(&ours), Some(&theirs)]);
            return if is_ours { ours } else { theirs };
        };
        let base: HashMap<Identity, Value> = base_named.into_iter().collect();
        let theirs_by_name: HashMap<Identity, Value> = theirs_named.iter().cloned().collect();
        let mut merged = Vec::new();
        let mut known = HashSet::new();
        for (index, (name, value)) in ours_named.into_iter().enumerate() {
            merged.extend(self.value(&at.index(index), base.get(&name), theirs_by_name.get(&name), Some(&value)));
            known.insert(name);
        }
        for (index, (name, value)) in theirs_named.into_iter().enumerate() {
            if !known.contains(&name) {
                merged.extend(self.value(&at.index(index), base.get(&name), Some(&value), None));
            }
        }
        Value::Sequence(merged)
    }

    fn tell(&mut self, at: &Pointer, kind: Kind, [base, ours, theirs]: [Option<&Value>; 3]) {
        let [base, ours, theirs] = [base, ours, theirs].map(|value| value.cloned());
        self.changes.push(Change { at: at.clone(), kind, base, ours, theirs });
    }
}

/// Whether it is `paths`, `components` or one of its maps, or a path with a method that is ours alone.
fn may_have_ours(at: &Pointer, base: &Mapping, ours: &Mapping) -> bool {
    match at.tokens().as_slice() {
        [Token::Key(first)] => ["paths", "components"].contains(&first.as_ref()),
        [Token::Key(first), Token::Key(_)] if first.as_ref() == "paths" => {
            ours.keys().any(|key| !base.contains_key(key))
        }
        [Token::Key(first), Token::Key(_)] => first.as_ref() == "components",
        _ => false,
    }
}

fn child(at: &Pointer, key: &Value) -> Pointer {
    at.child(key.as_str().unwrap_or("?"))
}

#[cfg(test)]
mod tests {
    use anyhow::Result;

    use super::*;
    use crate::spec::text::block;

    /// The merged document, and under `---` what is told of it.
    fn merged(base: &str, theirs: &str, ours: &str) -> Result<String> {
        let read = |text| serde_yaml::from_str::<Value>(text);
        let Merged { document, changes } = merge(&read(base)?, &read(theirs)?, &read(ours)?);
        let changes: String = changes.iter().map(|change| format!("{change}\n")).collect();
        Ok(format!("{}---\n{changes}", block(&document)))
    }

    #[test]
    fn without_a_change_ours_stays() -> Result<()> {
        let ours = "{b: {type: array}, a: 1, extra: 2}";
        insta::assert_snapshot!(merged("{a: 1, b: {type: string}}", "{b: {type: string}, a: 1}", ours)?, @"
        b:
          type: array
        a: 1
        extra: 2
        ---
        ");
        Ok(())
    }

    #[test]
    fn what_only_the_vendor_changed_is_taken() -> Result<()> {
        let base = "{type: string, maxLength: 5, enum: [a, b], required: [x], gone: {y: 1}}";
        let theirs = "{type: integer, maxLength: 5, new: 1, enum: [a, c], required: [x, z]}";
        let ours = "{type: string, maxLength: 5, enum: [a, b], required: [x, ours], gone: {y: 2}, extra: 1}";
        insta::assert_snapshot!(merged(base, theirs, ours)?, @"
        type: integer
        maxLength: 5
        new: 1
        enum:
          - a
          - c
        required:
          - x
          - ours
          - z
        extra: 1
        ---
        + /new: `1`
        ~ /type: `string` becomes `integer`
        - /enum/1: `b`
        + /enum/1: `c`
        + /required/1: `z`
        - /gone
        ");
        Ok(())
    }

    #[test]
    fn what_is_gone_takes_along_what_was_corrected_in_it_and_nothing_else() -> Result<()> {
        let base = "{paths: {/a: {get: {x: 1}}, /b: {get: {x: 1}}}, components: {schemas: {A: {x: 1}}}}";
        let ours = "{paths: {/a: {get: {x: 2, y: 1}, post: {mine: 1}}, /b: {get: {x: 1}}}, components: {schemas: {A: {x: 1}, Mine: {}}}}";
        insta::assert_snapshot!(merged(base, "{paths: {}}", ours)?, @"
        paths:
          /a:
            post:
              mine: 1
        components:
          schemas:
            Mine: {}
        ---
        - /paths/~1a/get
        - /paths/~1b
        - /components/schemas/A
        ");
        Ok(())
    }

    #[test]
    fn what_both_changed_stays_ours_and_is_told() -> Result<()> {
        let base = "{type: string, security: [{a: []}, {b: []}], example: 1}";
        let theirs = "{type: number, security: [{a: []}], example: 2}";
        let ours = "{type: integer, security: [{a: [], b: []}]}";
        insta::assert_snapshot!(merged(base, theirs, ours)?, @"
        type: integer
        security:
          - a: []
            b: []
        ---
        ! /example: nothing is ours, the vendor now has `2`
        ! /type: `integer` is ours, the vendor now has `number`
        ! /security: a list of 1 is ours, the vendor now has a list of 1
        ");
        Ok(())
    }

    #[test]
    fn what_the_vendor_describes_later_than_we_did_is_merged() -> Result<()> {
        let theirs = "{p: {in: query, schema: {type: string}}, q: {name: x}}";
        insta::assert_snapshot!(merged("{}", theirs, "{p: {in: query, schema: {type: integer}, x-since: '2025'}}")?, @"
        p:
          in: query
          schema:
            type: integer
          x-since: '2025'
        q:
          name: x
        ---
        + /q
        ! /p/schema/type: `integer` is ours, the vendor now has `string`
        ");
        Ok(())
    }
}
