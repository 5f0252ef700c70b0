//! `Debug` of objects: Rust names, no secrets.

use std::fmt;

use super::{Field, Part, View};

/// What stands in the place of a secret.
pub(crate) const REDACTED: &str = "[redacted]";

/// Shows an object as `#[derive(Debug)]` would, with its secrets redacted and without an empty rest.
pub(crate) fn debug_object(object: &Part, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut outcome = Ok(());
    object.parts(&mut |schema, values, rest| {
        let mut shown = f.debug_struct(schema.name);
        debug_properties(&mut shown, schema.fields.iter().zip(values.iter().copied()));
        let mut entries = Vec::new();
        rest.each(&mut |name, value| entries.push((name, value)));
        if !entries.is_empty() {
            shown.field(bare(schema.rest), &Entries(entries));
        }
        outcome = shown.finish();
    });
    outcome
}

/// Shows fields with their values.
pub(crate) fn debug_properties<'a>(
    shown: &mut fmt::DebugStruct<'_, '_>,
    properties: impl Iterator<Item = (&'a Field, &'a Part)>,
) {
    for (field, value) in properties {
        // That a secret was not set is no secret.
        if field.is_secret && !matches!(value.view(), View::Absent) {
            shown.field(bare(field.name), &format_args!("{REDACTED}"));
        } else {
            shown.field(bare(field.name), &value);
        }
    }
}

/// A field's name as `#[derive(Debug)]` shows it.
fn bare(name: &str) -> &str {
    name.strip_prefix("r#").unwrap_or(name)
}

struct Entries<'a>(Vec<(&'a str, &'a Part)>);

impl fmt::Debug for Entries<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.0.iter().copied()).finish()
    }
}
