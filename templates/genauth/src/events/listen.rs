//! One connection, from its first message to its end.

use std::time::Duration;

use futures_util::{SinkExt, StreamExt};
use tokio::sync::mpsc::Sender;
use tokio::time::{Instant, timeout};
use tokio_tungstenite::tungstenite::error::Error as SocketError;
use tokio_tungstenite::tungstenite::protocol::CloseFrame;
use tokio_tungstenite::tungstenite::protocol::frame::coding::CloseCode;
use tokio_tungstenite::tungstenite::{Message, Utf8Bytes};

use super::connect::Connection;
use super::{Event, OPERATION};
use crate::error::{Error, TransportError, TransportErrorKind};

/// Where events go.
pub(super) type Out = Sender<Result<Event, Error>>;

/// How a connection came to an end.
pub(super) struct Broken {
    pub(super) error: Error,
    /// Whether it was of use before: it brought an event, or lived longer than a silence is allowed to last.
    pub(super) had_worked: bool,
}

/// How long the other side may take for what it should do at once, such as answering a good-bye.
const PATIENCE: Duration = Duration::from_secs(2);

/// Passes events on until the connection breaks. `None` says that nobody wants them any more.
///
/// After a silence of `keep_alive` it asks for a sign of life, and waits for it as long again.
pub(super) async fn listen(connection: &mut Connection, keep_alive: Duration, out: &Out) -> Option<Broken> {
    let opened = Instant::now();
    let mut had_worked = false;
    let mut asked = false;
    let error = loop {
        let heard = tokio::select! {
            biased;
            () = out.closed() => return None,
            heard = timeout(keep_alive, connection.next()) => heard,
        };
        let message = match heard {
            Ok(Some(Ok(message))) => message,
            Ok(Some(Err(error))) => break lost(error),
            Ok(None) => break End::Closed.into(),
            Err(_) if asked => break End::Silent.into(),
            Err(_) => {
                asked = true;
                // A ping that does not even leave in time is one that nobody answers.
                match timeout(PATIENCE, connection.send(Message::Ping(Default::default()))).await {
                    Ok(Err(error)) => break lost(error),
                    Ok(Ok(())) | Err(_) => continue,
                }
            }
        };
        asked = false;
        let text = match message {
            Message::Text(text) => text,
            // The service means text, whatever the frame says.
            Message::Binary(bytes) => match Utf8Bytes::try_from(bytes) {
                Ok(text) => text,
                Err(_) => break End::NotText.into(),
            },
            Message::Close(frame) => {
                // The answer to it is waiting to be sent.
                let _ = timeout(PATIENCE, connection.flush()).await;
                break frame.map_or(End::Closed, |frame| End::ClosedWith(frame.code.into())).into();
            }
            Message::Ping(_) | Message::Pong(_) | Message::Frame(_) => {
                had_worked |= opened.elapsed() >= keep_alive;
                continue;
            }
        };
        had_worked = true;
        out.send(Ok(Event::new(text))).await.ok()?;
    };
    Some(Broken { error, had_worked })
}

/// Says good-bye, and waits a moment for the answer so that the connection ends in order (RFC 6455, 7.1).
pub(super) async fn close(mut connection: Connection) {
    let goodbye = async {
        let frame = CloseFrame { code: CloseCode::Normal, reason: Utf8Bytes::default() };
        if connection.close(Some(frame)).await.is_ok() {
            while let Some(Ok(_)) = connection.next().await {}
        }
    };
    let _ = timeout(PATIENCE, goodbye).await;
}

/// Ends that the websocket library does not call errors.
#[derive(Debug, thiserror::Error)]
enum End {
    #[error("the service closed the connection")]
    Closed,
    #[error("the service closed the connection with code {0}")]
    ClosedWith(u16),
    #[error("the service gives no sign of life")]
    Silent,
    #[error("a binary message is not UTF-8")]
    NotText,
}

impl From<End> for Error {
    fn from(end: End) -> Self {
        let kind = if matches!(end, End::Silent) { TransportErrorKind::Timeout } else { TransportErrorKind::Other };
        TransportError::new(kind, end).during(OPERATION).into()
    }
}

fn lost(error: SocketError) -> Error {
    let kind = match error {
        SocketError::Capacity(_) => TransportErrorKind::TooLarge,
        _ => TransportErrorKind::Other,
    };
    TransportError::new(kind, error).during(OPERATION).into()
}
