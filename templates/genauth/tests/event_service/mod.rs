//! An event service on the loopback interface, whose every step a test takes itself.

#![allow(dead_code, missing_docs, unreachable_pub, reason = "a test's own module, of which every test uses a part")]
#![allow(clippy::unwrap_used, reason = "a test")]

use std::future::Future;
use std::time::Duration;

use genauth::events::Reconnect;
use genauth::{AuthenticationClient, ManagementClient};
use http::HeaderMap;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::handshake::server::{ErrorResponse, Request, Response};

pub struct EventService {
    listener: TcpListener,
}

/// A connection as the service has it.
pub type Side = WebSocketStream<TcpStream>;

/// How a subscriber knocked.
pub struct Knock {
    pub target: String,
    pub headers: HeaderMap,
}

impl EventService {
    pub async fn start() -> Self {
        EventService::of(TcpListener::bind("127.0.0.1:0").await.unwrap())
    }

    pub fn of(listener: TcpListener) -> Self {
        EventService { listener }
    }

    pub fn uri(&self) -> String {
        format!("ws://{}", self.listener.local_addr().unwrap())
    }

    pub fn management(&self) -> ManagementClient {
        let client = ManagementClient::builder().access_key_id("AK").access_key_secret("SECRET");
        client.socket_uri(self.uri()).build().unwrap()
    }

    pub fn authentication(&self) -> AuthenticationClient {
        let client = AuthenticationClient::builder().app_id("APP_ID").app_secret("SECRET").app_host("http://localhost");
        client.socket_uri(self.uri()).build().unwrap()
    }

    /// Lets the next subscriber in.
    pub async fn accept(&self) -> Side {
        self.accept_and_look().await.0
    }

    /// Lets the next subscriber in and tells how it knocked.
    pub async fn accept_and_look(&self) -> (Side, Knock) {
        let mut knock = None;
        #[allow(clippy::result_large_err, reason = "the library's own type")]
        let look = |request: &Request, response: Response| -> Result<Response, ErrorResponse> {
            knock = Some(Knock { target: request.uri().to_string(), headers: request.headers().clone() });
            Ok(response)
        };
        let side = tokio_tungstenite::accept_hdr_async(self.tcp().await, look).await.unwrap();
        (side, knock.unwrap())
    }

    /// Answers the next subscriber with something else than a websocket.
    pub async fn refuse(&self, status: &str, headers: &str, body: &str) {
        let mut stream = self.tcp().await;
        let mut request = Vec::new();
        while !request.ends_with(b"\r\n\r\n") {
            request.push(stream.read_u8().await.unwrap());
        }
        let length = body.len();
        let answer = format!("HTTP/1.1 {status}\r\ncontent-length: {length}\r\n{headers}\r\n{body}");
        stream.write_all(answer.as_bytes()).await.unwrap();
        stream.shutdown().await.unwrap();
    }

    /// The next connection, before anything was said on it.
    pub async fn tcp(&self) -> TcpStream {
        within(self.listener.accept()).await.unwrap().0
    }
}

/// Keeps a test that would wait for ever from doing so.
pub async fn within<F: Future>(future: F) -> F::Output {
    tokio::time::timeout(Duration::from_secs(20), future).await.expect("it takes too long")
}

/// Attempts without noteworthy waits.
pub fn quickly(attempts: u32) -> Reconnect {
    Reconnect::standard().max_attempts(attempts).base_delay(Duration::from_millis(1))
}

/// An error with all of its causes, as a careless program would show it.
pub fn everything_about(error: &genauth::Error) -> String {
    let mut shown = format!("{error} {error:?}");
    let mut cause = std::error::Error::source(error);
    while let Some(error) = cause {
        shown = format!("{shown} {error} {error:?}");
        cause = error.source();
    }
    shown
}
