//! Requests to operations that this crate has no method for.

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::Call;
use crate::error::{DecodeError, Error, RequestError, StatusError};
use crate::http::Request;
use crate::json::Failure;

/// A request to any path of the service, with the client's credentials, retries and logs.
///
/// It ends in a [`Call`] by [`call`](Self::call). The types are any that serde knows.
#[must_use = "a request is only sent when its call is awaited"]
pub struct CustomRequest {
    request: Request,
}

/// What errors and logs call it.
const OPERATION: &str = "custom request";

impl CustomRequest {
    pub(crate) fn new(request: Request) -> Self {
        CustomRequest { request }
    }

    /// Adds a pair to the query. Both are escaped.
    pub fn query(self, name: &str, value: &str) -> Self {
        CustomRequest { request: self.request.query(name, value) }
    }

    /// Sends a body as JSON.
    ///
    /// # Errors
    ///
    /// [`Error::Request`] when the value cannot be written as JSON, such as a map whose keys are no texts.
    pub fn json<B: Serialize + ?Sized>(self, body: &B) -> Result<Self, Error> {
        let text = serde_json::to_vec(body).map_err(|error| RequestError::new(OPERATION, error.to_string()))?;
        Ok(CustomRequest { request: self.request.bytes("application/json", text) })
    }

    /// Sends a body of any media type.
    pub fn body(self, content_type: &str, body: impl Into<Vec<u8>>) -> Self {
        CustomRequest { request: self.request.bytes(content_type, body.into()) }
    }

    /// The call. Its answer is read whole, with the envelope that the service puts around it; a failure that the
    /// envelope states is an error like everywhere.
    pub fn call<T: DeserializeOwned + 'static>(self) -> Call<T> {
        self.request.call_with(OPERATION, "application/json", |response| {
            if !response.is_success() {
                return Err(match response.outcome() {
                    Some(outcome) => Box::new(crate::error::ApiError::new(outcome.clone(), response.clone())).into(),
                    None => Box::new(StatusError::new(response.clone())).into(),
                });
            }
            response.body_as().map_err(|error| {
                // Its own text may hold a part of the body.
                let message = format!("not what was expected at line {} column {}", error.line(), error.column());
                let failure = Failure { pointer: String::new(), message };
                Box::new(DecodeError::new(failure, response.clone())).into()
            })
        })
    }
}
