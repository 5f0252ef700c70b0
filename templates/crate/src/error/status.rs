//! HTTP statuses that are no success.

use serde_json::Value;

use crate::call::RawResponse;

/// The HTTP status is not a success, and the body is not the API's own account of it.
///
/// Such answers come from gateways and proxies. Where the body is JSON of a usual shape, its [`code`](Self::code) and
/// [`message`](Self::message) are read from it.
#[derive(Clone, Debug, thiserror::Error)]
#[error("{}: HTTP status {}{}", response.operation(), response.status(), self.reason())]
pub struct StatusError {
    response: RawResponse,
    code: Option<String>,
    message: Option<String>,
    request_id: Option<String>,
}

impl StatusError {
    pub(crate) fn new(response: RawResponse) -> Self {
        let body: Value = response.body_as().unwrap_or_default();
        // `{"error": {"code", "message", "request_id"}}`, `{"error": "code", "error_description": "message"}` (RFC 6749, 5.2),
        // `{"code", "message"}`.
        let inner = body.get("error").filter(|error| error.is_object()).unwrap_or(&body);
        let text = |names: &[&str]| names.iter().find_map(|name| shown(inner.get(*name)?));
        let (code, message) = (text(&["code", "error"]), text(&["message", "error_description"]));
        let request_id = text(&["request_id", "requestId"]);
        StatusError { code, message, request_id, response }
    }

    /// The answer with its status, headers and body.
    pub fn response(&self) -> &RawResponse {
        &self.response
    }

    /// The code in the body, if there is one.
    pub fn code(&self) -> Option<&str> {
        self.code.as_deref()
    }

    /// The message in the body, if there is one.
    pub fn message(&self) -> Option<&str> {
        self.message.as_deref()
    }

    /// The service's name for this exchange, to quote in a support request.
    pub fn request_id(&self) -> Option<&str> {
        self.request_id.as_deref().or(self.response.request_id())
    }

    fn reason(&self) -> String {
        self.code.iter().chain(&self.message).map(|text| format!(": {text}")).collect()
    }
}

fn shown(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}
