//! Subscribing to an event.

use std::fmt;
use std::future::{Future, IntoFuture};
use std::pin::Pin;
use std::time::Duration;

use tokio::runtime::Handle;
use tokio::sync::{Semaphore, mpsc};

use super::connect::http_client;
use super::keep_up::Line;
use super::{Events, Reconnect, Socket};
use crate::authentication::AuthenticationClient;
use crate::error::{ConfigurationError, Error};
use crate::management::ManagementClient;

impl ManagementClient {
    /// Asks to be told of an event in the user pool, such as `authing.user.created`.
    ///
    /// Sockets are opened with the access key, also by a client that makes its calls with an access token.
    ///
    /// ```no_run
    /// # async fn run(client: genauth::ManagementClient) -> Result<(), Box<dyn std::error::Error>> {
    /// let mut events = client.subscribe_event("authing.user.created").buffer(100).await?;
    /// while let Some(event) = events.next().await {
    ///     println!("{}", event?.text());
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn subscribe_event(&self, event: &str) -> Subscribe {
        Subscribe::new(self.event_socket(event))
    }
}

impl AuthenticationClient {
    /// Asks to be told of an event that concerns the signed-in user, whose access token the client has to have.
    ///
    /// ```no_run
    /// # async fn run(client: genauth::AuthenticationClient) -> Result<(), Box<dyn std::error::Error>> {
    /// let user = client.with_access_token("ACCESS_TOKEN");
    /// let mut events = user.subscribe_event("authing.user.updated").await?;
    /// while let Some(event) = events.next().await {
    ///     println!("{}", event?.text());
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn subscribe_event(&self, event: &str) -> Subscribe {
        Subscribe::new(self.event_socket(event))
    }
}

/// A subscription that begins when it is awaited, and answers [`Events`].
///
/// The first connection is tried once, so that a wrong address or key is told at once.
///
/// # Errors
///
/// [`Error::Configuration`] when the client lacks an access key or a token, [`Error::Status`] or [`Error::Api`] when the
/// service refuses, [`Error::Transport`] when no connection comes about.
#[must_use = "nothing is subscribed to until it is awaited"]
pub struct Subscribe {
    socket: Result<Socket, Error>,
    client: Option<reqwest::Client>,
    buffer: usize,
    connect_timeout: Duration,
    keep_alive: Duration,
    max_message_size: usize,
    reconnect: Reconnect,
}

impl Subscribe {
    fn new(socket: Result<Socket, Error>) -> Self {
        Subscribe {
            socket,
            client: None,
            buffer: 1024,
            connect_timeout: Duration::from_secs(10),
            keep_alive: Duration::from_secs(30),
            max_message_size: 1024 * 1024,
            reconnect: Reconnect::standard(),
        }
    }

    /// How many events may wait to be taken; 1,024 unless set, at least 1. When so many wait, the socket is not read.
    pub fn buffer(self, events: usize) -> Self {
        Subscribe { buffer: events.clamp(1, Semaphore::MAX_PERMITS), ..self }
    }

    /// What happens when the connection breaks; [`Reconnect::standard`] unless set.
    pub fn reconnect(self, reconnect: Reconnect) -> Self {
        Subscribe { reconnect, ..self }
    }

    /// After how much silence the service is asked for a sign of life; 30 seconds unless set. When it gives none for as
    /// long again, the connection counts as broken.
    pub fn keep_alive(self, silence: Duration) -> Self {
        Subscribe { keep_alive: silence, ..self }
    }

    /// How long opening the socket may take, TLS included; 10 seconds unless set.
    pub fn connect_timeout(self, timeout: Duration) -> Self {
        Subscribe { connect_timeout: timeout, ..self }
    }

    /// How many bytes an event may have; 1 MiB unless set. A larger one ends the stream with an error.
    pub fn max_message_size(self, bytes: usize) -> Self {
        Subscribe { max_message_size: bytes, ..self }
    }

    /// Opens the socket with a `reqwest` client of your own, such as one with proxies and certificates of its own.
    ///
    /// Build it with `http1_only`: a connection of HTTP/2 does not turn into a websocket. Turn its redirects off, and give
    /// it no timeout for whole requests.
    pub fn http_client(self, client: reqwest::Client) -> Self {
        Subscribe { client: Some(client), ..self }
    }

    async fn begin(self) -> Result<Events, Error> {
        let Subscribe { socket, client, buffer, connect_timeout, keep_alive, max_message_size, reconnect } = self;
        let socket = socket?;
        let runtime = Handle::try_current()
            .map_err(|_| ConfigurationError::new("subscribe_event", "has to be awaited in a runtime of Tokio"))?;
        let client = client.map_or_else(http_client, Ok)?;
        let line = Line { socket, client, connect_timeout, max_message_size, keep_alive, reconnect };
        let connection = line.connect().await?;
        let (out, items) = mpsc::channel(buffer);
        Ok(Events::new(items, runtime.spawn(line.keep_up(connection, out))))
    }
}

impl IntoFuture for Subscribe {
    type Output = Result<Events, Error>;
    type IntoFuture = Pin<Box<dyn Future<Output = Result<Events, Error>> + Send>>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.begin())
    }
}

impl fmt::Debug for Subscribe {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Subscribe")
            .field("socket", &self.socket)
            .field("buffer", &self.buffer)
            .field("reconnect", &self.reconnect)
            .finish_non_exhaustive()
    }
}
