//! The transport that clients use unless they are given another.

use std::error::Error as StdError;
use std::sync::{Arc, OnceLock};
use std::time::Duration;
use std::{fmt, io};

use ::http::{Request, Response, Uri};
use bytes::{Bytes, BytesMut};
use reqwest::Url;

use super::builder::MAX_RESPONSE_SIZE;
use super::origin::Origin;
use super::{ReqwestTransportBuilder, Transport, TransportFuture};
use crate::error::{ConfigurationError, TransportError, TransportErrorKind};

/// Sends through `reqwest`, with TLS by `rustls`.
#[derive(Clone)]
pub struct ReqwestTransport {
    pub(super) client: reqwest::Client,
    pub(super) max_response_size: usize,
    /// Whether the client may follow redirects, so that answers have to be looked at.
    pub(super) may_redirect: bool,
    /// Where the first request went, which is where nearly all go.
    origin: Arc<OnceLock<Origin>>,
}

impl ReqwestTransport {
    /// A transport with its own connection pool and the usual settings.
    ///
    /// # Errors
    ///
    /// When TLS cannot be set up on this machine.
    pub fn new() -> Result<Self, ConfigurationError> {
        ReqwestTransport::builder().build()
    }

    /// Begins a transport with proxies, certificates or limits of its own.
    pub fn builder() -> ReqwestTransportBuilder {
        ReqwestTransportBuilder::new()
    }
}

impl From<reqwest::Client> for ReqwestTransport {
    /// Uses a client of your own. Turn its redirects off: an answer that came from another address is refused.
    fn from(client: reqwest::Client) -> Self {
        ReqwestTransport { client, max_response_size: MAX_RESPONSE_SIZE, may_redirect: true, origin: Arc::default() }
    }
}

impl fmt::Debug for ReqwestTransport {
    // A client of the user's own would show the headers that it always sends, which can be secrets.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ReqwestTransport").field("max_response_size", &self.max_response_size).finish_non_exhaustive()
    }
}

impl Transport for ReqwestTransport {
    /// The caller drops the future when the time is over, so there is nothing to do about it here.
    fn send(&self, request: Request<Bytes>, _: Duration) -> TransportFuture<'_> {
        Box::pin(exchange(self, request))
    }
}

async fn exchange(transport: &ReqwestTransport, request: Request<Bytes>) -> Result<Response<Bytes>, TransportError> {
    let request = convert(transport, request)?;
    let asked = transport.may_redirect.then(|| request.url().clone());
    let mut answer = transport.client.execute(request).await.map_err(transport_error)?;
    if asked.is_some_and(|asked| *answer.url() != asked) {
        return Err(TransportError::new(TransportErrorKind::Other, "the HTTP client followed a redirect"));
    }
    let mut response = Response::new(Bytes::new());
    *response.status_mut() = answer.status();
    *response.headers_mut() = std::mem::take(answer.headers_mut());
    *response.body_mut() = body(answer, transport.max_response_size).await?;
    Ok(response)
}

/// What `reqwest::Request::try_from` does, with less work for the URL.
fn convert(transport: &ReqwestTransport, request: Request<Bytes>) -> Result<reqwest::Request, TransportError> {
    let (parts, body) = request.into_parts();
    let mut converted = reqwest::Request::new(parts.method, url(&transport.origin, &parts.uri)?);
    *converted.headers_mut() = parts.headers;
    *converted.version_mut() = parts.version;
    *converted.body_mut() = (!body.is_empty()).then(|| body.into());
    Ok(converted)
}

/// The URL of a request. The first one tells the origin of those that follow.
fn url(origin: &OnceLock<Origin>, uri: &Uri) -> Result<Url, TransportError> {
    if let Some(url) = origin.get().and_then(|origin| origin.url(uri)) {
        return Ok(url);
    }
    let url = Url::parse(&uri.to_string()).map_err(|error| TransportError::new(TransportErrorKind::Other, error))?;
    if origin.get().is_none() {
        // Another request may have been faster.
        Origin::of(uri, &url).into_iter().for_each(|first| drop(origin.set(first)));
    }
    Ok(url)
}

/// Reads a body, after decompression, as far as it is allowed to grow.
async fn body(mut answer: reqwest::Response, limit: usize) -> Result<Bytes, TransportError> {
    let too_large = || TransportError::new(TransportErrorKind::TooLarge, format!("more than {limit} bytes"));
    let Some(first) = answer.chunk().await.map_err(transport_error)? else {
        return Ok(Bytes::new());
    };
    if first.len() > limit {
        return Err(too_large());
    }
    // Most answers are one chunk, which needs no copy.
    let Some(second) = answer.chunk().await.map_err(transport_error)? else {
        return Ok(first);
    };
    let mut body = BytesMut::from(first);
    let mut next = Some(second);
    while let Some(chunk) = next {
        if body.len().saturating_add(chunk.len()) > limit {
            return Err(too_large());
        }
        body.extend_from_slice(&chunk);
        next = answer.chunk().await.map_err(transport_error)?;
    }
    Ok(body.freeze())
}

/// What kept an exchange from coming to an end, without the URL.
pub(crate) fn transport_error(error: reqwest::Error) -> TransportError {
    let kind = if causes(&error).any(is_timeout) {
        TransportErrorKind::Timeout
    } else if error.is_connect() && causes(&error).any(is_tls) {
        TransportErrorKind::Tls
    } else if error.is_connect() {
        TransportErrorKind::Connect
    } else {
        TransportErrorKind::Other
    };
    // The query of the URL can hold tokens.
    TransportError::new(kind, error.without_url())
}

/// An error and everything behind it. An I/O error passes over the error inside when it is asked for its source.
fn causes<'a>(error: &'a (dyn StdError + 'static)) -> impl Iterator<Item = &'a (dyn StdError + 'static)> {
    std::iter::successors(Some(error), |error: &&'a (dyn StdError + 'static)| {
        match (*error).downcast_ref::<io::Error>() {
            Some(error) => error.get_ref().map(|inner| inner as &(dyn StdError + 'static)),
            None => (*error).source(),
        }
    })
}

/// Decompression hides a timeout of the body in an I/O error.
fn is_timeout(cause: &(dyn StdError + 'static)) -> bool {
    let is_io = cause.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == io::ErrorKind::TimedOut);
    is_io || cause.downcast_ref::<reqwest::Error>().is_some_and(reqwest::Error::is_timeout)
}

/// A handshake that failed is an I/O error about invalid data while connecting.
fn is_tls(cause: &(dyn StdError + 'static)) -> bool {
    cause.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == io::ErrorKind::InvalidData)
}
