//! A request while it is put together, and its way to an answer.

use std::borrow::Cow;
use std::fmt::Display;

use ::http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, COOKIE, HeaderName, HeaderValue, USER_AGENT};
use ::http::{HeaderMap, Method};
use bytes::Bytes;

use super::body::Body;
use super::escape::{escape, escape_name};
use super::exchange::Exchange;
use super::options::{basic, bearer};
use super::params::{Location, Params};
use super::plan::Plan;
use super::{Http, decode, path, style};
use crate::call::{Call, Decode, RawResponse};
use crate::error::{Error, RequestError};
use crate::json::Json;
use crate::metadata;
#[cfg(feature = "testing")]
use crate::testing::Origin;

/// A request that takes its parts one by one. What cannot be sent is kept, and told when the call is awaited.
#[must_use]
pub(crate) struct Request {
    http: Http,
    method: Method,
    /// The path with its variables open.
    template: Cow<'static, str>,
    /// The path with its variables put in, where it has any.
    path: Option<String>,
    query: Vec<String>,
    accept: &'static str,
    /// What the call itself says. Most calls say nothing, and an empty map holds no memory.
    headers: HeaderMap,
    body: Option<Body>,
    plan: Plan,
    credentials: Credentials,
    repeatable: bool,
    problem: Option<String>,
    #[cfg(feature = "testing")]
    params: Option<super::KeptParams>,
}

/// Whose credentials a request carries.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Credentials {
    /// Those of the client, unless the call has an `authorization` of its own.
    Client,
    /// None at all.
    None,
}

impl Request {
    pub(crate) fn new(http: Http, method: Method, template: Cow<'static, str>) -> Self {
        Request {
            plan: http.settings().plan.clone(),
            repeatable: method.is_idempotent(),
            http,
            method,
            template,
            path: None,
            query: Vec::new(),
            accept: "*/*",
            headers: HeaderMap::new(),
            body: None,
            credentials: Credentials::Client,
            problem: None,
            #[cfg(feature = "testing")]
            params: None,
        }
    }

    /// Puts a path parameter into its place.
    pub(crate) fn path(mut self, name: &str, value: &dyn Display) -> Self {
        match path::substitute(self.filled_path(), name, &value.to_string()) {
            Ok(path) => self.path = Some(path),
            Err(problem) => self.fail(problem),
        }
        self
    }

    /// Puts a path parameter that is a list or an object into its place: `a,b`, each part escaped.
    pub(crate) fn path_parts(mut self, name: &str, value: &dyn Json) -> Self {
        match path::substitute_escaped(self.filled_path(), name, &style::path_text(value.view())) {
            Ok(path) => self.path = Some(path),
            Err(problem) => self.fail(problem),
        }
        self
    }

    /// Sets the parameters of query, headers and cookies.
    pub(crate) fn params<P: Params>(mut self, params: P) -> Self {
        self.write_params(&params);
        // The test kit shows them as they were given.
        #[cfg(feature = "testing")]
        {
            self.params = Some(std::sync::Arc::new(params));
        }
        self
    }

    fn write_params(&mut self, params: &dyn Params) {
        let parts = params.parts();
        let mut cookies = Vec::new();
        self.query.clear();
        for (parameter, value) in parts.parameters.iter().zip(parts.values) {
            let (name, style, value) = (parameter.wire_name, parameter.style, value.view());
            match parameter.location {
                Location::Query => self.query.extend(style::pairs(name, style, value)),
                Location::Header => {
                    if let Some(text) = style::header_text(style, value) {
                        self.set_header(name, &text);
                    }
                }
                Location::Cookie => {
                    if let Some(text) = style::header_text(style, value) {
                        cookies.push(format!("{}={}", escape_name(name), escape(&text)));
                    }
                }
            }
        }
        if !cookies.is_empty() {
            self.set_header(COOKIE.as_str(), &cookies.join("; "));
        }
    }

    /// Adds one pair to the query.
    pub(crate) fn query(mut self, name: &str, value: &str) -> Self {
        self.query.push(format!("{}={}", escape_name(name), escape(value)));
        self
    }

