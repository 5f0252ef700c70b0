//! Percent-encoding (RFC 3986): everything but the unreserved characters.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, PercentEncode, utf8_percent_encode};

const VALUE: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Brackets stay as they are in names: `name[]=a` is how services know a list.
const NAME: &AsciiSet = &VALUE.remove(b'[').remove(b']');

/// A path segment, or a value in a query.
pub(crate) fn escape(text: &str) -> PercentEncode<'_> {
    utf8_percent_encode(text, VALUE)
}

/// A name in a query.
pub(crate) fn escape_name(text: &str) -> PercentEncode<'_> {
    utf8_percent_encode(text, NAME)
}
