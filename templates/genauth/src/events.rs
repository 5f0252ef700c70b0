//! Events: being told of them over a websocket (RFC 6455), and publishing events of one's own.
//!
//! [`ManagementClient::subscribe_event`](crate::ManagementClient::subscribe_event) and
//! [`AuthenticationClient::subscribe_event`](crate::AuthenticationClient::subscribe_event) open a socket for one event
//! and answer [`Events`], a stream of what the service tells.
//!
//! ```no_run
//! # async fn run(client: genauth::ManagementClient) -> Result<(), Box<dyn std::error::Error>> {
//! let mut events = client.subscribe_event("authing.user.created").await?;
//! while let Some(event) = events.next().await {
//!     let user: serde_json::Value = event?.json()?;
//!     println!("{user}");
//! }
//! # Ok(())
//! # }
//! ```
//!
//! # When the connection breaks
//!
//! A broken connection is opened again by itself, after waits that [`Reconnect`] describes. The service keeps nothing
//! back for a subscriber who is away: **what happens between two connections is not told**.
//!
//! The stream ends with one `Err` when the attempts are used up, or when another one would be of no use: the service
//! refuses the credentials, say, or the access token in use has expired. Then subscribe again, with a new one.
//!
//! # When the program is slow
//!
//! Up to [`Subscribe::buffer`] events wait for it. When that many do, the socket is not read until there is room, so
//! nothing is thrown away here. A service that cannot get rid of its events for long may break the connection.
//!
//! # Logs
//!
//! The crate logs no event and no address. The websocket library under it does log the messages that arrive, at the
//! level `trace` of the target `tungstenite`.

mod event;
mod events_stream;
mod reconnect;
mod subscribe;

mod connect;
mod keep_up;
mod listen;
mod socket;

#[cfg(any(feature = "authentication-events", feature = "management-events"))]
mod publish;

pub use self::event::Event;
pub use self::events_stream::Events;
pub use self::reconnect::Reconnect;
pub(crate) use self::socket::{Socket, SocketUri};
pub use self::subscribe::Subscribe;

/// What errors call a subscription.
const OPERATION: &str = "subscribe_event";
