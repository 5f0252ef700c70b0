//! The client of the management API, and its builder.

use std::fmt;
use std::sync::Arc;

use ::http::HeaderName;

use crate::access_key::{SignatureAuthorizer, TokenAuthorizer};
use crate::brand::Brand;
use crate::call::CustomRequest;
use crate::error::{ConfigurationError, Error};
#[cfg(feature = "events")]
use crate::events::{Socket, SocketUri};
use crate::http::{Authorizer, Http, HttpOptions, client_settings};
use crate::metadata::SDK_VERSION;
use crate::signing::Signer;
use crate::values::Secret;

/// Acts for an administrator of a user pool: users, groups, roles, resources, applications.
///
/// Clones are cheap and share the connections.
///
/// ```no_run
/// # fn main() -> Result<(), genauth::Error> {
/// let client = genauth::ManagementClient::builder()
///     .access_key_id("ACCESS_KEY_ID")
///     .access_key_secret("ACCESS_KEY_SECRET")
///     .build()?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct ManagementClient {
    pub(super) http: Http,
    #[cfg(feature = "events")]
    signer: Option<Signer>,
    #[cfg(feature = "events")]
    socket_uri: SocketUri,
}

impl ManagementClient {
    /// Begins a client.
    pub fn builder() -> ManagementClientBuilder {
        ManagementClientBuilder::new()
    }

    /// The same client with an access token instead of its own credentials. It shares the connections with this one.
    #[must_use]
    pub fn with_access_token(&self, access_token: impl AsRef<str>) -> Self {
        let mut changed = self.clone();
        changed.http = self.http.with_authorizer(None).with_bearer_token("access_token", access_token.as_ref());
        changed
    }

    /// A request to an operation that this crate has no method for. `path` begins with a slash.
    pub fn request(&self, method: ::http::Method, path: &str) -> CustomRequest {
        CustomRequest::new(self.http.request(method, path.to_owned()))
    }

    /// Where to hear of an event, and by which credentials.
    #[cfg(feature = "events")]
    pub(crate) fn event_socket(&self, event: &str) -> Result<Socket, Error> {
        let missing = "is missing: event sockets are opened with an access key";
        let signer = self.signer.as_ref().ok_or_else(|| ConfigurationError::new("access_key_id", missing))?;
        let authorization = signer
            .websocket_authorization()
            .map_err(|_| ConfigurationError::new("access_key_id", "has characters that no header can hold"))?;
        Socket::of_user_pool(&self.socket_uri, event, authorization)
    }
}

impl fmt::Debug for ManagementClient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ManagementClient").field("host", &self.http.settings().base_url).finish_non_exhaustive()
    }
}

/// Settings of a [`ManagementClient`].
///
/// It needs an access key, or an access token that you fetched yourself. With an access key each request is signed
/// (HMAC-SHA1); with [`token_mode`](Self::token_mode) the key is exchanged for a token.
#[must_use = "a builder does nothing until `build` is called"]
#[derive(Clone)]
pub struct ManagementClientBuilder {
    access_key_id: String,
    access_key_secret: Option<Secret>,
    token_mode: bool,
    access_token: Option<Secret>,
    user_pool_id: Option<String>,
    tenant_id: Option<String>,
    host: Option<String>,
    language: Option<String>,
    brand: Brand,
    header_prefix: Option<String>,
    signature_scheme: Option<String>,
    #[cfg(feature = "events")]
    socket_uri: Option<String>,
    options: HttpOptions,
}

impl ManagementClientBuilder {
    fn new() -> Self {
        ManagementClientBuilder {
            access_key_id: String::new(),
            access_key_secret: None,
            token_mode: false,
            access_token: None,
            user_pool_id: None,
            tenant_id: None,
            host: None,
            language: None,
            brand: Brand::default(),
            header_prefix: None,
            signature_scheme: None,
            #[cfg(feature = "events")]
            socket_uri: None,
            options: HttpOptions::new(),
        }
    }

    /// The id of an access key.
    pub fn access_key_id(mut self, access_key_id: impl Into<String>) -> Self {
        self.access_key_id = access_key_id.into();
        self
    }

    /// The secret of the access key.
    pub fn access_key_secret(mut self, access_key_secret: impl Into<String>) -> Self {
        self.access_key_secret = Some(Secret::new(access_key_secret));
        self
    }

    /// Exchanges the access key for a token instead of signing each request.
    ///
    /// All calls share the token. It is fetched with the first call, renewed before it expires, and renewed once more when
    /// the service refuses it.
    pub fn token_mode(mut self, token_mode: bool) -> Self {
        self.token_mode = token_mode;
        self
    }

    /// A management access token, in the place of an access key. Nothing renews it.
    pub fn access_token(mut self, access_token: impl Into<String>) -> Self {
        self.access_token = Some(Secret::new(access_token));
        self
    }

    /// The user pool to manage. An access key belongs to one user pool, so it needs no other word.
    pub fn user_pool_id(mut self, user_pool_id: impl Into<String>) -> Self {
        self.user_pool_id = Some(user_pool_id.into());
        self
    }

