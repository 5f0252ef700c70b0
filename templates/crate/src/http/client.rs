//! What all calls of a client share.

use std::borrow::Cow;
use std::sync::Arc;

use ::http::header::AUTHORIZATION;
use ::http::{HeaderMap, Method};

use super::options::bearer;
use super::plan::Plan;
use super::{Authorizer, Request, Transport};
use crate::error::ConfigurationError;
use crate::retry::Budget;

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
    /// The port of the base URL, for logs.
    pub(crate) port: Option<u16>,
    pub(crate) headers: HeaderMap,
    pub(crate) plan: Plan,
    pub(crate) authorizer: Option<Arc<dyn Authorizer>>,
    pub(crate) budget: Arc<Budget>,
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

    /// The same client with other credentials, or with none but those of its headers.
    pub(crate) fn with_authorizer(&self, authorizer: Option<Arc<dyn Authorizer>>) -> Self {
        let mut changed = self.clone();
        Arc::make_mut(&mut changed.settings).authorizer = authorizer;
        changed
    }

    pub(crate) fn authorizer(&self) -> Option<&dyn Authorizer> {
        self.settings.authorizer.as_deref()
    }

    /// The path of the base URL, without a slash at its end.
    pub(crate) fn base_path(&self) -> &str {
        let after_scheme = self.settings.base_url.split_once("://").map_or("", |(_, rest)| rest);
        after_scheme.find('/').and_then(|start| after_scheme.get(start..)).unwrap_or_default()
    }

    pub(crate) fn transport(&self) -> &dyn Transport {
        &*self.transport
    }

    pub(crate) fn settings(&self) -> &Settings {
        &self.settings
    }

    pub(crate) fn get(&self, path: impl Into<Cow<'static, str>>) -> Request {
        self.request(Method::GET, path)
    }

    pub(crate) fn post(&self, path: impl Into<Cow<'static, str>>) -> Request {
        self.request(Method::POST, path)
    }

    pub(crate) fn put(&self, path: impl Into<Cow<'static, str>>) -> Request {
        self.request(Method::PUT, path)
    }

    pub(crate) fn delete(&self, path: impl Into<Cow<'static, str>>) -> Request {
        self.request(Method::DELETE, path)
    }

    pub(crate) fn patch(&self, path: impl Into<Cow<'static, str>>) -> Request {
        self.request(Method::PATCH, path)
    }

    pub(crate) fn head(&self, path: impl Into<Cow<'static, str>>) -> Request {
        self.request(Method::HEAD, path)
    }

    pub(crate) fn options(&self, path: impl Into<Cow<'static, str>>) -> Request {
        self.request(Method::OPTIONS, path)
    }

    pub(crate) fn trace(&self, path: impl Into<Cow<'static, str>>) -> Request {
        self.request(Method::TRACE, path)
    }

    /// The paths of operations are literals, which are not copied.
    pub(crate) fn request(&self, method: Method, path: impl Into<Cow<'static, str>>) -> Request {
        Request::new(self.clone(), method, path.into())
    }
}
