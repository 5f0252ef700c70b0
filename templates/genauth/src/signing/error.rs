//! Requests that cannot be signed.

/// Why a request cannot be signed. It never holds the secret, the query or the body.
#[derive(Debug, thiserror::Error)]
pub(crate) enum SigningError {
    /// A header cannot hold what this names.
    #[error("the {0} has characters that HTTP does not allow in a header")]
    Header(&'static str),
    /// HMAC takes keys of every length, so this does not happen.
    #[error("the access key secret is not a key")]
    Secret,
    #[error("the clock of this machine is not between the years 1970 and 9999")]
    Clock,
    #[error("the query is not UTF-8")]
    Query,
    #[error("the JSON body cannot be read")]
    Body(#[from] serde_json::Error),
}
