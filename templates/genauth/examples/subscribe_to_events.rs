//! Prints each event of one kind as it happens, until the program is interrupted.
//!
//! Set `GENAUTH_ACCESS_KEY_ID` and `GENAUTH_ACCESS_KEY_SECRET`, and `GENAUTH_SOCKET_URI` for a deployment of your own.
//! The argument is the event: `cargo run --example subscribe_to_events -- authing.user.created`.

use std::env;
use std::error::Error;
use std::future::Future;
use std::pin::pin;

use genauth::ManagementClient;
use genauth::events::{Event, Reconnect};

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let event = env::args().nth(1).unwrap_or_else(|| "authing.user.created".to_owned());
    let mut client = ManagementClient::builder()
        .access_key_id(setting("GENAUTH_ACCESS_KEY_ID")?)
        .access_key_secret(setting("GENAUTH_ACCESS_KEY_SECRET")?);
    if let Ok(uri) = env::var("GENAUTH_SOCKET_URI") {
        client = client.socket_uri(uri);
    }
    println!("Waiting for {event}");
    run(&client.build()?, &event, |event| println!("{}", event.text()), tokio::signal::ctrl_c()).await?;
    Ok(())
}

/// Handles events until `stop` is over, or the stream ends.
pub async fn run(
    client: &ManagementClient,
    event: &str,
    mut handle: impl FnMut(Event),
    stop: impl Future,
) -> Result<(), genauth::Error> {
    let reconnect = Reconnect::standard().max_attempts(20);
    let mut events = client.subscribe_event(event).reconnect(reconnect).await?;
    let mut stop = pin!(stop);
    loop {
        tokio::select! {
            next = events.next() => match next {
                Some(event) => handle(event?),
                None => return Ok(()),
            },
            _ = &mut stop => {
                events.close().await;
                return Ok(());
            }
        }
    }
}

fn setting(name: &str) -> Result<String, String> {
    env::var(name).map_err(|_| format!("the environment variable {name} is missing"))
}
