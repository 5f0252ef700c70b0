//! Exchanges that did not come to an end.

use std::error::Error as StdError;
use std::fmt;
use std::sync::Arc;

/// No complete answer came. What the transport says about it is the [`source`](StdError::source).
#[derive(Clone, Debug)]
pub struct TransportError {
    kind: TransportErrorKind,
    operation: Option<&'static str>,
    source: Arc<dyn StdError + Send + Sync>,
}

/// What kept an answer from coming.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TransportErrorKind {
    /// No connection to the service: an unknown host, a closed port, no route.
    Connect,
    /// The time ran out.
    Timeout,
    /// No trust in the other side: a bad certificate, or no common protocol.
    Tls,
    /// The answer is larger than allowed.
    TooLarge,
    /// Anything else, such as a connection that broke off in the middle.
    Other,
    /// The test kit was not told what comes back (feature `testing`).
    #[cfg(feature = "testing")]
    Unprepared,
}

impl TransportErrorKind {
    /// Whether another attempt may fare better.
    pub(crate) fn is_transient(self) -> bool {
        matches!(self, Self::Connect | Self::Timeout | Self::Other)
    }

    /// The kind as one word, for logs.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Connect => "connect",
            Self::Timeout => "timeout",
            Self::Tls => "tls",
            Self::TooLarge => "too_large",
            Self::Other => "other",
            #[cfg(feature = "testing")]
            Self::Unprepared => "unprepared",
        }
    }
}

impl TransportError {
    /// For authors of a [`Transport`](crate::Transport). The source must not show the URL's query: it can hold secrets.
    pub fn new(kind: TransportErrorKind, source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        TransportError { kind, operation: None, source: Arc::from(source.into()) }
    }

    pub(crate) fn during(self, operation: &'static str) -> Self {
        TransportError { operation: Some(operation), ..self }
    }

    /// What kept the answer from coming.
    pub fn kind(&self) -> TransportErrorKind {
        self.kind
    }

    /// The operation that was called.
    pub fn operation(&self) -> Option<&str> {
        self.operation
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(operation) = self.operation {
            write!(f, "{operation}: ")?;
        }
        f.write_str(match self.kind {
            TransportErrorKind::Connect => "no connection to the service",
            TransportErrorKind::Timeout => "no answer in time",
            TransportErrorKind::Tls => "no secure connection to the service",
            TransportErrorKind::TooLarge => "the answer is larger than allowed",
            TransportErrorKind::Other => "no complete answer",
            #[cfg(feature = "testing")]
            TransportErrorKind::Unprepared => return write!(f, "no answer was prepared: {}", self.source),
        })
    }
}

impl StdError for TransportError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        Some(&*self.source)
    }
}
