//! What an OpenID provider says when it refuses.

use crate::call::RawResponse;

/// The provider refused, or a sign-in did not end as it began.
#[derive(Clone, Debug, thiserror::Error)]
#[error("stub")]
pub struct OpenIdError {
    response: Option<RawResponse>,
}

impl OpenIdError {
    /// The answer, if one came.
    pub fn response(&self) -> Option<&RawResponse> {
        self.response.as_ref()
    }
}
