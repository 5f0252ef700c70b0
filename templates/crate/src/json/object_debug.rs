//! `Debug` of objects: Rust names, no secrets.

use std::fmt;

use super::{Field, Json, Object, View};

/// What stands in the place of a secret.
pub(crate) const REDACTED: &str = "[redacted]";

/// Shows an object as `#[derive(Debug)]` would, with its secrets redacted and without an empty rest.
pub(crate) fn debug_object(object: &dyn Object, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let schema = object.schema();
    let (values, rest) = object.parts();
    let mut shown = f.debug_struct(schema.name);
    debug_properties(&mut shown, schema.fields.iter().zip(values));
    let mut rest = rest.entries().peekable();
    if rest.peek().is_some() {
        shown.field(bare(schema.rest), &Entries(rest.collect()));
    }
    shown.finish()
}

/// Shows fields with their values.
pub(crate) fn debug_properties<'a>(
    shown: &mut fmt::DebugStruct<'_, '_>,
    properties: impl Iterator<Item = (&'a Field, &'a dyn Json)>,
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

struct Entries<'a>(Vec<(&'a str, &'a dyn Json)>);

impl fmt::Debug for Entries<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.0.iter().copied()).finish()
    }
}
