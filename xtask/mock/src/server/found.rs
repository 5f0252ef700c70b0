//! Which operation of which document a request means.

use http::request::Parts;
use serde_json::{Map, Value};

use super::Described;
use crate::credentials::Audience;
use crate::document::Operation;
use crate::judge::{Place, Violation};

/// The operation of a request with the path's variables, or what is wrong.
pub(super) fn find<'a>(
    described: &'a [Described],
    parts: &Parts,
) -> Result<(&'a Described, &'a Operation, Map<String, Value>), Violation> {
    let path = parts.uri.path();
    let mut found = described.iter().filter_map(|it| {
        let (operation, variables) = it.judge.document().find(&parts.method, path)?;
        Some((it, operation, variables))
    });
    let first = found.next();
    let second = found.next();
    match (first, second) {
        (Some(one), None) => Ok(one),
        (Some(one), Some(other)) => {
            Ok(if one.0.audience == Audience::of_request(&parts.headers) { one } else { other })
        }
        (None, _) => Err(unknown(described, parts)),
    }
}

fn unknown(described: &[Described], parts: &Parts) -> Violation {
    let path = parts.uri.path();
    let methods: Vec<String> =
        described.iter().flat_map(|it| it.judge.document().methods(path)).map(|method| method.to_string()).collect();
    let (place, rule, message) = if methods.is_empty() {
        (Place::Path, "unknown-path", format!("no operation has the path {path}"))
    } else {
        (Place::Method, "unknown-method", format!("{path} has no {}, but {}", parts.method, methods.join(", ")))
    };
    Violation {
        place,
        pointer: String::new(),
        rule: rule.to_owned(),
        stated_at: "/paths".to_owned(),
        message,
        api_code: None,
    }
}
