//! What a client knows about its application's way of signing users in.

#![cfg_attr(
    not(feature = "oidc"),
    allow(dead_code, reason = "a client has the same settings with and without protocols")
)]

use crate::error::ConfigurationError;
use crate::values::Secret;

use super::ClientAuthentication;

/// The protocol by which users sign in to an application, as set in its console.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Protocol {
    /// OpenID Connect.
    #[default]
    Oidc,
    /// OAuth 2.0, without ID tokens.
    Oauth,
    /// SAML 2.0. The client only makes the addresses of signing in and out.
    Saml,
    /// CAS: signing in with tickets.
    Cas,
}

impl Protocol {
    /// What a sign-in asks for when nobody says.
    pub(crate) fn usual_scope(self) -> &'static str {
        match self {
            Protocol::Oauth => "user",
            Protocol::Oidc | Protocol::Saml | Protocol::Cas => "openid profile",
        }
    }

    /// OpenID Connect Core 3.1.2.1: without the word `openid` it would be plain OAuth, with no ID token.
    pub(crate) fn check_scope(self, scope: &str) -> Result<(), ConfigurationError> {
        if self == Protocol::Oidc && !has_word(scope, "openid") {
            return Err(ConfigurationError::new("scope", "must contain the word `openid`"));
        }
        Ok(())
    }

    /// Where the protocol's endpoints are; `None` for the protocols that have no tokens.
    pub(super) fn token_base(self) -> Option<&'static str> {
        match self {
            Protocol::Oidc => Some("/oidc"),
            Protocol::Oauth => Some("/oauth"),
            Protocol::Saml | Protocol::Cas => None,
        }
    }
}

/// Whether a list with spaces between its words, such as a scope, has this one.
pub(super) fn has_word(list: &str, word: &str) -> bool {
    list.split_ascii_whitespace().any(|it| it == word)
}

/// Whether HTTP allows a cookie of this name (RFC 6265, 4.1.1).
pub(crate) fn is_cookie_name(name: &str) -> bool {
    let is_token = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    !name.is_empty() && name.bytes().all(is_token)
}

/// The settings of a client, apart from those of HTTP.
#[derive(Debug)]
pub(crate) struct Settings {
    pub(crate) app_id: String,
    pub(crate) app_secret: Option<Secret>,
    pub(crate) protocol: Protocol,
    pub(crate) redirect_uri: Option<String>,
    pub(crate) logout_redirect_uri: Option<String>,
    pub(crate) scope: String,
    pub(crate) tenant_id: Option<String>,
    pub(crate) cookie_key: String,
    pub(crate) token_endpoint_auth: ClientAuthentication,
    pub(crate) introspection_endpoint_auth: ClientAuthentication,
    pub(crate) revocation_endpoint_auth: ClientAuthentication,
    pub(crate) issuer: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_cookies_are_tokens() {
        assert!(is_cookie_name("X-GenAuth-OIDC-State"));
        assert!(is_cookie_name("__Host-state"));
        for name in ["", "a b", "a=b", "a;b", "a\r\n"] {
            assert!(!is_cookie_name(name), "{name:?}");
        }
    }
}
