//! Any other API: whether what the security schemes ask for is there (OpenAPI 3.0.4, section 4.7.27).

use http::HeaderMap;
use http::header::{AUTHORIZATION, COOKIE};
use serde_json::Value;

use super::Presented;
use super::objection::objection;
use crate::document::{Document, Operation};
use crate::judge::Violation;

/// What is missing. One alternative that is met is enough; else the first one counts.
pub(super) fn check(document: &Document, operation: &Operation, presented: Presented<'_>) -> Vec<Violation> {
    let mut first = None;
    for alternative in &operation.security {
        let missing: Vec<Violation> =
            alternative.iter().filter_map(|name| missing(document, operation, name, presented)).collect();
        if missing.is_empty() {
            return missing;
        }
        first.get_or_insert(missing);
    }
    first.unwrap_or_default()
}

fn missing(document: &Document, operation: &Operation, name: &str, presented: Presented<'_>) -> Option<Violation> {
    let scheme = document.root.get("components")?.get("securitySchemes")?.get(name)?;
    let text = |key: &str| scheme.get(key).and_then(Value::as_str).unwrap_or_default();
    let (place, is_there) = match (text("type"), text("in")) {
        ("apiKey", "query") => (text("name"), has_query(presented.query, text("name"))),
        ("apiKey", "cookie") => ("cookie", has_cookie(presented.headers, text("name"))),
        ("apiKey", _) => (text("name"), presented.headers.contains_key(text("name"))),
        ("http", _) => ("authorization", has_scheme(presented.headers, text("scheme"))),
        // OAuth 2.0 and OpenID Connect end in a bearer token (RFC 6750, section 2.1).
        _ => ("authorization", has_scheme(presented.headers, "bearer")),
    };
    if is_there {
        return None;
    }
    let mut violation = objection(place, "security", format!("the security scheme {name} is not met"), None);
    violation.stated_at = format!("{}/security", operation.pointer);
    Some(violation)
}

fn has_query(query: Option<&str>, name: &str) -> bool {
    form_urlencoded::parse(query.unwrap_or_default().as_bytes()).any(|(key, _)| key == name)
}

fn has_cookie(headers: &HeaderMap, name: &str) -> bool {
    let texts = headers.get_all(COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut pairs = texts.flat_map(|text| text.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.any(|(key, _)| key == name)
}

fn has_scheme(headers: &HeaderMap, scheme: &str) -> bool {
    let text = headers.get(AUTHORIZATION).and_then(|value| value.to_str().ok());
    text.and_then(|text| text.split_once(' ')).is_some_and(|(found, _)| found.eq_ignore_ascii_case(scheme))
}
