//! How an application proves that it is the one.

use std::future::ready;

use ::http::HeaderValue;
use ::http::header::AUTHORIZATION;
use bytes::Bytes;

use super::Settings;
use crate::AuthenticationClient;
use crate::error::{ConfigurationError, Error};
use crate::http::{AuthorizeFuture, Authorizer, Http, Request, basic};
use crate::values::Secret;

/// How an application authenticates at an endpoint (OpenID Connect Core 9), as set in its console.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ClientAuthentication {
    /// Id and secret in the body: `client_secret_post`.
    #[default]
    Post,
    /// Id and secret in the header `authorization`: `client_secret_basic`.
    Basic,
    /// The id alone, for applications that cannot keep a secret: `none`.
    None,
}

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
    pub(super) fn post_to_protocol(&self, path: &str) -> Request {
        match self.settings.protocol.token_base() {
            Some(base) => self.http.post(&format!("{base}{path}")),
            None => self.http.post(path).refuse("only the protocols OpenID Connect and OAuth 2.0 have tokens"),
        }
    }
}

/// The operations that take the application's credentials in the header, beside those of the protocols.
const SIGN_IN_PATHS: [&str; 3] =
    ["/api/v3/signin", "/api/v3/signin-by-mobile", "/api/v3/exchange-tokenset-with-qrcode-ticket"];

/// Authenticates the application when a user signs in by one of the API's own operations.
pub(crate) struct SignInAuthorizer {
    credentials: HeaderValue,
}

impl SignInAuthorizer {
    pub(crate) fn new(app_id: &str, app_secret: &Secret) -> Result<Self, ConfigurationError> {
        Ok(SignInAuthorizer { credentials: basic("app_id", app_id, app_secret.expose())? })
    }
}

impl Authorizer for SignInAuthorizer {
    fn authorize<'a>(&'a self, http: &'a Http, request: &'a mut ::http::Request<Bytes>) -> AuthorizeFuture<'a> {
        let path = request.uri().path().strip_prefix(http.base_path());
        if path.is_some_and(|path| SIGN_IN_PATHS.contains(&path)) {
            request.headers_mut().insert(AUTHORIZATION, self.credentials.clone());
        }
        Box::pin(ready(Ok::<(), Error>(())))
    }
}
