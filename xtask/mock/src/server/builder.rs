//! What a mock can be told before it starts.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use super::expectation::Scripts;
use super::faults::Faults;
use super::journal::Journal;
use super::{Described, Mock, Shared};
use crate::credentials::{Audience, Credentials, Settings};
use crate::document::Document;
use crate::judge::Judge;
use crate::world::World;

/// Builds a [`Mock`].
#[derive(Clone, Debug, Default)]
pub struct MockBuilder {
    documents: Vec<Arc<Document>>,
    settings: Settings,
    port: u16,
    is_lenient: bool,
    latency: Duration,
    fault_rate: f64,
    log: Option<fn(&str)>,
}

/// Why a mock did not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The address is taken, or not allowed.
    #[error("cannot listen on {address}: {source}")]
    Listen {
        /// The address.
        address: SocketAddr,
        /// What the operating system says.
        source: std::io::Error,
    },
}

impl MockBuilder {
    /// Adds a document. Where two have an operation in common, the credentials of a request tell which one is meant.
    #[must_use]
    pub fn document(mut self, document: Arc<Document>) -> Self {
        self.documents.push(document);
        self
    }

    /// Sets the names and secrets.
    #[must_use]
    pub fn settings(mut self, settings: Settings) -> Self {
        self.settings = settings;
        self
    }

    /// Listens on this port of the loopback address; 0, the default, takes a free one.
    #[must_use]
    pub fn port(mut self, port: u16) -> Self {
        self.port = port;
        self
    }

    /// Answers requests that break the document as if they did not. Violations are recorded all the same.
    #[must_use]
    pub fn lenient(mut self) -> Self {
        self.is_lenient = true;
        self
    }

    /// Waits this long before every answer.
    #[must_use]
    pub fn latency(mut self, latency: Duration) -> Self {
        self.latency = latency;
        self
    }

    /// Lets this part of all requests, from 0 to 1, fail as networks and gateways do.
    #[must_use]
    pub fn faults(mut self, rate: f64) -> Self {
        self.fault_rate = rate;
        self
    }

    /// Gives a line for each request to this function.
    #[must_use]
    pub fn log(mut self, log: fn(&str)) -> Self {
        self.log = Some(log);
        self
    }

    /// Starts to listen on the loopback address.
    ///
    /// # Errors
    ///
    /// When the port cannot be had.
    pub async fn start(self) -> Result<Mock, StartError> {
        let described = self
            .documents
            .into_iter()
            .map(|document| Described { audience: Audience::of(&document), judge: Arc::new(Judge::new(document)) });
        let seed = self.settings.seed;
        let credentials = Credentials::new(self.settings);
        let world = World::new(credentials.settings().clone(), Arc::clone(credentials.tokens()));
        let shared = Shared {
            described: described.collect(),
            credentials,
            world: Mutex::new(world),
            journal: Journal::default(),
            scripts: Scripts::default(),
            faults: Faults::new(self.latency, self.fault_rate, seed),
            samples: Mutex::new(None),
            is_strict: !self.is_lenient,
            seed,
            log: self.log,
        };
        Mock::listen(Arc::new(shared), self.port).await
    }
}
