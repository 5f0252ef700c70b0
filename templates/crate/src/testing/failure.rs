//! Refusals in the service's own way.

use serde_json::Value;

use super::Answer;
use crate::json::Extra;
use crate::metadata::ENVELOPE;

/// A refusal of the service.
///
/// Where the service wraps its answers, this is the wrapper without a result, under the HTTP status 200: the status in it
/// is what counts. Elsewhere it is an answer with this HTTP status and the message as its body.
#[derive(Clone, Debug)]
pub struct Failure {
    status: u16,
    api_code: Option<i64>,
    message: String,
    request_id: Option<String>,
}

impl Failure {
    /// A refusal with a status, such as 401.
    pub fn new(status: u16) -> Self {
        Failure { status, api_code: None, message: String::new(), request_id: None }
    }

    /// Sets the finer code, which only a wrapper has a place for.
    #[must_use]
    pub fn api_code(self, api_code: i64) -> Self {
        Failure { api_code: Some(api_code), ..self }
    }

    /// Sets the service's own words.
    #[must_use]
    pub fn message(self, message: impl Into<String>) -> Self {
        Failure { message: message.into(), ..self }
    }

    /// Sets the service's name for the exchange.
    #[must_use]
    pub fn request_id(self, request_id: impl Into<String>) -> Self {
        Failure { request_id: Some(request_id.into()), ..self }
    }
}

impl From<Failure> for Answer {
    fn from(failure: Failure) -> Self {
        let Failure { status, api_code, message, request_id } = failure;
        let Some(envelope) = ENVELOPE else {
            let answer = Answer::new(status).header("content-type", "text/plain; charset=utf-8").body(message);
            return match request_id {
                Some(id) => answer.header("x-request-id", id),
                None => answer,
            };
        };
        let properties = [
            (envelope.status, Some(Value::from(status))),
            (envelope.message, Some(Value::from(message))),
            (envelope.code, api_code.map(Value::from)),
            (envelope.request_id, request_id.map(Value::from)),
        ];
        let mut members = Extra::new();
        for (name, value) in properties {
            if let Some(value) = value {
                members.insert(name.to_owned(), value);
            }
        }
        Answer::json(200, &members)
    }
}
