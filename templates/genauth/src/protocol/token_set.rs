//! The tokens that a token endpoint gives.

use std::fmt;
use std::time::Duration;

use serde::Deserialize;

use super::lenient;
use crate::json::Extra;
use crate::values::Secret;

/// A successful answer of the token endpoint (RFC 6749, 5.1; OpenID Connect Core 3.1.3.3).
///
/// `Debug` shows none of the tokens.
#[derive(Clone, Deserialize)]
#[non_exhaustive]
pub struct TokenSet {
    /// What calls in the user's name are made with.
    pub access_token: Secret,
    /// Who the user is, not yet checked: see
    /// [`parse_id_token`](crate::AuthenticationClient::parse_id_token).
    #[serde(default)]
    pub id_token: Option<Secret>,
    /// What new tokens are had with. It needs the scope `offline_access` and the user's consent.
    #[serde(default)]
    pub refresh_token: Option<Secret>,
    /// How the access token is used; `Bearer`.
    #[serde(default)]
    pub token_type: Option<String>,
    /// How long the access token is good for, from the time of the answer.
    #[serde(default, deserialize_with = "lenient::seconds")]
    pub expires_in: Option<Duration>,
    /// What the user agreed to, when it is not what was asked for.
    #[serde(default)]
    pub scope: Option<String>,
    /// The members that no standard names, as they came.
    #[serde(flatten)]
    pub extra: Extra,
}

impl fmt::Debug for TokenSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TokenSet")
            .field("access_token", &self.access_token)
            .field("id_token", &self.id_token)
            .field("refresh_token", &self.refresh_token)
            .field("token_type", &self.token_type)
            .field("expires_in", &self.expires_in)
            .field("scope", &self.scope)
            // These may be tokens too.
            .field("extra", &self.extra.keys().collect::<Vec<_>>())
            .finish()
    }
}
