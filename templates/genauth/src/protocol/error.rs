//! What goes wrong between an application, its user's browser and the provider.

use crate::call::RawResponse;

/// The provider refused, or a sign-in did not end as it began.
#[derive(Clone, Debug, thiserror::Error)]
#[error("{kind}")]
pub struct OpenIdError {
    kind: OpenIdErrorKind,
    response: Option<RawResponse>,
}

/// Why a sign-in, or a step of it, did not succeed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum OpenIdErrorKind {
    /// The provider says why, in an answer (RFC 6749, 5.2) or in the address that the user came back to (4.1.2.1).
    #[error("the provider refused: {error}{}", following(description))]
    #[non_exhaustive]
    Provider {
        /// The code, such as `invalid_grant` or `access_denied`.
        error: String,
        /// The provider's own words.
        description: Option<String>,
    },
    /// The user came back without the cookie that was set when they were sent away: it expired, or somebody else sent them.
    #[error("the browser brought no cookie of a sign-in")]
    MissingCookie,
    /// The sign-in that comes back is not the one that this browser began (RFC 6749, 10.12).
    #[error("the state is not that of the sign-in")]
    StateMismatch,
    /// The answer comes from another provider than the one that was asked (RFC 9207).
    #[error("the issuer is not the one that was asked")]
    IssuerMismatch,
    /// The address that the user came back to has neither a code nor an error.
    #[error("the address has no code")]
    MissingCode,
    /// The provider gave tokens for a sign-in by OpenID Connect, and no ID token with them.
    #[error("the answer has no ID token")]
    MissingIdToken,
    /// The access token is not the one that the ID token came with (OpenID Connect Core 3.1.3.8).
    #[error("the ID token belongs to another access token")]
    AccessTokenMismatch,
    /// CAS does not accept the ticket.
    #[error("CAS refused the ticket{}{}", following(code), following(description))]
    #[non_exhaustive]
    CasRefused {
        /// The code, such as `INVALID_TICKET`. The first version of the protocol has none.
        code: Option<String>,
        /// The provider's own words.
        description: Option<String>,
    },
}

#[cfg(feature = "oidc")]
impl OpenIdError {
    pub(super) fn new(kind: OpenIdErrorKind) -> Self {
        OpenIdError { kind, response: None }
    }

    pub(super) fn answered(kind: OpenIdErrorKind, response: &RawResponse) -> Self {
        OpenIdError { kind, response: Some(response.clone()) }
    }
}

impl OpenIdError {
    /// What went wrong.
    pub fn kind(&self) -> &OpenIdErrorKind {
        &self.kind
    }

    /// The answer, if one came.
    pub fn response(&self) -> Option<&RawResponse> {
        self.response.as_ref()
    }
}

fn following(text: &Option<String>) -> String {
    text.iter().map(|text| format!(": {text}")).collect()
}
