//! An application's own credentials, and how a request to a protocol's endpoint carries them.

use super::{ClientAuthentication, Settings};
use crate::AuthenticationClient;
use crate::http::Request;
use crate::values::Secret;

/// An id and a secret, and the way that they go.
pub(super) struct ClientCredentials<'a> {
    pub(super) method: ClientAuthentication,
    pub(super) id: &'a str,
    pub(super) secret: Option<&'a str>,
}

impl ClientCredentials<'_> {
    /// Makes a request carry a form and these credentials. The access token of a user stays out of it, as two ways of
    /// authenticating in one request are forbidden (RFC 6749, 2.3).
    pub(super) fn send(&self, request: Request, fields: &[(&str, &str)]) -> Request {
        let request = request.without_credentials();
        let own: &[(&str, &str)] = match (self.method, self.secret) {
            (ClientAuthentication::Basic, Some(secret)) => return request.basic(self.id, secret).form_pairs(fields),
            (ClientAuthentication::Post, Some(secret)) => &[("client_id", self.id), ("client_secret", secret)],
            _ => &[("client_id", self.id)],
        };
        request.form_pairs(&[own, fields].concat())
    }
}

impl Settings {
    /// The application's own credentials.
    pub(super) fn credentials(&self, method: ClientAuthentication) -> ClientCredentials<'_> {
        ClientCredentials { method, id: &self.app_id, secret: self.app_secret.as_ref().map(Secret::expose) }
    }
}

impl AuthenticationClient {
    /// A request to an endpoint that only OpenID Connect and OAuth 2.0 have. `path` follows the protocol's own.
    pub(super) fn post_to_protocol(&self, path: &'static str) -> Request {
        match self.settings.protocol.token_base() {
            Some(base) => self.http.post(format!("{base}{path}")),
            None => self.http.post(path).refuse("only the protocols OpenID Connect and OAuth 2.0 have tokens"),
        }
    }
}
