//! A request that has been understood, and what a handler replies to it.

use axum::response::Response;
use http::HeaderMap;
use serde_json::{Map, Value};

use crate::answer::Failure;
use crate::credentials::Presented;
use crate::document::Operation;

/// A request after the judge has seen it.
#[derive(Debug)]
pub(crate) struct Call<'a> {
    /// The operation that it calls.
    pub(crate) operation: &'a Operation,
    /// The query parameters, each of the type that the document gives it.
    pub(crate) query: Map<String, Value>,
    /// The headers as they came.
    pub(crate) headers: &'a HeaderMap,
    /// The JSON body, or the fields of a form as an object; null when there is none.
    pub(crate) body: Value,
    /// The request as it came, for the endpoints of protocols, which read it by their own rules.
    pub(crate) presented: Presented<'a>,
    /// Who calls.
    pub(crate) caller: Caller,
    /// The server's own address as the client wrote it, such as `http://127.0.0.1:3000`.
    pub(crate) base_url: &'a str,
}

impl Call<'_> {
    /// A query parameter's text.
    pub(crate) fn query_text(&self, name: &str) -> Option<&str> {
        self.query.get(name).and_then(Value::as_str)
    }

    /// A text of the body by JSON pointer, such as `/options/scope`.
    pub(crate) fn body_text(&self, pointer: &str) -> Option<&str> {
        self.body.pointer(pointer).and_then(Value::as_str)
    }
}

/// Who a request's credentials belong to.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Caller {
    /// Nobody: there were no credentials, or none that count.
    Nobody,
    /// An application, by its id.
    Application(String),
    /// A signed-in user, by id, with the access token's own id.
    User { user_id: String, token_id: String },
    /// An administrator of the user pool, by an access key.
    Administrator,
}

/// What a handler replies.
#[derive(Debug)]
pub(crate) enum Reply {
    /// The envelope's payload; what it lacks of the described answer is filled in with a sample.
    Data(Value),
    /// The whole body, for answers without an envelope.
    Whole(Value),
    /// The handler has nothing of its own to say: a sample of the described answer.
    Sample,
    /// The service refuses.
    Failure(Failure),
    /// An answer that is none of these, such as a redirect.
    Raw(Response),
}

impl From<Failure> for Reply {
    fn from(failure: Failure) -> Self {
        Reply::Failure(failure)
    }
}
