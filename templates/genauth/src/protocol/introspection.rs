//! Asking the provider what a token is good for.

use std::fmt;

use serde::Deserialize;

use super::{answer, lenient};
use crate::AuthenticationClient;
use crate::call::Call;
use crate::json::Extra;

/// What the provider says about a token (RFC 7662, 2.2). Times are seconds since the beginning of 1970 in UTC.
///
/// `Debug` shows the names of the members that no standard names, and not their values.
#[derive(Clone, Deserialize)]
#[non_exhaustive]
pub struct Introspection {
    /// Whether the token is good. Of a token that is not, nothing else is told.
    pub active: bool,
    /// The user whom the token belongs to.
    #[serde(default)]
    pub sub: Option<String>,
    /// The application that the token was given to.
    #[serde(default)]
    pub client_id: Option<String>,
    /// What the token allows, words with spaces between.
    #[serde(default)]
    pub scope: Option<String>,
    /// The kind of the token.
    #[serde(default)]
    pub token_type: Option<String>,
    /// Who issued the token.
    #[serde(default)]
    pub iss: Option<String>,
    /// Whom the token is for.
    #[serde(default, deserialize_with = "lenient::texts")]
    pub aud: Vec<String>,
    /// The token's own name.
    #[serde(default)]
    pub jti: Option<String>,
    /// When the token expires.
    #[serde(default, deserialize_with = "lenient::timestamp")]
    pub exp: Option<i64>,
    /// When the token was issued.
    #[serde(default, deserialize_with = "lenient::timestamp")]
    pub iat: Option<i64>,
    /// The members that the standard does not name, as they came.
    #[serde(flatten)]
    pub extra: Extra,
}

impl AuthenticationClient {
    /// Asks the provider whether an access token or a refresh token is good (RFC 7662).
    ///
    /// `introspectToken`: `POST /oidc/token/introspection` or `/oauth/token/introspection`
    pub fn introspect_token(&self, token: impl AsRef<str>) -> Call<Introspection> {
        self.settings
            .credentials(self.settings.introspection_endpoint_auth)
            .send(self.post_to_protocol("/token/introspection"), &[("token", token.as_ref())])
            .repeatable()
            .call_with("introspectToken", "application/json", answer::read)
    }
}

impl fmt::Debug for Introspection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Introspection")
            .field("active", &self.active)
            .field("sub", &self.sub)
            .field("client_id", &self.client_id)
            .field("scope", &self.scope)
            .field("token_type", &self.token_type)
            .field("iss", &self.iss)
            .field("aud", &self.aud)
            .field("jti", &self.jti)
            .field("exp", &self.exp)
            .field("iat", &self.iat)
            .field("extra", &self.extra.keys().collect::<Vec<_>>())
            .finish()
    }
}
