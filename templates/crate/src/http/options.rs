//! What every client builder lets its user set.

use std::sync::Arc;

use ::http::header::AUTHORIZATION;
use ::http::{HeaderMap, HeaderName, HeaderValue, Uri};
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;

use super::client::Settings;
use super::plan::Plan;
use super::{Authorizer, Http, ReqwestTransport, Transport};
use crate::error::ConfigurationError;
use crate::json::Mode;
use crate::retry::Budget;

/// Settings on their way to an [`Http`].
#[derive(Clone)]
pub(crate) struct HttpOptions {
    pub(crate) plan: Plan,
    pub(crate) transport: Option<Arc<dyn Transport>>,
    pub(crate) authorizer: Option<Arc<dyn Authorizer>>,
    headers: HeaderMap,
}

impl HttpOptions {
    pub(crate) fn new() -> Self {
        HttpOptions { plan: Plan::new(), transport: None, authorizer: None, headers: HeaderMap::new() }
    }

    pub(crate) fn set_strict(&mut self, is_strict: bool) {
        self.plan.mode = if is_strict { Mode::Strict } else { Mode::Tolerant };
    }

    /// Adds a header to every request; `setting` names it in an error.
    pub(crate) fn set_header(
        &mut self,
        setting: &'static str,
        name: &str,
        value: &str,
    ) -> Result<(), ConfigurationError> {
        let name = HeaderName::from_bytes(name.as_bytes())
            .map_err(|_| ConfigurationError::new(setting, "makes a header name that HTTP does not allow"))?;
        self.headers.insert(name, secret_value(setting, value)?);
        Ok(())
    }

    /// Sends a token with every request (RFC 6750).
    pub(crate) fn set_bearer_token(&mut self, setting: &'static str, token: &str) -> Result<(), ConfigurationError> {
        self.headers.insert(AUTHORIZATION, bearer(setting, token)?);
        Ok(())
    }

    /// Sends a user name and a password with every request (RFC 7617).
    pub(crate) fn set_basic_auth(
        &mut self,
        setting: &'static str,
        user: &str,
        password: &str,
    ) -> Result<(), ConfigurationError> {
        self.headers.insert(AUTHORIZATION, basic(setting, user, password)?);
        Ok(())
    }

    /// `setting` is the name under which the user knows the base URL.
    pub(crate) fn build(self, setting: &'static str, base_url: &str) -> Result<Http, ConfigurationError> {
        let (base_url, port) = normalise(setting, base_url)?;
        let transport = match self.transport {
            Some(transport) => transport,
            None => Arc::new(ReqwestTransport::new()?),
        };
        let HttpOptions { plan, authorizer, headers, .. } = self;
        let budget = Arc::new(Budget::new());
        Ok(Http::new(transport, Settings { base_url, port, headers, plan, authorizer, budget, problem: None }))
    }
}

/// The methods that all client builders share. They expect a field `options` of type [`HttpOptions`].
macro_rules! client_settings {
    () => {
        /// How long a call may take with all of its attempts and waits; 30 seconds unless set.
        pub fn timeout(mut self, timeout: ::std::time::Duration) -> Self {
            self.options.plan.timeout = timeout;
            self
        }

        /// How long one attempt may take, from connecting to the last byte; 10 seconds unless set.
        pub fn attempt_timeout(mut self, timeout: ::std::time::Duration) -> Self {
            self.options.plan.attempt_timeout = timeout;
            self
        }

        /// When a call is sent again; [`Retry::standard`](crate::Retry::standard) unless set.
        pub fn retry(mut self, retry: $crate::Retry) -> Self {
            self.options.plan.retry = retry;
            self
        }

        /// Makes an answer that departs from its description an error instead of correcting and logging it.
        pub fn strict(mut self, strict: bool) -> Self {
            self.options.set_strict(strict);
            self
        }

        /// Sends through a `reqwest` client of your own, such as one that is shared with other code.
        ///
        /// Turn its redirects off: an answer that came from another address is refused.
        pub fn http_client(self, client: ::reqwest::Client) -> Self {
            self.transport($crate::ReqwestTransport::from(client))
        }

        /// Sends through another transport: a [`ReqwestTransport`](crate::ReqwestTransport) with proxies and certificates
        /// of your own, or something else altogether.
        pub fn transport(mut self, transport: impl $crate::Transport) -> Self {
            self.options.transport = Some(::std::sync::Arc::new(transport));
            self
        }
    };
}

pub(crate) use client_settings;

/// The value of an `Authorization` header with a token.
pub(crate) fn bearer(setting: &'static str, token: &str) -> Result<HeaderValue, ConfigurationError> {
    secret_value(setting, &format!("Bearer {token}"))
}

/// The value of an `Authorization` header with a user name and a password.
pub(crate) fn basic(setting: &'static str, user: &str, password: &str) -> Result<HeaderValue, ConfigurationError> {
    if user.contains(':') {
        return Err(ConfigurationError::new(setting, "cannot have a colon in the user name"));
    }
    let credentials = BASE64.encode(format!("{user}:{password}"));
    secret_value(setting, &format!("Basic {credentials}"))
}

/// A header value that `Debug` does not show.
fn secret_value(setting: &'static str, value: &str) -> Result<HeaderValue, ConfigurationError> {
    let mut value = HeaderValue::from_str(value)
        .map_err(|_| ConfigurationError::new(setting, "has characters that HTTP does not allow in a header"))?;
    value.set_sensitive(true);
    Ok(value)
}

/// Adds a missing scheme and takes the slashes off the end. Tells the port too.
pub(crate) fn normalise(setting: &'static str, url: &str) -> Result<(String, Option<u16>), ConfigurationError> {
    let problem = |problem| ConfigurationError::new(setting, problem);
    let url = url.trim();
    if url.is_empty() {
        return Err(problem("is missing"));
    }
    let url = match url.split_once("://") {
        Some(("http" | "https", _)) => url.to_owned(),
        Some(_) => return Err(problem("must be an http or https URL")),
        None if url == "localhost" || url.starts_with("localhost:") => format!("http://{url}"),
        None => format!("https://{url}"),
    };
    let parsed: Uri = url.parse().map_err(|_| problem("is not a URL"))?;
    match parsed.authority() {
        Some(authority) if authority.as_str().contains('@') => Err(problem("must not hold a user name or password")),
        Some(_) if url.contains(['?', '#']) => Err(problem("must not have a query or a fragment")),
        Some(authority) => {
            let usual = if url.starts_with("https") { 443 } else { 80 };
            Ok((url.trim_end_matches('/').to_owned(), Some(authority.port_u16().unwrap_or(usual))))
        }
        None => Err(problem("has no host")),
    }
}
