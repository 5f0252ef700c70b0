//! What an emitted crate looks like, in small.

#![warn(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::todo, clippy::unwrap_used)]

mod api;
mod authentication;
mod brand;
mod call;
mod error;
mod http;
pub mod json;
mod management;
mod metadata;
pub mod models;
pub mod values;

pub use self::http::{ReqwestTransport, Transport, TransportFuture};
pub use crate::api::{Client, ClientBuilder};
pub use crate::authentication::{AuthenticationClient, AuthenticationClientBuilder, SearchParams};
pub use crate::brand::Brand;
pub use crate::call::{Call, CallFuture, RawResponse, Response};
pub use crate::error::{
    ApiError, ConfigurationError, DecodeError, Error, RequestError, StatusError, TransportError, TransportErrorKind,
};
pub use crate::management::{ManagementClient, ManagementClientBuilder};
