//! That a request has a body only where HTTP gives it a meaning.

use serde_yaml::Mapping;

use super::super::trail::Trail;
use super::Lint;
use crate::diagnostic::Rule;

/// Reports a body of a request by a method that has none.
pub(super) fn check(lint: &mut Lint<'_>, operation: &Mapping, at: &Trail<'_>) {
    let method = at.key().unwrap_or_default();
    if !operation.contains_key("requestBody") || !["get", "head", "delete", "trace"].contains(&method) {
        return;
    }
    let method = method.to_uppercase();
    let place = lint.key(&Trail::Key(at, "requestBody"));
    let message = format!("HTTP gives the body of a {method} request no meaning");
    let help = "send it by parameters, or by POST; some servers and proxies drop such a body";
    lint.report(Rule::UnexpectedBody, message, place, "may be lost on the way", help);
}
