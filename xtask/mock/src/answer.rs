//! The service's envelope: HTTP 200 whatever happened, the outcome in the body.

use serde_json::{Value, json};

/// What the service says when it refuses a call.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Failure {
    /// The envelope's status, such as 404.
    pub(crate) status: u16,
    /// The finer code, such as 2004 for a user who does not exist.
    pub(crate) api_code: Option<u32>,
    /// A text for people.
    pub(crate) message: String,
}

impl Failure {
    pub(crate) fn new(status: u16, api_code: u32, message: impl Into<String>) -> Self {
        Failure { status, api_code: Some(api_code), message: message.into() }
    }

    /// A failure that has no code of its own.
    pub(crate) fn plain(status: u16, message: impl Into<String>) -> Self {
        Failure { status, api_code: None, message: message.into() }
    }

    /// The envelope, without a payload.
    pub(crate) fn envelope(&self, request_id: &str) -> Value {
        let mut envelope = json!({"statusCode": self.status, "message": self.message, "requestId": request_id});
        if let Some(code) = self.api_code {
            envelope["apiCode"] = code.into();
        }
        envelope
    }
}
