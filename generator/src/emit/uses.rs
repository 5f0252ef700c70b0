//! Where a type is met, as a sentence.

use crate::model::{FULL, Ident, TypeDef, TypeTable};

/// How many places are named before the rest is counted.
const NAMED: usize = 3;

/// The sentences on a type's uses; and of one that no method leads to, the feature that brings it.
///
/// ```text
/// Sent by [`AuthenticationClient::delete_account`](crate::AuthenticationClient::delete_account).
/// ```
pub(super) fn sentence(types: &TypeTable, def: &TypeDef) -> String {
    let uses = &def.uses;
    let part_of: Vec<String> = uses
        .part_of
        .iter()
        .map(|&id| types.get(id).name.plain())
        .map(|name| format!("[`{name}`](super::{name})"))
        .collect();
    let full = def.features.iter().any(|feature| feature == FULL);
    let said = [
        full.then(|| format!("Needs the feature `{FULL}`: no method names it.")),
        listed("Sent by", &methods(&uses.sent_by), "operations"),
        listed("Answered by", &methods(&uses.answered_by), "operations"),
        listed("Part of", &part_of, "types"),
    ];
    said.into_iter().flatten().collect::<Vec<_>>().join("\n")
}

fn methods(methods: &[(Ident, Ident)]) -> Vec<String> {
    methods.iter().map(|(client, method)| format!("[`{client}::{0}`](crate::{client}::{0})", method.plain())).collect()
}

fn listed(verb: &str, places: &[String], many: &str) -> Option<String> {
    let (last, others) = places.split_last()?;
    if places.len() > NAMED + 1 {
        let named = places.iter().take(NAMED).cloned().collect::<Vec<_>>().join(", ");
        return Some(format!("{verb} {named} and {} other {many}.", places.len() - NAMED));
    }
    match others {
        [] => Some(format!("{verb} {last}.")),
        others => Some(format!("{verb} {} and {last}.", others.join(", "))),
    }
}
