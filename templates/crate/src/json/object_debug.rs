//! `Debug` of objects: Rust names, no secrets.

use std::fmt;

use super::{Part, View};

/// What stands in the place of a secret.
pub(crate) const REDACTED: &str = "[redacted]";

/// Shows an object as `#[derive(Debug)]` would, with its secrets redacted and without an empty rest.
pub(crate) fn debug_object(object: &Part, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut outcome = Ok(());
    object.with_parts(&mut |schema, values, rest| {
        let mut names = schema.names();
        let mut shown = f.debug_struct(names.next().unwrap_or_default());
        for ((wire_name, value), name) in schema.fields.iter().zip(values).zip(names.by_ref()) {
            debug_property(&mut shown, name, *value, object.secret().contains(wire_name));
        }
        let mut entries = Vec::new();
        rest.each(&mut |name, value| entries.push((name, value)));
        if !entries.is_empty() {
            shown.field(names.next().unwrap_or_default(), &Entries(entries));
        }
        outcome = shown.finish();
    });
    outcome
}

/// Shows one field with its value.
pub(crate) fn debug_property(shown: &mut fmt::DebugStruct<'_, '_>, name: &str, value: &Part, is_secret: bool) {
    // That a secret was not set is no secret.
    if is_secret && !matches!(value.view(), View::Absent) {
        shown.field(name, &format_args!("{REDACTED}"));
    } else {
        shown.field(name, &value);
    }
}

struct Entries<'a>(Vec<(&'a str, &'a Part)>);

impl fmt::Debug for Entries<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.0.iter().copied()).finish()
    }
}
