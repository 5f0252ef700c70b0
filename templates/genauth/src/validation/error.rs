//! Why a token is not to be trusted.

/// A token is not to be trusted.
#[derive(Clone, Debug, thiserror::Error)]
#[error("stub")]
pub struct TokenError {}
