//! What a network can do to a fetch, by a server on the loopback address that does each of it.

#![allow(clippy::panic, clippy::unwrap_used, reason = "a test that cannot set itself up has failed")]

mod body;
mod proxy;
mod redirect;
mod server;
mod status;
mod transport;

use std::time::Duration;

use fetch::{Error, Fetched, Known, Limits, Text, fetch};

use server::Server;

/// Limits that a test does not have to wait for.
fn limits() -> Limits {
    Limits {
        connect: Duration::from_millis(500),
        silence: Duration::from_millis(300),
        bytes: 1000,
        attempts: 1,
        pause: Duration::from_millis(1),
        ..Limits::default()
    }
}

async fn fetch_from(server: &Server) -> Result<Fetched, Error> {
    fetch(&server.address("/api.json"), &Known::default(), &limits(), &|_| ()).await
}

/// What went wrong, with the port of the server left out.
async fn failure(server: &Server) -> String {
    let error = fetch_from(server).await.unwrap_err();
    error.to_string().replace(&server.port().to_string(), "PORT")
}

fn text(text: &str) -> Fetched {
    Fetched::Text(Text { text: text.to_owned(), known: Known::default() })
}
