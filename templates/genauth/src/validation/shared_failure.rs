//! One failure that several callers are told of.

use std::sync::Arc;

use crate::error::{Error, TransportError};

/// An error for one more caller. What cannot be copied becomes the source of the copy.
pub(super) fn copy_of(failure: &Arc<Error>, operation: &'static str) -> Error {
    match &**failure {
        Error::Configuration(error) => error.clone().into(),
        Error::Request(error) => error.clone().into(),
        Error::Transport(error) => TransportError::new(error.kind(), Arc::clone(failure)).during(operation).into(),
        Error::Status(error) => error.clone().into(),
        Error::Api(error) => error.clone().into(),
        Error::Decode(error) => error.clone().into(),
        Error::OpenId(error) => error.clone().into(),
        Error::Token(error) => error.clone().into(),
    }
}
