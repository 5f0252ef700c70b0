//! What every client builder lets its user set.

use std::sync::Arc;
use std::time::Duration;

use ::http::header::AUTHORIZATION;
use ::http::{HeaderMap, HeaderName, HeaderValue, Uri};
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;

use super::client::Settings;
use super::{Http, ReqwestTransport, Transport};
use crate::error::ConfigurationError;
use crate::json::Mode;

/// How long a call may take unless the user says otherwise.
const TIMEOUT: Duration = Duration::from_secs(10);

/// Settings on their way to an [`Http`].
#[derive(Clone)]
pub(crate) struct HttpOptions {
    pub(crate) timeout: Duration,
    pub(crate) mode: Mode,
    pub(crate) transport: Option<Arc<dyn Transport>>,
    headers: HeaderMap,
}

impl HttpOptions {
    pub(crate) fn new() -> Self {
        HttpOptions { timeout: TIMEOUT, mode: Mode::Tolerant, transport: None, headers: HeaderMap::new() }
    }

    pub(crate) fn set_strict(&mut self, is_strict: bool) {
        self.mode = if is_strict { Mode::Strict } else { Mode::Tolerant };
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
        if user.contains(':') {
            return Err(ConfigurationError::new(setting, "cannot have a colon in the user name"));
        }
        let credentials = BASE64.encode(format!("{user}:{password}"));
        self.headers.insert(AUTHORIZATION, secret_value(setting, &format!("Basic {credentials}"))?);
        Ok(())
    }

    /// `setting` is the name under which the user knows the base URL.
    pub(crate) fn build(self, setting: &'static str, base_url: &str) -> Result<Http, ConfigurationError> {
        let base_url = normalise(setting, base_url)?;
        let transport = match self.transport {
            Some(transport) => transport,
            None => Arc::new(ReqwestTransport::new()?),
        };
        let HttpOptions { timeout, mode, headers, .. } = self;
        Ok(Http::new(transport, Settings { base_url, headers, timeout, mode, problem: None }))
    }
}

/// The value of an `Authorization` header with a token.
pub(crate) fn bearer(setting: &'static str, token: &str) -> Result<HeaderValue, ConfigurationError> {
    secret_value(setting, &format!("Bearer {token}"))
}

/// A header value that `Debug` does not show.
fn secret_value(setting: &'static str, value: &str) -> Result<HeaderValue, ConfigurationError> {
    let mut value = HeaderValue::from_str(value)
        .map_err(|_| ConfigurationError::new(setting, "has characters that HTTP does not allow in a header"))?;
    value.set_sensitive(true);
    Ok(value)
}

/// Adds a missing scheme and takes the slashes off the end.
fn normalise(setting: &'static str, url: &str) -> Result<String, ConfigurationError> {
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
        Some(_) => Ok(url.trim_end_matches('/').to_owned()),
        None => Err(problem("has no host")),
    }
}
