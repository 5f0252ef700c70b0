//! The token endpoint: tokens for a code, for a refresh token, and for a machine's own key.

use super::client_credentials::ClientCredentials;
use super::{ClientAuthentication, TokenSet, answer};
use crate::AuthenticationClient;
use crate::call::Call;
use crate::values::Secret;

/// A code that a user came back with, and what it is exchanged with.
#[derive(Clone, Debug)]
#[must_use]
pub struct AuthorizationCode {
    code: Secret,
    code_verifier: Option<Secret>,
    redirect_uri: Option<String>,
}

impl AuthorizationCode {
    /// The code alone.
    pub fn new(code: impl Into<Secret>) -> Self {
        AuthorizationCode { code: code.into(), code_verifier: None, redirect_uri: None }
    }

    /// The code verifier whose challenge was in the address of the sign-in (RFC 7636, 4.5).
    pub fn with_code_verifier(mut self, code_verifier: impl Into<Secret>) -> Self {
        self.code_verifier = Some(code_verifier.into());
        self
    }

    /// The redirect URI that was in the address of the sign-in, when it was not the client's own.
    pub fn with_redirect_uri(mut self, uri: impl Into<String>) -> Self {
        self.redirect_uri = Some(uri.into());
        self
    }
}

impl From<&str> for AuthorizationCode {
    fn from(code: &str) -> Self {
        AuthorizationCode::new(code)
    }
}

impl AuthenticationClient {
    /// Exchanges the code that a user came back with for tokens (RFC 6749, 4.1.3).
    ///
    /// Takes a text or an [`AuthorizationCode`]. A code is good for ten minutes and for one exchange, so this is not sent
    /// again by itself.
    ///
    /// `getAccessTokenByCode`: `POST /oidc/token` or `/oauth/token`
    pub fn get_access_token_by_code(&self, code: impl Into<AuthorizationCode>) -> Call<TokenSet> {
        let AuthorizationCode { code, code_verifier, redirect_uri } = code.into();
        let redirect_uri = redirect_uri.as_ref().or(self.settings.redirect_uri.as_ref());
        let mut fields = vec![("grant_type", "authorization_code"), ("code", code.expose())];
        fields.extend(redirect_uri.map(|uri| ("redirect_uri", uri.as_str())));
        fields.extend(code_verifier.as_ref().map(|verifier| ("code_verifier", verifier.expose())));
        self.token_call(&fields, "getAccessTokenByCode")
    }

    /// Gets new tokens for a refresh token (RFC 6749, 6). The answer may hold another refresh token, which replaces this one.
    ///
    /// `getNewAccessTokenByRefreshToken`: `POST /oidc/token` or `/oauth/token`
    pub fn get_new_access_token_by_refresh_token(&self, refresh_token: impl AsRef<str>) -> Call<TokenSet> {
        let fields = [("grant_type", "refresh_token"), ("refresh_token", refresh_token.as_ref())];
        self.token_call(&fields, "getNewAccessTokenByRefreshToken")
    }

    /// Gets an access token for a machine (RFC 6749, 4.4), by a programmatic access key of its own.
    ///
    /// The key stands in the place of the application's id and secret, and goes the way that the token endpoint wants
    /// them; without one, in the form.
    ///
    /// `getAccessTokenByClientCredentials`: `POST /oidc/token` or `/oauth/token`
    pub fn get_access_token_by_client_credentials(
        &self,
        scope: impl AsRef<str>,
        access_key: impl AsRef<str>,
        access_secret: impl AsRef<str>,
    ) -> Call<TokenSet> {
        let method = match self.settings.token_endpoint_auth {
            ClientAuthentication::Basic => ClientAuthentication::Basic,
            ClientAuthentication::Post | ClientAuthentication::None => ClientAuthentication::Post,
        };
        let key = ClientCredentials { method, id: access_key.as_ref(), secret: Some(access_secret.as_ref()) };
        let fields = [("grant_type", "client_credentials"), ("scope", scope.as_ref())];
        key.send(self.post_to_protocol("/token"), &fields).call_with(
            "getAccessTokenByClientCredentials",
            "application/json",
            answer::read,
        )
    }

    fn token_call(&self, fields: &[(&str, &str)], operation: &'static str) -> Call<TokenSet> {
        self.settings
            .credentials(self.settings.token_endpoint_auth)
            .send(self.post_to_protocol("/token"), fields)
            .call_with(operation, "application/json", answer::read)
    }
}