    /// Says that this operation only reads, whatever its method.
    pub(crate) fn repeatable(self) -> Self {
        Request { repeatable: true, ..self }
    }

    /// Says that this operation does more than read, whatever its method.
    pub(crate) fn not_repeatable(self) -> Self {
        Request { repeatable: false, ..self }
    }

    /// Says why this must not be sent, which is told when the call is awaited.
    pub(crate) fn refuse(mut self, problem: &str) -> Self {
        self.fail(problem.to_owned());
        self
    }

    /// Leaves out the client's own credentials.
    pub(crate) fn without_credentials(self) -> Self {
        Request { credentials: Credentials::None, ..self }
    }

    /// Sends a token (RFC 6750) in the place of the client's own credentials.
    pub(crate) fn bearer(mut self, token: &str) -> Self {
        self.set_bearer(token);
        self
    }

    /// Sends a user name and a password (RFC 7617) in the place of the client's own credentials.
    pub(crate) fn basic(mut self, user: &str, password: &str) -> Self {
        match basic("authorization", user, password) {
            Ok(value) => {
                self.headers.insert(AUTHORIZATION, value);
            }
            Err(problem) => self.fail(problem.to_string()),
        }
        self
    }

    pub(crate) fn json(mut self, body: &dyn Json) -> Self {
        self.body = Body::json(body);
        self
    }

    pub(crate) fn form(mut self, body: &dyn Json) -> Self {
        self.body = Body::form(body);
        self
    }

    /// A form of pairs (WHATWG URL, `application/x-www-form-urlencoded`).
    pub(crate) fn form_pairs(mut self, pairs: &[(&str, &str)]) -> Self {
        self.body = Some(Body::form_pairs(pairs));
        self
    }

    pub(crate) fn text(mut self, body: String) -> Self {
        self.body = Some(Body::text(body));
        self
    }

    pub(crate) fn bytes(mut self, content_type: &str, body: Vec<u8>) -> Self {
        match HeaderValue::from_str(content_type) {
            Ok(content_type) => self.body = Some(Body::new(content_type, body)),
            Err(_) => self.fail("the media type is not valid".to_owned()),
        }
        self
    }

