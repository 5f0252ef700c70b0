//! What a caller asks of an error before it decides what to do.

use ::http::StatusCode;

use super::{Error, TransportErrorKind};
use crate::call::RawResponse;
use crate::retry::is_transient_status;

impl Error {
    /// The service's name for this exchange, to quote in a support request.
    pub fn request_id(&self) -> Option<&str> {
        match self {
            Error::Api(error) => error.request_id(),
            Error::Status(error) => error.request_id(),
            _ => self.response()?.request_id(),
        }
    }

    /// Whether the time ran out.
    pub fn is_timeout(&self) -> bool {
        matches!(self, Error::Transport(error) if error.kind() == TransportErrorKind::Timeout)
    }

    /// Whether no connection to the service came about.
    pub fn is_connect(&self) -> bool {
        matches!(self, Error::Transport(error) if error.kind() == TransportErrorKind::Connect)
    }

    /// Whether the credentials are missing, wrong or expired.
    pub fn is_unauthenticated(&self) -> bool {
        self.status() == Some(StatusCode::UNAUTHORIZED.as_u16())
    }

    /// Whether too many requests were sent.
    pub fn is_throttled(&self) -> bool {
        self.status() == Some(StatusCode::TOO_MANY_REQUESTS.as_u16())
    }

    /// Whether the same call may succeed later, without a change.
    ///
    /// This does not say that the first one had no effect: see [`Retry`](crate::Retry).
    pub fn is_retryable(&self) -> bool {
        match self {
            Error::Transport(error) => error.kind().is_transient(),
            _ => self.status().is_some_and(is_transient_status),
        }
    }

    /// The status that tells how the call failed: that of the body where it has one and HTTP calls it a success.
    fn status(&self) -> Option<u16> {
        self.response().map(RawResponse::effective_status)
    }
}
