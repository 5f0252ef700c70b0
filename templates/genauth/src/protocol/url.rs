//! Addresses for a user's browser.

use crate::http::escape;

/// An address with a query of these pairs, each part escaped (RFC 3986). Without pairs it stays as it is.
pub(super) fn with_query(mut url: String, pairs: &[(&str, &str)]) -> String {
    for (index, (name, value)) in pairs.iter().enumerate() {
        let separator = if index == 0 { '?' } else { '&' };
        url.push_str(&format!("{separator}{}={}", escape(name), escape(value)));
    }
    url
}
