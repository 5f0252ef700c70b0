//! Opening a socket: a request of HTTP/1.1 that turns its connection into a websocket (RFC 6455, 4.1).
//!
//! The request goes through `reqwest`, as calls do, so proxies and certificates hold for both. It also keeps the address
//! out of the websocket library, whose own way of connecting logs the whole request, the user's token included.

use std::time::Duration;

use ::http::header::{
    AUTHORIZATION, CONNECTION, SEC_WEBSOCKET_ACCEPT, SEC_WEBSOCKET_KEY, SEC_WEBSOCKET_VERSION, UPGRADE, USER_AGENT,
};
use ::http::{HeaderMap, HeaderValue, Method, StatusCode, Version};
use bytes::Bytes;
use reqwest::{Client, Request, Response, Upgraded};
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::handshake::client::generate_key;
use tokio_tungstenite::tungstenite::handshake::derive_accept_key;
use tokio_tungstenite::tungstenite::protocol::{Role, WebSocketConfig};

use super::{OPERATION, Socket};
use crate::call::RawResponse;
use crate::error::{ApiError, ConfigurationError, Error, StatusError, TransportError, TransportErrorKind};
use crate::http::{escape, transport_error};
use crate::metadata;

/// An open socket.
pub(super) type Connection = WebSocketStream<Upgraded>;

/// Opens the socket. Anything but a websocket is an error, a refusal with the service's own account of it.
pub(super) async fn connect(client: &Client, socket: &Socket, max_message_size: usize) -> Result<Connection, Error> {
    let key = generate_key();
    let response = client.execute(request(socket, &key)?).await.map_err(failed)?;
    if response.status() != StatusCode::SWITCHING_PROTOCOLS {
        return Err(refusal(response, socket).await);
    }
    if !is_websocket(response.headers(), &key) {
        return Err(other("the answer is not that of a websocket"));
    }
    let stream = response.upgrade().await.map_err(failed)?;
    let limits = WebSocketConfig::default().max_message_size(Some(max_message_size));
    let limits = limits.max_frame_size(Some(max_message_size));
    Ok(WebSocketStream::from_raw_socket(stream, Role::Client, Some(limits)).await)
}

/// What sockets are opened with unless the user brings a client.
pub(super) fn http_client() -> Result<Client, ConfigurationError> {
    Client::builder()
        // A later version of HTTP would turn the connection in another way (RFC 8441).
        .http1_only()
        .redirect(reqwest::redirect::Policy::none())
        .retry(reqwest::retry::never())
        .connect_timeout(Duration::from_secs(5))
        .build()
        .map_err(|_| ConfigurationError::new("http_client", "cannot be set up: no usable TLS on this machine"))
}

fn request(socket: &Socket, key: &str) -> Result<Request, Error> {
    let mut request = Request::new(Method::GET, socket.url.clone());
    *request.version_mut() = Version::HTTP_11;
    let headers = request.headers_mut();
    headers.insert(CONNECTION, HeaderValue::from_static("Upgrade"));
    headers.insert(UPGRADE, HeaderValue::from_static("websocket"));
    headers.insert(SEC_WEBSOCKET_VERSION, HeaderValue::from_static("13"));
    headers.insert(SEC_WEBSOCKET_KEY, HeaderValue::from_str(key).map_err(|_| other("no key for the handshake"))?);
    headers.insert(USER_AGENT, HeaderValue::from_static(metadata::USER_AGENT));
    if let Some(authorization) = &socket.authorization {
        headers.insert(AUTHORIZATION, authorization.clone());
    }
    Ok(request)
}

/// Whether the service has read this very request and means a websocket.
fn is_websocket(headers: &HeaderMap, key: &str) -> bool {
    let has = |name, text: &str| {
        headers.get(name).and_then(|value| value.to_str().ok()).is_some_and(|value| value.eq_ignore_ascii_case(text))
    };
    let accepts = headers.get(SEC_WEBSOCKET_ACCEPT).is_some_and(|value| *value == derive_accept_key(key.as_bytes()));
    has(UPGRADE, "websocket") && accepts
}

/// The largest account of a refusal that is read.
const MAX_REFUSAL_SIZE: usize = 64 * 1024;

async fn refusal(mut response: Response, socket: &Socket) -> Error {
    let mut body = Vec::new();
    while let Ok(Some(chunk)) = response.chunk().await {
        body.extend_from_slice(&chunk);
        if body.len() > MAX_REFUSAL_SIZE {
            break;
        }
    }
    let mut answer = ::http::Response::new(redacted(body, socket));
    *answer.status_mut() = response.status();
    *answer.headers_mut() = std::mem::take(response.headers_mut());
    let response = RawResponse::new(OPERATION, answer);
    match response.outcome().cloned() {
        Some(outcome) => Box::new(ApiError::new(outcome, response)).into(),
        None => Box::new(StatusError::new(response)).into(),
    }
}

/// The body without the token. Servers like to quote the address that they do not know, and errors show their message.
fn redacted(body: Vec<u8>, socket: &Socket) -> Bytes {
    let Some(token) = &socket.token else {
        return body.into();
    };
    let escaped = escape(token.expose()).to_string();
    let text = String::from_utf8_lossy(&body).replace(token.expose(), "[redacted]");
    text.replace(&escaped, "[redacted]").into()
}

fn failed(error: reqwest::Error) -> Error {
    transport_error(error).during(OPERATION).into()
}

fn other(problem: &'static str) -> Error {
    TransportError::new(TransportErrorKind::Other, problem).during(OPERATION).into()
}
