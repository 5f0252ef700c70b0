//! The one place that touches the network.

use std::error::Error as StdError;
use std::future::Future;
use std::io;
use std::pin::Pin;
use std::time::Duration;

use ::http::{Request, Response};
use bytes::Bytes;

use crate::error::{ConfigurationError, TransportError, TransportErrorKind};

/// The future of one exchange.
pub type TransportFuture<'a> = Pin<Box<dyn Future<Output = Result<Response<Bytes>, TransportError>> + Send + 'a>>;

/// Sends a request and brings the whole answer.
///
/// Implement it to record, to replay, or to use another HTTP library.
pub trait Transport: Send + Sync + 'static {
    /// Sends `request`, whose URL is absolute. The time runs from connecting to the last byte.
    ///
    /// Redirects are not to be followed: some operations answer with one.
    fn send(&self, request: Request<Bytes>, timeout: Duration) -> TransportFuture<'_>;
}

/// The transport that clients use unless they are given another.
#[derive(Clone, Debug)]
pub struct ReqwestTransport {
    client: reqwest::Client,
}

impl ReqwestTransport {
    /// A transport with its own connection pool.
    ///
    /// # Errors
    ///
    /// When TLS cannot be set up on this machine.
    pub fn new() -> Result<Self, ConfigurationError> {
        reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .build()
            .map(|client| ReqwestTransport { client })
            .map_err(|_| ConfigurationError::new("transport", "cannot be set up: no usable TLS on this machine"))
    }
}

impl From<reqwest::Client> for ReqwestTransport {
    /// Uses a client of your own. Turn its redirects off.
    fn from(client: reqwest::Client) -> Self {
        ReqwestTransport { client }
    }
}

impl Transport for ReqwestTransport {
    fn send(&self, request: Request<Bytes>, timeout: Duration) -> TransportFuture<'_> {
        Box::pin(async move { exchange(&self.client, request, timeout).await.map_err(transport_error) })
    }
}

async fn exchange(
    client: &reqwest::Client,
    request: Request<Bytes>,
    timeout: Duration,
) -> Result<Response<Bytes>, reqwest::Error> {
    let mut request = reqwest::Request::try_from(request)?;
    *request.timeout_mut() = Some(timeout);
    let mut answer = client.execute(request).await?;
    let mut response = Response::new(Bytes::new());
    *response.status_mut() = answer.status();
    *response.headers_mut() = std::mem::take(answer.headers_mut());
    *response.body_mut() = answer.bytes().await?;
    Ok(response)
}

fn transport_error(error: reqwest::Error) -> TransportError {
    let kind = if error.is_timeout() {
        TransportErrorKind::Timeout
    } else if error.is_connect() && is_tls(&error) {
        TransportErrorKind::Tls
    } else if error.is_connect() {
        TransportErrorKind::Connect
    } else {
        TransportErrorKind::Other
    };
    // The query of the URL can hold tokens.
    TransportError::new(kind, error.without_url())
}

/// A handshake that failed is an I/O error about invalid data while connecting.
fn is_tls(error: &reqwest::Error) -> bool {
    let mut cause = error.source();
    while let Some(error) = cause {
        // An I/O error passes over the error inside when it is asked for its source.
        cause = match error.downcast_ref::<io::Error>() {
            Some(error) if error.kind() == io::ErrorKind::InvalidData => return true,
            Some(error) => error.get_ref().map(|inner| inner as &(dyn StdError + 'static)),
            None => error.source(),
        };
    }
    false
}
