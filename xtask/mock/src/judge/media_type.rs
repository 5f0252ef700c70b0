//! Media types and ranges of them (RFC 9110, sections 8.3.1 and 12.5.1).

use crate::document::MediaType;

/// A media type without its parameters, in lower case.
pub(super) fn essence(written: &str) -> String {
    written.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}

/// The described media type that fits best: the type itself before a range of it.
pub(super) fn described<'a>(content: &'a [MediaType], sent: &str) -> Option<&'a MediaType> {
    let sent = essence(sent);
    let exact = content.iter().find(|described| essence(&described.name) == sent);
    let mut ranges: Vec<&MediaType> =
        content.iter().filter(|described| fits(&essence(&described.name), &sent)).collect();
    ranges.sort_by_key(|described| described.name.matches('*').count());
    exact.or_else(|| ranges.first().copied())
}

/// Whether a media type lies in a range, such as `image/*`, `application/*+json` or `*/*`.
pub(super) fn fits(range: &str, sent: &str) -> bool {
    match range.split_once('*') {
        Some((before, after)) if range != "*/*" => sent.starts_with(before) && sent.ends_with(after),
        Some(_) => sent.contains('/'),
        None => range == sent,
    }
}

/// What a body is, by its media type.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Kind {
    /// JSON, also as the base of another format (RFC 6839, section 3.1).
    Json,
    /// `application/x-www-form-urlencoded`.
    Form,
    /// `multipart/form-data`.
    Multipart,
    /// Text.
    Text,
    /// Anything else.
    Bytes,
}

impl Kind {
    pub(super) fn of(media_type: &str) -> Kind {
        match essence(media_type).as_str() {
            "application/x-www-form-urlencoded" => Kind::Form,
            "multipart/form-data" => Kind::Multipart,
            name if name.ends_with("/json") || name.ends_with("+json") => Kind::Json,
            name if name.starts_with("text/") => Kind::Text,
            _ => Kind::Bytes,
        }
    }
}
