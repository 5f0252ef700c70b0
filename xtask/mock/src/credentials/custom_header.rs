//! The service's own headers, which have a prefix for each of its two names.

use http::HeaderMap;

/// The prefixes, newest name first.
pub(super) const PREFIXES: [&str; 2] = ["x-genauth-", "x-authing-"];

/// The header `x-genauth-{name}`, or else `x-authing-{name}`: its full name and its value.
pub(super) fn find<'a>(headers: &'a HeaderMap, name: &str) -> Option<(String, &'a str)> {
    PREFIXES.iter().find_map(|prefix| {
        let name = format!("{prefix}{name}");
        let value = headers.get(&name)?.to_str().ok()?;
        Some((name, value))
    })
}
