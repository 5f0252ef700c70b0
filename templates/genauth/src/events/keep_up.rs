//! A subscription while it lasts: one connection after the other.

use std::time::Duration;

use tokio::time::{sleep, timeout};

use super::connect::{Connection, connect};
use super::listen::{Broken, Out, close, listen};
use super::{OPERATION, Reconnect, Socket};
use crate::error::{Error, TransportError, TransportErrorKind};
use crate::retry::retry_after;

/// What a subscription needs to know to open its socket again.
pub(super) struct Line {
    pub(super) socket: Socket,
    pub(super) client: reqwest::Client,
    pub(super) connect_timeout: Duration,
    pub(super) max_message_size: usize,
    pub(super) keep_alive: Duration,
    pub(super) reconnect: Reconnect,
}

impl Line {
    /// Opens the socket, once.
    pub(super) async fn connect(&self) -> Result<Connection, Error> {
        let connecting = connect(&self.client, &self.socket, self.max_message_size);
        timeout(self.connect_timeout, connecting).await.unwrap_or_else(|elapsed| {
            Err(TransportError::new(TransportErrorKind::Timeout, elapsed).during(OPERATION).into())
        })
    }

    /// Passes events on until nobody wants them, or no connection comes about any more.
    pub(super) async fn keep_up(self, mut connection: Connection, out: Out) {
        let mut attempts = 0;
        while let Some(Broken { error, had_worked }) = listen(&mut connection, self.keep_alive, &out).await {
            if had_worked {
                attempts = 0;
            }
            let again = tokio::select! {
                () = out.closed() => return,
                again = self.connect_again(error, &mut attempts) => again,
            };
            match again {
                Ok(another) => connection = another,
                Err(error) => {
                    // If nobody is there to be told, it does not matter.
                    let _ = out.send(Err(error)).await;
                    return;
                }
            }
        }
        close(connection).await;
    }

    /// Tries until the socket is open again. What it answers with in the end is the last error.
    async fn connect_again(&self, mut error: Error, attempts: &mut u32) -> Result<Connection, Error> {
        while error.is_retryable() && self.reconnect.allows_another(*attempts) {
            *attempts = attempts.saturating_add(1);
            let asked = error.response().and_then(|response| retry_after(response.headers()));
            let delay = self.reconnect.delay(*attempts, asked);
            let reason = match &error {
                Error::Transport(error) => error.kind().as_str(),
                _ => "refused",
            };
            let delay_ms = u64::try_from(delay.as_millis()).unwrap_or(u64::MAX);
            tracing::debug!(attempt = *attempts, delay_ms, "error.type" = reason, "the event socket is opened again");
            sleep(delay).await;
            match self.connect().await {
                Ok(connection) => return Ok(connection),
                Err(failure) => error = failure,
            }
        }
        Err(error)
    }
}
