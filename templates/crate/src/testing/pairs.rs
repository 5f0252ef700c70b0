//! Pairs of a query or a form.

use super::sent::decoded;

/// The pairs in their order, without escapes (WHATWG URL, `application/x-www-form-urlencoded`).
pub(super) fn pairs(text: &str) -> Vec<(String, String)> {
    let part = |text: &str| decoded(&text.replace('+', " "));
    let pairs = text.split('&').filter(|pair| !pair.is_empty());
    pairs
        .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
        .map(|(name, value)| (part(name), part(value)))
        .collect()
}
