//! The client of the authentication API.

mod builder;

use std::fmt;
use std::sync::Arc;

pub use self::builder::AuthenticationClientBuilder;
use crate::call::CustomRequest;
#[cfg(feature = "events")]
use crate::error::Error;
#[cfg(feature = "events")]
use crate::events::{Socket, SocketUri};
use crate::http::Http;
use crate::protocol::Settings;
#[cfg(feature = "oidc")]
use crate::validation::TokenValidator;

/// Acts for a user of an application: signing in, signing up, the user's own profile and account.
///
/// Clones are cheap and share the connections and the keys that tokens are checked with.
///
/// ```no_run
/// # fn main() -> Result<(), genauth::Error> {
/// let client = genauth::AuthenticationClient::builder()
///     .app_id("APP_ID")
///     .app_secret("APP_SECRET")
///     .app_host("https://example.genauth.ai")
///     .build()?;
/// let user = client.with_access_token("ACCESS_TOKEN");
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct AuthenticationClient {
    pub(crate) http: Http,
    pub(crate) settings: Arc<Settings>,
    #[cfg(feature = "oidc")]
    pub(crate) validator: Arc<TokenValidator>,
    #[cfg(feature = "events")]
    socket_uri: SocketUri,
}

impl AuthenticationClient {
    /// Begins a client.
    pub fn builder() -> AuthenticationClientBuilder {
        AuthenticationClientBuilder::new()
    }

    /// The same client for a signed-in user. It shares the connections with this one.
    #[must_use]
    pub fn with_access_token(&self, access_token: impl AsRef<str>) -> Self {
        let http = self.http.with_bearer_token("access_token", access_token.as_ref());
        AuthenticationClient { http, ..self.clone() }
    }

    /// Makes this client act for a signed-in user. Clones that were made before keep what they have.
    ///
    /// The token goes with the API's operations, never to the endpoints of the sign-in protocols.
    pub fn set_access_token(&mut self, access_token: impl AsRef<str>) {
        self.http = self.http.with_bearer_token("access_token", access_token.as_ref());
    }

    /// The application that this client belongs to.
    pub fn app_id(&self) -> &str {
        &self.settings.app_id
    }

    /// The address of the application, without a slash at its end.
    pub fn app_host(&self) -> &str {
        &self.http.settings().base_url
    }

    /// A request to an operation that this crate has no method for. `path` begins with a slash.
    pub fn request(&self, method: ::http::Method, path: &str) -> CustomRequest {
        CustomRequest::new(self.http.request(method, path.to_owned()))
    }

    /// Where to hear of an event, and by which credentials.
    #[cfg(feature = "events")]
    pub(crate) fn event_socket(&self, event: &str) -> Result<Socket, Error> {
        Socket::of_user(&self.socket_uri, event, &self.http)
    }
}

impl fmt::Debug for AuthenticationClient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AuthenticationClient")
            .field("app_host", &self.app_host())
            .field("settings", &self.settings)
            .finish_non_exhaustive()
    }
}
