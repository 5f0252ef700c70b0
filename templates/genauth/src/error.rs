//! Everything that can go wrong, as one type: the usual failures of a call, and those of OpenID Connect.

mod api;
mod configuration;
mod decode;
mod predicates;
mod request;
mod status;
mod transport;

pub use self::api::ApiError;
pub use self::configuration::ConfigurationError;
pub use self::decode::DecodeError;
pub use self::request::RequestError;
pub use self::status::StatusError;
pub use self::transport::{TransportError, TransportErrorKind};
use crate::call::RawResponse;
use crate::protocol::OpenIdError;
use crate::validation::TokenError;

/// Why a client could not be built or a call did not succeed.
///
/// Its texts name operations, places and types. They never hold what was sent or received, save for the service's own
/// message in an [`ApiError`], a [`StatusError`] or an [`OpenIdError`].
#[derive(Clone, Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A client cannot be built from these settings, or cannot do this with them.
    #[error(transparent)]
    Configuration(#[from] ConfigurationError),
    /// The request cannot be built, so nothing was sent.
    #[error(transparent)]
    Request(#[from] RequestError),
    /// No complete answer came.
    #[error(transparent)]
    Transport(#[from] TransportError),
    /// The service answered with an HTTP status that is not a success.
    #[error(transparent)]
    Status(#[from] Box<StatusError>),
    /// The service understood the request and refused it.
    #[error(transparent)]
    Api(#[from] Box<ApiError>),
    /// The service answered with something else than its description says.
    #[error(transparent)]
    Decode(#[from] Box<DecodeError>),
    /// The OpenID provider refused, or a sign-in did not end as it began.
    #[error(transparent)]
    OpenId(#[from] Box<OpenIdError>),
    /// A token is not to be trusted.
    #[error(transparent)]
    Token(#[from] Box<TokenError>),
}

impl Error {
    /// The operation that was called, by the name that the API's description gives it.
    pub fn operation(&self) -> Option<&str> {
        match self {
            Error::Configuration(_) | Error::Token(_) => None,
            Error::Request(error) => Some(error.operation()),
            Error::Transport(error) => error.operation(),
            Error::Status(_) | Error::Api(_) | Error::Decode(_) | Error::OpenId(_) => {
                self.response().map(RawResponse::operation)
            }
        }
    }

    /// The answer, if one came.
    pub fn response(&self) -> Option<&RawResponse> {
        match self {
            Error::Configuration(_) | Error::Request(_) | Error::Transport(_) | Error::Token(_) => None,
            Error::Status(error) => Some(error.response()),
            Error::Api(error) => Some(error.response()),
            Error::Decode(error) => Some(error.response()),
            Error::OpenId(error) => error.response(),
        }
    }
}

const _: () = {
    const fn is_usable_everywhere<T: Send + Sync + 'static>() {}
    is_usable_everywhere::<Error>();
};
