//! Where an event is told of, and what lets one in.

use std::fmt;

use ::http::HeaderValue;
use ::http::header::AUTHORIZATION;
use reqwest::Url;

use crate::brand::Brand;
use crate::error::{ConfigurationError, Error, RequestError};
use crate::http::{Http, escape};
use crate::values::Secret;

/// The address of the event service, without a path of an event.
#[derive(Clone, Debug)]
pub(crate) struct SocketUri(Url);

impl SocketUri {
    /// The address that the user set, or else that of the brand.
    pub(crate) fn new(setting: Option<&str>, brand: Brand) -> Result<Self, ConfigurationError> {
        let problem = |problem| ConfigurationError::new("socket_uri", problem);
        let usual = match brand {
            Brand::GenAuth => "wss://openevent.genauth.ai",
            Brand::Authing => "wss://openevent.authing.cn",
        };
        let url = Url::parse(setting.unwrap_or(usual).trim()).map_err(|_| problem("is not a URL"))?;
        // A websocket begins as a request of HTTP, which knows these addresses by the older names.
        let (scheme, rest) = match url.as_str().split_once("://") {
            Some(("wss" | "https", rest)) => ("https", rest),
            Some(("ws" | "http", rest)) => ("http", rest),
            _ => return Err(problem("must be a ws or wss URL")),
        };
        if !url.username().is_empty() || url.password().is_some() {
            return Err(problem("must not hold a user name or password"));
        }
        if url.query().is_some() || url.fragment().is_some() {
            return Err(problem("must not have a query or a fragment"));
        }
        let url = format!("{scheme}://{}", rest.trim_end_matches('/'));
        Url::parse(&url).map(SocketUri).map_err(|_| problem("is not a URL"))
    }
}

/// A socket that can be opened as often as need be.
#[derive(Clone)]
pub(crate) struct Socket {
    pub(super) url: Url,
    pub(super) authorization: Option<HeaderValue>,
    /// What the URL holds and no error may show.
    pub(super) token: Option<Secret>,
}

impl Socket {
    /// The events of a user pool. The proof of the access key goes into a header.
    pub(crate) fn of_user_pool(uri: &SocketUri, event: &str, authorization: HeaderValue) -> Result<Self, Error> {
        let query = format!("code={}", code(event)?);
        Ok(Socket { url: address(uri, "management", &query), authorization: Some(authorization), token: None })
    }

    /// The events of a signed-in user. The service takes the user's token from the query only.
    pub(crate) fn of_user(uri: &SocketUri, event: &str, http: &Http) -> Result<Self, Error> {
        let token = access_token(http)?;
        let query = format!("code={}&token={}", code(event)?, escape(token.expose()));
        Ok(Socket { url: address(uri, "authentication", &query), authorization: None, token: Some(token) })
    }
}

impl fmt::Debug for Socket {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Socket").field("host", &self.url.host_str()).finish_non_exhaustive()
    }
}

/// The event's name, escaped.
fn code(event: &str) -> Result<String, RequestError> {
    if event.is_empty() {
        return Err(RequestError::new(super::OPERATION, "the event has no name".to_owned()));
    }
    Ok(escape(event).to_string())
}

fn address(uri: &SocketUri, side: &str, query: &str) -> Url {
    let mut url = uri.0.clone();
    let path = format!("{}/events/v1/{side}/sub", url.path().trim_end_matches('/'));
    url.set_path(&path);
    url.set_query(Some(query));
    url
}

/// The token that the client sends with its calls.
fn access_token(http: &Http) -> Result<Secret, ConfigurationError> {
    let settings = http.settings();
    if let Some(problem) = &settings.problem {
        return Err(problem.clone());
    }
    let header = settings.headers.get(AUTHORIZATION).and_then(|value| value.to_str().ok());
    match header.and_then(|value| value.strip_prefix("Bearer ")) {
        Some(token) if !token.is_empty() => Ok(Secret::new(token)),
        _ => Err(ConfigurationError::new("access_token", "is missing: a user's events are told to that user only")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn uri(setting: &str) -> Result<String, String> {
        let uri = SocketUri::new(Some(setting), Brand::GenAuth).map_err(|error| error.to_string())?;
        let socket = Socket::of_user_pool(&uri, "a.b", HeaderValue::from_static("secret")).unwrap();
        Ok(socket.url.into())
    }

    #[test]
    fn each_brand_has_its_own_address() {
        let of = |brand| SocketUri::new(None, brand).unwrap().0.to_string();
        assert_eq!(of(Brand::GenAuth), "https://openevent.genauth.ai/");
        assert_eq!(of(Brand::Authing), "https://openevent.authing.cn/");
    }

    #[test]
    fn an_address_keeps_its_port_and_path() {
        let path = "/events/v1/management/sub?code=a.b";
        assert_eq!(uri("ws://localhost:7000").unwrap(), format!("http://localhost:7000{path}"));
        assert_eq!(uri(" wss://e.example.com/base/ ").unwrap(), format!("https://e.example.com/base{path}"));
        assert_eq!(uri("https://[::1]:8443").unwrap(), format!("https://[::1]:8443{path}"));
    }

    #[test]
    fn an_address_that_no_socket_has_is_refused() {
        for wrong in ["", "openevent.genauth.ai", "ftp://a", "wss://", "wss://u:p@a", "wss://a?b", "wss://a#b"] {
            let problem = uri(wrong).unwrap_err();
            assert!(problem.starts_with("`socket_uri` "), "{problem}");
        }
    }
}
