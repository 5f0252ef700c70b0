//! The one place that touches the network.

mod builder;
mod origin;
mod reqwest_transport;

use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use ::http::{Request, Response};
use bytes::Bytes;

pub use self::builder::ReqwestTransportBuilder;
pub use self::reqwest_transport::ReqwestTransport;
#[allow(unused_imports, reason = "only some crates have sockets")]
pub(crate) use self::reqwest_transport::transport_error;
use crate::error::TransportError;

/// The future of one exchange.
pub type TransportFuture<'a> = Pin<Box<dyn Future<Output = Result<Response<Bytes>, TransportError>> + Send + 'a>>;

/// Sends a request and brings the whole answer.
///
/// Implement it to record, to replay, or to use another HTTP library.
pub trait Transport: Send + Sync + 'static {
    /// Sends `request`, whose URL is absolute. The time runs from connecting to the last byte; when it is over, the future
    /// is dropped.
    ///
    /// Redirects are not to be followed: some operations answer with one, and credentials must not go to another host.
    fn send(&self, request: Request<Bytes>, timeout: Duration) -> TransportFuture<'_>;
}
