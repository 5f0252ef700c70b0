//! The events of a subscription, one after the other.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};

use futures_core::Stream;
use tokio::sync::mpsc::Receiver;
use tokio::task::JoinHandle;

use super::Event;
#[cfg(feature = "blocking")]
use crate::blocking::BlockingStream;
use crate::error::Error;

/// What the service tells about one event, as a [`Stream`].
///
/// An `Err` is the last item: see [the module](super) for when it comes. Dropping the stream unsubscribes, and tells the
/// service so in the background; [`close`](Self::close) waits until that is done.
#[must_use = "dropping it unsubscribes"]
pub struct Events {
    items: Receiver<Result<Event, Error>>,
    task: JoinHandle<()>,
}

impl Events {
    pub(super) fn new(items: Receiver<Result<Event, Error>>, task: JoinHandle<()>) -> Self {
        Events { items, task }
    }

    /// Waits for the next event. `None` after the stream's end.
    ///
    /// Nothing is lost when the future is dropped before it is ready.
    pub async fn next(&mut self) -> Option<Result<Event, Error>> {
        self.items.recv().await
    }

    /// Unsubscribes and waits until the connection is closed, two seconds at most. Events that were not taken yet are
    /// dropped.
    pub async fn close(self) {
        let Events { items, task } = self;
        drop(items);
        // The task ends by itself. It fails only when its runtime shuts down, which closes the connection too.
        let _ = task.await;
    }

    /// The same events as an iterator that waits for each.
    #[cfg(feature = "blocking")]
    pub fn blocking(self) -> BlockingStream<Self> {
        BlockingStream::new(self)
    }
}

impl Stream for Events {
    type Item = Result<Event, Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.items.poll_recv(context)
    }
}

impl fmt::Debug for Events {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Events").field("waiting", &self.items.len()).finish_non_exhaustive()
    }
}
