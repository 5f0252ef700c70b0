//! Whether an operation may be sent again when no answer came.

use super::area::Found;
use super::context::Lowering;
use crate::model::Ident;
use crate::settings::Entry;

/// Decides by the HTTP method, and by the settings, which alone know that a POST only reads.
pub(super) fn is_repeatable(lowering: &mut Lowering<'_>, found: &Found<'_>, name: &Ident) -> bool {
    let settings = lowering.settings;
    let rules = &settings.retries.reads;
    let id = found.raw.operation_id.as_ref();
    let is_idempotent = found.method.is_idempotent();
    // An entry that changes nothing is not used, and reported as such.
    let prefix = rules.prefixes.iter().find(|prefix| !is_idempotent && begins_with(name, prefix));
    let also = rules.also.iter().find(|also| !is_idempotent && prefix.is_none() && Some(*also) == id);
    let reads = is_idempotent || prefix.is_some() || also.is_some();
    let except = rules.except.iter().find(|except| reads && Some(*except) == id);
    for (entry, used) in [(Entry::ReadPrefix, prefix), (Entry::Read, also), (Entry::NoRead, except)] {
        lowering.note_used(entry, used.map(String::as_str));
    }
    reads && except.is_none()
}

/// Whether a method's name begins with a word: `get_user` with `get`, and `getaway` not.
fn begins_with(name: &Ident, word: &str) -> bool {
    name.plain().strip_prefix(word).is_some_and(|rest| rest.is_empty() || rest.starts_with('_'))
}
