//! Prints each event of one kind as it happens, until the program is interrupted.
//!
//! Set `GENAUTH_ACCESS_KEY_ID` and `GENAUTH_ACCESS_KEY_SECRET`, and `GENAUTH_SOCKET_URI` for a deployment of your own.
//! The argument is the event: `cargo run --example subscribe_to_events -- authing.user.created`.

#![allow(clippy::print_stdout, reason = "an example shows what it does")]

use std::env;
use std::error::Error;

use genauth::ManagementClient;
use genauth::events::Reconnect;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let event = env::args().nth(1).unwrap_or_else(|| "authing.user.created".to_owned());
    let mut client = ManagementClient::builder()
        .access_key_id(env::var("GENAUTH_ACCESS_KEY_ID")?)
        .access_key_secret(env::var("GENAUTH_ACCESS_KEY_SECRET")?);
    if let Ok(uri) = env::var("GENAUTH_SOCKET_URI") {
        client = client.socket_uri(uri);
    }
    let client = client.build()?;

    let reconnect = Reconnect::standard().max_attempts(20);
    let mut events = client.subscribe_event(&event).reconnect(reconnect).await?;
    println!("Waiting for {event}");
    loop {
        tokio::select! {
            next = events.next() => match next {
                Some(event) => println!("{}", event?.text()),
                None => return Ok(()),
            },
            _ = tokio::signal::ctrl_c() => {
                events.close().await;
                return Ok(());
            }
        }
    }
}
