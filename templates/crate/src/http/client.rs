//! What all calls of a client share.

use std::sync::Arc;
use std::time::Duration;

use ::http::header::AUTHORIZATION;
use ::http::{HeaderMap, Method};

use super::options::bearer;
use super::{Request, Transport};
use crate::error::ConfigurationError;
use crate::json::Mode;

/// A transport with the settings of a client. Clones are cheap and share the connections.
#[derive(Clone)]
pub(crate) struct Http {
    transport: Arc<dyn Transport>,
    settings: Arc<Settings>,
}

/// What a client adds to each of its requests.
#[derive(Clone)]
pub(crate) struct Settings {
    /// Without a slash at its end.
    pub(crate) base_url: String,
    pub(crate) headers: HeaderMap,
    pub(crate) timeout: Duration,
    pub(crate) mode: Mode,
    /// What makes every call fail, such as a token that no header can hold.
    pub(crate) problem: Option<ConfigurationError>,
}

impl Http {
    pub(crate) fn new(transport: Arc<dyn Transport>, settings: Settings) -> Self {
        Http { transport, settings: Arc::new(settings) }
    }

    /// The same client with another token. One that no header can hold is told when a call is awaited.
    pub(crate) fn with_bearer_token(&self, setting: &'static str, token: &str) -> Self {
        let mut changed = self.clone();
        let settings = Arc::make_mut(&mut changed.settings);
        match bearer(setting, token) {
            Ok(value) => {
                settings.headers.insert(AUTHORIZATION, value);
                settings.problem = None;
            }
            Err(problem) => settings.problem = Some(problem),
        }
        changed
    }

    pub(crate) fn transport(&self) -> &dyn Transport {
        &*self.transport
    }

    pub(crate) fn settings(&self) -> &Settings {
        &self.settings
    }

    pub(crate) fn get(&self, path: &str) -> Request {
        self.request(Method::GET, path)
    }

    pub(crate) fn post(&self, path: &str) -> Request {
        self.request(Method::POST, path)
    }

    pub(crate) fn put(&self, path: &str) -> Request {
        self.request(Method::PUT, path)
    }

    pub(crate) fn delete(&self, path: &str) -> Request {
        self.request(Method::DELETE, path)
    }

    pub(crate) fn patch(&self, path: &str) -> Request {
        self.request(Method::PATCH, path)
    }

    pub(crate) fn head(&self, path: &str) -> Request {
        self.request(Method::HEAD, path)
    }

    pub(crate) fn options(&self, path: &str) -> Request {
        self.request(Method::OPTIONS, path)
    }

    pub(crate) fn trace(&self, path: &str) -> Request {
        self.request(Method::TRACE, path)
    }

    fn request(&self, method: Method, path: &str) -> Request {
        Request::new(self.clone(), method, path)
    }
}
