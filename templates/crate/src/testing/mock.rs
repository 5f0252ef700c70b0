//! The mock: expectations on one side, clients on the other.

use std::fmt;
use std::sync::Arc;

use ::http::Method;
use serde_json::Value;

use super::operation::Operation;
use super::state::State;
use super::{Expectation, MockTransport, SentRequest};

/// Stands for the service in tests.
///
/// It has one method for each operation, of the operation's name, which says that requests are expected and what comes
/// back. Clones are cheap and share everything. When the last one goes, it does what [`verify`](Self::verify) does, unless
/// the test has failed already.
#[derive(Clone)]
pub struct Mock {
    owned: Arc<Owned>,
}

/// What clones share. Clients keep the state alone, so that one which outlives the mock does not put off its check.
struct Owned {
    state: Arc<State>,
}

impl Mock {
    /// Starts a mock that expects nothing yet. It lives in this process and opens no socket.
    // Async, so that a mock which needs more time to start breaks no test.
    #[expect(clippy::unused_async, reason = "see above")]
    pub async fn start() -> Self {
        Mock::new()
    }

    /// The same without an async runtime of one's own.
    #[cfg(feature = "blocking")]
    pub fn start_blocking() -> Self {
        Mock::new()
    }

    fn new() -> Self {
        Mock { owned: Arc::new(Owned { state: Arc::new(State::default()) }) }
    }

    /// Expects a request that is no operation of this crate, from any client. `path` begins with a slash and may have
    /// variables: `/users/{id}`.
    ///
    /// The body of a captured request is JSON whatever was sent: a form is an object of texts, any other text is a string,
    /// and nothing is null.
    pub fn on(&self, method: Method, path: &str) -> Expectation<(), Value, Value> {
        Expectation::new(self.owned.state.expect(Operation::custom(method, path)))
    }

    /// Expects an operation.
    pub(super) fn expect<P, B, A>(&self, operation: &'static Operation) -> Expectation<P, B, A> {
        Expectation::new(self.owned.state.expect(operation.clone()))
    }

    /// What an application gives to the builder of its own client. Any base URL will do; one whose host is a client's
    /// module and `.mock`, as the ready clients have it, gets no expectation of another client.
    pub fn transport(&self) -> MockTransport {
        MockTransport::new(Arc::clone(&self.owned.state))
    }

    /// Every request that came, in order, expected or not.
    pub fn requests(&self) -> Vec<SentRequest<(), Value>> {
        self.owned.state.requests()
    }

    /// Checks that every request was expected, and that every expectation with a number was met.
    ///
    /// # Panics
    ///
    /// When that is not so, with one line for each request and expectation.
    #[track_caller]
    pub fn verify(&self) {
        self.owned.state.verify();
    }
}

impl Drop for Owned {
    fn drop(&mut self) {
        if !std::thread::panicking() && !self.state.has_told() {
            self.state.verify();
        }
    }
}

impl fmt::Debug for Mock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Mock").finish_non_exhaustive()
    }
}