    /// The tenant to manage, in a user pool of several.
    ///
    /// A signed request names it in the header `app-id` behind the prefix, as the vendor's SDKs that sign do; one with a
    /// token in `app-tenant-id`.
    pub fn tenant_id(mut self, tenant_id: impl Into<String>) -> Self {
        self.tenant_id = Some(tenant_id.into());
        self
    }

    /// The host of the management API, when it is not the brand's own.
    pub fn host(mut self, host: impl Into<String>) -> Self {
        self.host = Some(host.into());
        self
    }

    /// The language of messages, such as `en-US` or `zh-CN`.
    pub fn language(mut self, language: impl Into<String>) -> Self {
        self.language = Some(language.into());
        self
    }

    /// Whose service this is; GenAuth unless set.
    pub fn brand(mut self, brand: Brand) -> Self {
        self.brand = brand;
        self
    }

    /// What the names of the custom headers begin with, when it is not the brand's own prefix.
    pub fn header_prefix(mut self, prefix: impl Into<String>) -> Self {
        self.header_prefix = Some(prefix.into());
        self
    }

    /// The word before a signature in `authorization`, when it is not the brand's own.
    pub fn signature_scheme(mut self, scheme: impl Into<String>) -> Self {
        self.signature_scheme = Some(scheme.into());
        self
    }

    /// The address of the event service, when it is not the brand's own: a `wss` URL.
    #[cfg(feature = "events")]
    pub fn socket_uri(mut self, uri: impl Into<String>) -> Self {
        self.socket_uri = Some(uri.into());
        self
    }

    client_settings!();

    /// Builds the client.
    ///
    /// # Errors
    ///
    /// [`Error::Configuration`] when a setting is missing or cannot be used.
    pub fn build(mut self) -> Result<ManagementClient, Error> {
        let prefix = self.header_prefix.take().unwrap_or_else(|| self.brand.header_prefix().to_owned());
        #[cfg(feature = "events")]
        let socket_uri = SocketUri::new(self.socket_uri.as_deref(), self.brand)?;
        #[cfg_attr(not(feature = "events"), allow(unused_variables, reason = "only sockets need it"))]
        let signer = self.set_credentials(&prefix)?;
        let Self { user_pool_id, tenant_id, host, language, brand, mut options, .. } = self;
        let tenant_header = if options.authorizer.is_some() && !self.token_mode { "app-id" } else { "app-tenant-id" };
        let headers = [
            ("user_pool_id", "userpool-id", user_pool_id),
            ("tenant_id", tenant_header, tenant_id),
            ("language", "lang", language),
            ("header_prefix", "sdk-version", Some(SDK_VERSION.to_owned())),
        ];
        for (setting, name, value) in headers {
            if let Some(value) = value {
                options.set_header(setting, &format!("{prefix}{name}"), &value)?;
            }
        }
        // The service's own SDKs send it with every request, and so it is what the service is known to accept.
        options.set_header("content_type", "content-type", "application/json")?;
        let http = options.build("host", host.as_deref().unwrap_or(brand.management_host()))?;
        Ok(ManagementClient {
            http,
            #[cfg(feature = "events")]
            signer,
            #[cfg(feature = "events")]
            socket_uri,
        })
    }

    /// Decides how requests prove who sends them. What signs them also signs for sockets.
    fn set_credentials(&mut self, prefix: &str) -> Result<Option<Signer>, ConfigurationError> {
        let missing = |setting| Err(ConfigurationError::new(setting, "is missing"));
        let (id, secret) = (std::mem::take(&mut self.access_key_id), self.access_key_secret.take());
        if let Some(access_token) = &self.access_token {
            if !id.is_empty() || secret.is_some() {
                return Err(ConfigurationError::new("access_token", "cannot be set beside an access key"));
            }
            if access_token.expose().is_empty() {
                return missing("access_token");
            }
            return self.options.set_bearer_token("access_token", access_token.expose()).map(|()| None);
        }
        if id.is_empty() {
            return missing("access_key_id");
        }
        let Some(secret) = secret.filter(|secret| !secret.expose().is_empty()) else {
            return missing("access_key_secret");
        };
        let scheme = self.signature_scheme.as_deref().unwrap_or(self.brand.signature_scheme());
        let signer = Signer::new(scheme, prefix, &id, secret.clone());
        let authorizer: Arc<dyn Authorizer> = if self.token_mode {
            let name = HeaderName::from_bytes(format!("{prefix}userpool-id").as_bytes()).map_err(|_| {
                ConfigurationError::new("header_prefix", "makes a header name that HTTP does not allow")
            })?;
            Arc::new(TokenAuthorizer::new(id, secret, self.user_pool_id.is_none().then_some(name)))
        } else {
            Arc::new(SignatureAuthorizer::new(signer.clone()))
        };
        self.options.authorizer = Some(authorizer);
        Ok(Some(signer))
    }
}

impl fmt::Debug for ManagementClientBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ManagementClientBuilder")
            .field("access_key_id", &self.access_key_id)
            .field("host", &self.host)
            .finish_non_exhaustive()
    }
}
