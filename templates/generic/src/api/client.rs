//! The client, and its builder.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use crate::error::Error;
use crate::http::{Http, HttpOptions, ReqwestTransport, Transport};
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

    /// How long a call may take, from connecting to the last byte; 10 seconds unless set.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.options.timeout = timeout;
        self
    }

    /// Makes an answer that departs from its description an error instead of correcting and logging it.
    pub fn strict(mut self, strict: bool) -> Self {
        self.options.set_strict(strict);
        self
    }

    /// Sends through a `reqwest` client of your own: proxies, certificates, a shared pool. Turn its redirects off.
    pub fn http_client(self, client: reqwest::Client) -> Self {
        self.transport(ReqwestTransport::from(client))
    }

    /// Sends through a transport of your own.
    pub fn transport(mut self, transport: impl Transport) -> Self {
        self.options.transport = Some(Arc::new(transport));
        self
    }

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
