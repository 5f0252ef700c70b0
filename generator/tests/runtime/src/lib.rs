//! What an emitted crate looks like, in small.

#![cfg_attr(test, allow(clippy::unwrap_used, reason = "a test"))]
#![cfg_attr(not(test), warn(clippy::unwrap_used))]
#![warn(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::todo)]

mod api;
#[cfg(feature = "blocking")]
pub mod blocking;
mod call;
mod error;
mod http;
pub mod json;
mod metadata;
pub mod models;
mod paging;
mod random;
mod retry;
#[cfg(feature = "testing")]
pub mod testing;
pub mod values;

pub use self::http::{ReqwestTransport, ReqwestTransportBuilder, Transport, TransportFuture};
pub use crate::api::{Client, ClientBuilder, SearchParams};
pub use crate::call::{Call, CallFuture, CustomRequest, RawResponse, Response};
pub use crate::error::{
    ApiError, ConfigurationError, DecodeError, Error, RequestError, StatusError, TransportError, TransportErrorKind,
};
pub use crate::paging::{Items, Pages};
pub use crate::retry::{FailedAttempt, Retry};
