//! What can go wrong on the way. No message has more of an address than [`Address`] shows.

use std::time::Duration;

use crate::Address;

/// Why there is no text.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The client itself could not be made, for example because a proxy's address is none.
    #[error("no HTTP client can be made: {0}")]
    Client(String),
    /// Nobody knows the host.
    #[error("the host of {0} is not found")]
    UnknownHost(Address),
    /// There is no connection: refused, no way, no TLS, or the proxy lets nobody through.
    #[error("cannot connect to {address}: {reason}")]
    NoConnection {
        /// Where to.
        address: Address,
        /// What the system, the TLS or the proxy says.
        reason: String,
    },
    /// Nothing comes any more.
    #[error("{0} takes too long to answer")]
    Timeout(Address),
    /// The connection broke, or the body is not of the length that was announced, or cannot be unpacked.
    #[error("the answer of {address} is broken off or damaged: {reason}")]
    Broken {
        /// Whose answer.
        address: Address,
        /// What is wrong with it.
        reason: String,
    },
    /// The server said so.
    #[error("{address} answers with status {status}")]
    Status {
        /// Who answers.
        address: Address,
        /// The status code.
        status: u16,
        /// How long it asks to wait.
        retry_after: Option<Duration>,
    },
    /// A redirect leads in a circle, through too many places, or nowhere.
    #[error("a redirect of {address} is not followed: {reason}")]
    Redirect {
        /// Where it began.
        address: Address,
        /// Why it is not.
        reason: String,
    },
    /// More than is taken.
    #[error("the text at {address} has more than {limit} bytes")]
    TooLarge {
        /// What is so large.
        address: Address,
        /// What is taken.
        limit: usize,
    },
    /// Bytes that are no text.
    #[error("what {0} has is not UTF-8")]
    NotText(Address),
}

impl Error {
    /// Whether it may go well a little later.
    #[must_use]
    pub fn is_passing(&self) -> bool {
        match self {
            Self::NoConnection { .. } | Self::Timeout(_) | Self::Broken { .. } | Self::UnknownHost(_) => true,
            Self::Status { status, .. } => matches!(status, 408 | 429 | 500 | 502 | 503 | 504),
            Self::Client(_) | Self::Redirect { .. } | Self::TooLarge { .. } | Self::NotText(_) => false,
        }
    }

    /// Whether it is the fault of what was asked for, and not of the way there.
    #[must_use]
    pub fn is_of_the_source(&self) -> bool {
        match self {
            Self::Status { .. } => !self.is_passing(),
            Self::Redirect { .. } | Self::TooLarge { .. } | Self::NotText(_) => true,
            _ => false,
        }
    }
}
