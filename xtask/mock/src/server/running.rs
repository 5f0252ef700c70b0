//! A mock that runs.

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;

use axum::Router;
use axum::extract::{Request, State};
use axum::response::Response;
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use super::{Expectation, ExpectationError, MockBuilder, Recorded, Shared, StartError, exchange, lock};
use crate::credentials::Settings;
use crate::sample::Variant;

/// A server on the loopback address. Dropping it stops it.
#[derive(Debug)]
pub struct Mock {
    shared: Arc<Shared>,
    address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    served: JoinHandle<()>,
}

impl Mock {
    /// What a mock can be told before it starts.
    pub fn builder() -> MockBuilder {
        MockBuilder::default()
    }

    pub(super) async fn listen(shared: Arc<Shared>, port: u16) -> Result<Mock, StartError> {
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
        let refused = |source| StartError::Listen { address, source };
        let listener = TcpListener::bind(address).await.map_err(refused)?;
        let address = listener.local_addr().map_err(refused)?;
        let (stop, stopped) = oneshot::channel();
        let routes = Router::new().fallback(answer).with_state(Arc::clone(&shared));
        let server = axum::serve(listener, routes).with_graceful_shutdown(async {
            // A sender that is gone means the same.
            let _ = stopped.await;
        });
        let served = tokio::spawn(async {
            // It only ends by the shutdown.
            let _ = server.await;
        });
        Ok(Mock { shared, address, stop: Some(stop), served })
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Its address as a URL, without a slash at the end.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The names and secrets that it knows.
    pub fn settings(&self) -> &Settings {
        self.shared.credentials.settings()
    }

    /// Every request so far, oldest first.
    pub fn requests(&self) -> Vec<Recorded> {
        self.shared.journal.all()
    }

    /// Every request so far, oldest first, which the mock then forgets.
    pub fn take_requests(&self) -> Vec<Recorded> {
        self.shared.journal.take()
    }

    /// An access token of the first user, if there is one.
    pub fn user_token(&self) -> Option<String> {
        self.shared.user_token(&self.url())
    }

    /// Scripts an answer.
    ///
    /// # Errors
    ///
    /// When there is no such operation, or the answer cannot be sent.
    pub fn expect(&self, expectation: Expectation) -> Result<(), ExpectationError> {
        self.shared.expect(vec![expectation])
    }

    /// Forgets requests, scripts and state.
    pub fn reset(&self) {
        self.shared.reset();
    }

    /// Answers every operation by a sample of this kind from now on, whatever the state; `None` goes back to the state.
    pub fn answer_with_samples(&self, samples: Option<(Variant, u64)>) {
        *lock(&self.shared.samples) = samples;
    }

    /// Stops accepting connections, and waits until those that are open have had their answers.
    pub async fn stop(mut self) {
        drop(self.stop.take());
        // A task that panicked has stopped as well.
        let _ = (&mut self.served).await;
    }
}

impl Drop for Mock {
    fn drop(&mut self) {
        // After `stop` the sender is gone and the task is over.
        if self.stop.is_some() {
            self.served.abort();
        }
    }
}

async fn answer(State(shared): State<Arc<Shared>>, request: Request) -> Response {
    exchange::answer(&shared, request).await
}
