//! The address where a user signs out.

use super::Protocol;
use super::url::with_query;
use crate::AuthenticationClient;
use crate::values::Secret;

/// What signing out says beside the client's own settings. Nothing has to be set.
#[derive(Clone, Debug, Default)]
#[must_use]
pub struct LogoutUrlOptions {
    redirect_uri: Option<String>,
    state: Option<String>,
    id_token: Option<Secret>,
}

impl LogoutUrlOptions {
    /// With nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Where the user comes back to, instead of the client's `logout_redirect_uri`.
    pub fn with_redirect_uri(mut self, uri: impl Into<String>) -> Self {
        self.redirect_uri = Some(uri.into());
        self
    }

    /// With OpenID Connect, what comes back unchanged with the user.
    pub fn with_state(mut self, state: impl Into<String>) -> Self {
        self.state = Some(state.into());
        self
    }

    /// With OpenID Connect, the ID token of the user. Without it the service may not send them back.
    pub fn with_id_token(mut self, id_token: impl Into<Secret>) -> Self {
        self.id_token = Some(id_token.into());
        self
    }
}

impl AuthenticationClient {
    /// Makes the address where a user signs out, for the client's protocol.
    ///
    /// With OpenID Connect (RP-Initiated Logout 1.0) it holds the ID token, if one is given.
    #[must_use]
    pub fn build_logout_url(&self, options: LogoutUrlOptions) -> String {
        let host = self.app_host();
        let redirect_uri = options.redirect_uri.as_deref().or(self.settings.logout_redirect_uri.as_deref());
        let (url, pairs) = match self.settings.protocol {
            Protocol::Oidc => {
                // There is nothing to bring the state back to without an address.
                let state = options.state.as_deref().filter(|_| redirect_uri.is_some());
                let id_token = options.id_token.as_ref().map(Secret::expose);
                let pairs = [("post_logout_redirect_uri", redirect_uri), ("state", state), ("id_token_hint", id_token)];
                (format!("{host}/oidc/session/end"), pairs.to_vec())
            }
            Protocol::Oauth | Protocol::Saml => {
                (format!("{host}/login/profile/logout"), vec![("redirect_uri", redirect_uri)])
            }
            Protocol::Cas => (format!("{host}/cas-idp/logout"), vec![("url", redirect_uri)]),
        };
        let pairs: Vec<_> = pairs.into_iter().filter_map(|(name, value)| Some((name, value?))).collect();
        with_query(url, &pairs)
    }
}
