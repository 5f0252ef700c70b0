//! Answers of the protocols' endpoints, which come without the API's envelope.

use serde::de::DeserializeOwned;
use serde_json::Value;

use super::{OpenIdError, OpenIdErrorKind};
use crate::call::RawResponse;
use crate::error::{ApiError, DecodeError, Error, StatusError};
use crate::json::Failure;

/// The value of a successful answer.
pub(super) fn read<T: DeserializeOwned>(response: &RawResponse) -> Result<T, Error> {
    check(response)?;
    response.body_as().map_err(|error| {
        // Its own text may hold a part of the body.
        unreadable(response, format!("not what was expected at line {} column {}", error.line(), error.column()))
    })
}

/// Tells success from failure. An error in the manner of OAuth (RFC 6749, 5.2) is one whatever the HTTP status.
pub(super) fn check(response: &RawResponse) -> Result<(), Error> {
    let body: Value = response.body_as().unwrap_or_default();
    if let Some(error) = body["error"].as_str() {
        let description = body["error_description"].as_str().map(str::to_owned);
        return Err(refused(OpenIdErrorKind::Provider { error: error.to_owned(), description }, response));
    }
    match response.outcome() {
        Some(outcome) if !response.is_success() => {
            Err(Box::new(ApiError::new(outcome.clone(), response.clone())).into())
        }
        _ if !response.status().is_success() => Err(Box::new(StatusError::new(response.clone())).into()),
        _ => Ok(()),
    }
}

pub(super) fn refused(kind: OpenIdErrorKind, response: &RawResponse) -> Error {
    Box::new(OpenIdError::answered(kind, response)).into()
}

pub(super) fn unreadable(response: &RawResponse, message: impl Into<String>) -> Error {
    let failure = Failure { pointer: String::new(), message: message.into() };
    Box::new(DecodeError::new(failure, response.clone())).into()
}
