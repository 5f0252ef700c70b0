//! The transport by which clients reach a mock.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use ::http::Request;
use bytes::Bytes;

use super::sent::Sent;
use super::state::State;
use crate::http::{Transport, TransportFuture};

/// Leads requests to a [`Mock`](super::Mock), by its [`transport`](super::Mock::transport). Clones are cheap.
#[derive(Clone)]
pub struct MockTransport {
    state: Arc<State>,
}

impl MockTransport {
    pub(super) fn new(state: Arc<State>) -> Self {
        MockTransport { state }
    }
}

impl Transport for MockTransport {
    fn send(&self, request: Request<Bytes>, _: Duration) -> TransportFuture<'_> {
        Box::pin(async move { self.state.answer(Sent::new(request)).give().await })
    }
}

impl fmt::Debug for MockTransport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MockTransport").finish_non_exhaustive()
    }
}
