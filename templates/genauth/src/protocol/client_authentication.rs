//! How an application proves that it is the one.

use std::future::ready;

use ::http::HeaderValue;
use ::http::header::AUTHORIZATION;
use bytes::Bytes;

use crate::error::{ConfigurationError, Error};
use crate::http::{AuthorizeFuture, Authorizer, Http, basic};
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
