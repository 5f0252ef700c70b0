//! What should no longer be used: the attribute that tells the compiler, and the words that tell a reader.

use super::docs;
use crate::model::{Deprecation, Object, Operation};

/// The attribute of an item; nothing for one that is as good as ever.
///
/// ```text
/// #[deprecated(since = "0.2.0", note = "use `list_users` instead")]
/// ```
pub(super) fn attribute(indent: &str, deprecation: Option<&Deprecation>) -> String {
    let Some(deprecation) = deprecation else { return String::new() };
    let since = deprecation.since.as_ref().map(|since| format!("since = {since:?}"));
    let note = deprecation.note.as_ref().map(|note| format!("note = {:?}", docs::line(note)));
    let said: Vec<String> = since.into_iter().chain(note).collect();
    if said.is_empty() { format!("{indent}#[deprecated]\n") } else { broken(indent, "#[deprecated(", &said, ")]") }
}

/// `Deprecated since 0.2.0: use something else.`, for texts.
pub(super) fn sentence(deprecation: &Deprecation) -> String {
    let since = deprecation.since.as_ref().map(|since| format!(" since {since}")).unwrap_or_default();
    match &deprecation.note {
        Some(note) => format!("Deprecated{since}: {}.", note.trim_end_matches('.')),
        None => format!("Deprecated{since}."),
    }
}

/// What lets the file of a type use the fields that it has itself.
pub(super) fn in_model<'a>(objects: impl IntoIterator<Item = &'a Object>) -> &'static str {
    let is_used = objects.into_iter().flat_map(|object| &object.fields).any(|field| field.deprecation.is_some());
    if is_used { EXPECTED } else { "" }
}

/// What lets the file of an area use the parameters that it has itself, and go through the pages of what it has itself.
pub(super) fn in_area(operations: &[&Operation]) -> &'static str {
    let is_used = operations.iter().any(|operation| {
        let streams = operation.pagination.as_ref().and_then(|it| it.streams.as_ref());
        let mut parameters = operation.parameters.iter().flat_map(|set| &set.parameters);
        operation.deprecation.is_some() && streams.is_some() || parameters.any(|it| it.deprecation.is_some())
    });
    if is_used { EXPECTED } else { "" }
}

const EXPECTED: &str = "#![expect(deprecated, reason = \"what should no longer be used is still written and read\")]\n";

/// An attribute, on one line or with a line for each part, as `prettyplease` breaks it.
fn broken(indent: &str, open: &str, parts: &[String], close: &str) -> String {
    let line = format!("{indent}{open}{}{close}\n", parts.join(", "));
    if line.len() <= super::rust::WIDTH + 1 {
        return line;
    }
    let parts: Vec<String> = parts.iter().map(|part| format!("{indent}    {part}")).collect();
    format!("{indent}{open}\n{}\n{indent}{close}\n", parts.join(",\n"))
}