    /// Ends in a call that answers with JSON of the API's usual shape.
    pub(crate) fn call<T: Json + 'static, P>(self, operation: &'static str) -> Call<T, P> {
        self.accepting("application/json", operation, Box::new(decode::enveloped))
    }

    /// Ends in a call that answers with JSON which is declared without an envelope.
    pub(crate) fn call_bare<T: Json + 'static, P>(self, operation: &'static str) -> Call<T, P> {
        self.accepting("application/json", operation, Box::new(decode::bare))
    }

    /// Ends in a call that answers with nothing but its success.
    pub(crate) fn call_empty<P>(self, operation: &'static str) -> Call<(), P> {
        self.accepting("application/json, */*", operation, Box::new(decode::empty))
    }

    /// Ends in a call that answers with text.
    pub(crate) fn call_text<P>(self, operation: &'static str) -> Call<String, P> {
        self.accepting("text/*, */*", operation, Box::new(decode::text))
    }

    /// Ends in a call that answers with bytes.
    pub(crate) fn call_bytes<P>(self, operation: &'static str) -> Call<Vec<u8>, P> {
        self.accepting("*/*", operation, Box::new(decode::bytes))
    }

    /// Ends in a call whose answer is read in a way of its own.
    pub(crate) fn call_with<T, P>(
        self,
        operation: &'static str,
        media_types: &'static str,
        decode: impl FnOnce(&RawResponse) -> Result<T, Error> + Send + 'static,
    ) -> Call<T, P> {
        self.accepting(media_types, operation, Box::new(|response, _| decode(response)))
    }

    fn accepting<T, P>(mut self, media_types: &'static str, operation: &'static str, decode: Decode<T>) -> Call<T, P> {
        self.accept = media_types;
        Call::new(self, operation, decode)
    }

    pub(crate) fn plan(&self) -> &Plan {
        &self.plan
    }

    pub(crate) fn plan_mut(&mut self) -> &mut Plan {
        &mut self.plan
    }

    pub(crate) fn set_bearer(&mut self, token: &str) {
        match bearer("authorization", token) {
            Ok(value) => {
                self.headers.insert(AUTHORIZATION, value);
            }
            Err(problem) => self.fail(problem.to_string()),
        }
    }

    pub(crate) fn set_header(&mut self, name: &str, value: &str) {
        match (HeaderName::from_bytes(name.as_bytes()), HeaderValue::from_str(value)) {
            (Ok(name), Ok(mut value)) => {
                value.set_sensitive(true);
                self.headers.insert(name, value);
            }
            (Err(_), _) => self.fail(format!("HTTP does not allow a header of the name {name:?}")),
            (_, Err(_)) => self.fail(format!("HTTP does not allow the value of the header `{name}`")),
        }
    }

    /// Keeps the first problem.
    fn fail(&mut self, problem: String) {
        self.problem.get_or_insert(problem);
    }

    /// The path as far as its variables have been put in.
    fn filled_path(&self) -> &str {
        self.path.as_deref().unwrap_or(&self.template)
    }

    pub(crate) fn template(&self) -> &str {
        &self.template
    }

    pub(crate) fn http(&self) -> &Http {
        &self.http
    }

    pub(crate) fn is_repeatable(&self) -> bool {
        self.repeatable
    }

    /// Whether the client's [`Authorizer`](super::Authorizer) is to be asked.
    pub(crate) fn needs_credentials(&self) -> bool {
        self.credentials == Credentials::Client && !self.headers.contains_key(AUTHORIZATION)
    }

    /// Sends the request and waits for the whole answer, whatever its status.
    pub(crate) async fn send(self, operation: &'static str) -> Result<RawResponse, Error> {
        if let Some(problem) = &self.http.settings().problem {
            return Err(problem.clone().into());
        }
        Exchange { operation, request: &self }.run().await
    }

    /// The request as it is sent: what the call says goes before what the client says. Each attempt is made anew, so that the
    /// first, which is mostly the last, needs no copy.
    pub(crate) fn attempt(&self) -> Result<::http::Request<Bytes>, String> {
        if let Some(problem) = &self.problem {
            return Err(problem.clone());
        }
        let mut request = ::http::Request::new(Bytes::new());
        *request.method_mut() = self.method.clone();
        // The text stays out of the message: it holds the query.
        *request.uri_mut() = self.url()?.try_into().map_err(|_| "the URL is not valid".to_owned())?;

        let settings = self.http.settings();
        let mut headers = HeaderMap::with_capacity(settings.headers.len() + self.headers.len() + 3);
        // `HeaderMap::extend` would keep the client's values beside the call's.
        let mut insert = |name: &HeaderName, value: &HeaderValue| drop(headers.insert(name, value.clone()));
        insert(&USER_AGENT, &HeaderValue::from_static(metadata::USER_AGENT));
        settings.headers.iter().for_each(|(name, value)| insert(name, value));
        insert(&ACCEPT, &HeaderValue::from_static(self.accept));
        if let Some(body) = &self.body {
            insert(&CONTENT_TYPE, &body.content_type);
            *request.body_mut() = body.bytes.clone();
        }
        if self.credentials == Credentials::None {
            headers.remove(AUTHORIZATION);
        }
        for (name, value) in &self.headers {
            headers.insert(name, value.clone());
        }
        *request.headers_mut() = headers;
        #[cfg(feature = "testing")]
        request.extensions_mut().insert(Origin {
            template: self.template.to_string(),
            path: self.filled_path().to_owned(),
            params: self.params.clone(),
        });
        Ok(request)
    }

    fn url(&self) -> Result<String, String> {
        let (base_url, path) = (&self.http.settings().base_url, self.filled_path());
        path::check(path)?;
        if self.query.is_empty() {
            return Ok([base_url, path].concat());
        }
        // The path of a custom request may have a query already.
        let separator = if path.contains('?') { "&" } else { "?" };
        Ok([base_url, path, separator, &self.query.join("&")].concat())
    }
}
