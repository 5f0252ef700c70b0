//! Checking tokens without asking the provider about each.

use crate::AuthenticationClient;
use crate::error::Error;
use crate::validation::{AccessToken, IdToken};

impl AuthenticationClient {
    /// Checks an ID token (OpenID Connect Core 3.1.3.7) and tells its claims. The provider's keys are fetched when needed.
    ///
    /// `nonce` is the one that the sign-in was begun with; without it nothing keeps a token from being used twice.
    ///
    /// # Errors
    ///
    /// [`Error::Token`] when the token is not to be trusted, and those of a call when keys have to be fetched.
    pub async fn parse_id_token(&self, id_token: &str, nonce: Option<&str>) -> Result<IdToken, Error> {
        self.validator.id_token(&self.http, id_token, nonce).await
    }

    /// Checks an access token in the form of a JWT (RFC 9068) and tells its claims. The provider's keys are fetched when
    /// needed.
    ///
    /// A token that was revoked passes until it expires; [`introspect_token`](Self::introspect_token) knows better.
    ///
    /// # Errors
    ///
    /// [`Error::Token`] when the token is not to be trusted, and those of a call when keys have to be fetched.
    pub async fn parse_access_token(&self, access_token: &str) -> Result<AccessToken, Error> {
        self.validator.access_token(&self.http, access_token).await
    }
}
