//! The client, and its builder.

use std::fmt;

use crate::call::CustomRequest;
use crate::error::Error;
use crate::http::{Http, HttpOptions, client_settings};
use crate::metadata::BASE_URL;
use crate::values::Secret;

/// Calls the operations of the API.
///
/// Clones are cheap and share the connections.
#[derive(Clone)]
pub struct Client {
    pub(super) http: Http,
}

impl Client {
    /// Begins a client.
    pub fn builder() -> ClientBuilder {
        ClientBuilder::new()
    }

    /// The same client with another bearer token. It shares the connections with this one.
    #[must_use]
    pub fn with_bearer_token(&self, token: impl AsRef<str>) -> Self {
        Client { http: self.http.with_bearer_token("bearer_token", token.as_ref()) }
    }

    /// A request to an operation that this crate has no method for. `path` begins with a slash.
    pub fn request(&self, method: ::http::Method, path: &str) -> CustomRequest {
        CustomRequest::new(self.http.request(method, path.to_owned()))
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client").field("base_url", &self.http.settings().base_url).finish_non_exhaustive()
    }
}

/// Settings of a [`Client`].
#[must_use = "a builder does nothing until `build` is called"]
#[derive(Clone)]
pub struct ClientBuilder {
    base_url: Option<String>,
    authorization: Option<Authorization>,
    headers: Vec<(String, Secret)>,
    options: HttpOptions,
}

#[derive(Clone)]
enum Authorization {
    Bearer(Secret),
    Basic { user: String, password: Secret },
}

impl ClientBuilder {
    fn new() -> Self {
        ClientBuilder { base_url: None, authorization: None, headers: Vec::new(), options: HttpOptions::new() }
    }

    /// Where the API is, when it is not at the first server of its description.
    pub fn base_url(mut self, base_url: impl Into<String>) -> Self {
        self.base_url = Some(base_url.into());
        self
    }

    /// Sends `Authorization: Bearer` with every request.
    pub fn bearer_token(mut self, token: impl Into<String>) -> Self {
        self.authorization = Some(Authorization::Bearer(Secret::new(token)));
        self
    }

    /// Sends `Authorization: Basic` with every request.
    pub fn basic_auth(mut self, user: impl Into<String>, password: impl Into<String>) -> Self {
        self.authorization = Some(Authorization::Basic { user: user.into(), password: Secret::new(password) });
        self
    }

    /// Sends a header with every request, such as an API key.
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers.push((name.into(), Secret::new(value)));
        self
    }

    client_settings!();

    /// Builds the client.
    ///
    /// # Errors
    ///
    /// [`Error::Configuration`] when a setting is missing or cannot be used.
    pub fn build(self) -> Result<Client, Error> {
        let ClientBuilder { base_url, authorization, headers, mut options } = self;
        for (name, value) in headers {
            options.set_header("header", &name, value.expose())?;
        }
        match authorization {
            Some(Authorization::Bearer(token)) => options.set_bearer_token("bearer_token", token.expose())?,
            Some(Authorization::Basic { user, password }) => {
                options.set_basic_auth("basic_auth", &user, password.expose())?;
            }
            None => {}
        }
        let http = options.build("base_url", base_url.as_deref().or(BASE_URL).unwrap_or_default())?;
        Ok(Client { http })
    }
}

impl fmt::Debug for ClientBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientBuilder").field("base_url", &self.base_url).finish_non_exhaustive()
    }
}
