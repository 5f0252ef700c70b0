//! Tells open pages that there is something new: server-sent events, as HTML, section 9.2 describes them.

use std::convert::Infallible;
use std::sync::Arc;

use axum::extract::State;
use axum::response::sse::{Event, Sse};
use futures_util::stream::{Stream, unfold};
use tokio::sync::watch::Sender;

/// An event for every build after the one that the page came from.
pub(super) async fn changes(
    State(reload): State<Arc<Sender<()>>>,
) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    Sse::new(unfold(reload.subscribe(), async |mut built| {
        built.changed().await.ok()?;
        Some((Ok(Event::default().data("reload")), built))
    }))
}
