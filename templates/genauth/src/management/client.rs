//! The client of the management API, and its builder.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use crate::brand::Brand;
use crate::error::Error;
use crate::http::{Http, HttpOptions, ReqwestTransport, Transport};
use crate::values::Secret;

/// Acts for an administrator of a user pool: users, groups, roles, resources, applications.
///
/// Clones are cheap and share the connections.
///
/// ```no_run
/// # fn main() -> Result<(), genauth::Error> {
/// let client = genauth::ManagementClient::builder().access_token("TOKEN").user_pool_id("USER_POOL_ID").build()?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct ManagementClient {
    pub(super) http: Http,
}

impl ManagementClient {
    /// Begins a client.
    pub fn builder() -> ManagementClientBuilder {
        ManagementClientBuilder::new()
    }

    /// The same client with another access token. It shares the connections with this one.
    #[must_use]
    pub fn with_access_token(&self, access_token: impl AsRef<str>) -> Self {
        ManagementClient { http: self.http.with_bearer_token("access_token", access_token.as_ref()) }
    }
}

impl fmt::Debug for ManagementClient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ManagementClient").field("host", &self.http.settings().base_url).finish_non_exhaustive()
    }
}

/// Settings of a [`ManagementClient`].
#[must_use = "a builder does nothing until `build` is called"]
#[derive(Clone)]
pub struct ManagementClientBuilder {
    access_token: Option<Secret>,
    user_pool_id: Option<String>,
    tenant_id: Option<String>,
    host: Option<String>,
    language: Option<String>,
    brand: Brand,
    header_prefix: Option<String>,
    options: HttpOptions,
}

impl ManagementClientBuilder {
    fn new() -> Self {
        ManagementClientBuilder {
            access_token: None,
            user_pool_id: None,
            tenant_id: None,
            host: None,
            language: None,
            brand: Brand::default(),
            header_prefix: None,
            options: HttpOptions::new(),
        }
    }

    /// A management access token.
    pub fn access_token(mut self, access_token: impl Into<String>) -> Self {
        self.access_token = Some(Secret::new(access_token));
        self
    }

    /// The user pool to manage.
    pub fn user_pool_id(mut self, user_pool_id: impl Into<String>) -> Self {
        self.user_pool_id = Some(user_pool_id.into());
        self
    }

    /// The tenant to manage, in a user pool of several.
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
    /// [`Error::Configuration`] when a setting cannot be used.
    pub fn build(self) -> Result<ManagementClient, Error> {
        let Self { access_token, user_pool_id, tenant_id, host, language, brand, header_prefix, mut options } = self;
        let prefix = header_prefix.as_deref().unwrap_or(brand.header_prefix());
        let headers = [
            ("user_pool_id", "userpool-id", user_pool_id),
            ("tenant_id", "app-tenant-id", tenant_id),
            ("language", "lang", language),
        ];
        for (setting, name, value) in headers {
            if let Some(value) = value {
                options.set_header(setting, &format!("{prefix}{name}"), &value)?;
            }
        }
        if let Some(access_token) = access_token {
            options.set_bearer_token("access_token", access_token.expose())?;
        }
        let http = options.build("host", host.as_deref().unwrap_or(brand.management_host()))?;
        Ok(ManagementClient { http })
    }
}

impl fmt::Debug for ManagementClientBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ManagementClientBuilder").field("host", &self.host).finish_non_exhaustive()
    }
}
