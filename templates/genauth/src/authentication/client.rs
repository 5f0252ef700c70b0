//! The client of the authentication API, and its builder.

use std::fmt;

use crate::brand::Brand;
use crate::call::CustomRequest;
use crate::error::{ConfigurationError, Error};
use crate::http::{Http, HttpOptions, client_settings};
use crate::values::Secret;

/// Acts for a user of an application: signing in, signing up, the user's own profile and account.
///
/// Clones are cheap and share the connections.
///
/// ```no_run
/// # fn main() -> Result<(), genauth::Error> {
/// let client = genauth::AuthenticationClient::builder()
///     .app_id("APP_ID")
///     .app_secret("APP_SECRET")
///     .app_host("https://example.genauth.ai")
///     .build()?;
/// let user = client.with_access_token("ACCESS_TOKEN");
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct AuthenticationClient {
    pub(super) http: Http,
    app_id: String,
    app_secret: Option<Secret>,
}

impl AuthenticationClient {
    /// Begins a client.
    pub fn builder() -> AuthenticationClientBuilder {
        AuthenticationClientBuilder::new()
    }

    /// The same client for a signed-in user. It shares the connections with this one.
    #[must_use]
    pub fn with_access_token(&self, access_token: impl AsRef<str>) -> Self {
        let http = self.http.with_bearer_token("access_token", access_token.as_ref());
        AuthenticationClient { http, ..self.clone() }
    }

    /// The application that this client belongs to.
    pub fn app_id(&self) -> &str {
        &self.app_id
    }

    /// A request to an operation that this crate has no method for. `path` begins with a slash.
    pub fn request(&self, method: ::http::Method, path: &str) -> CustomRequest {
        CustomRequest::new(self.http.request(method, path))
    }
}

impl fmt::Debug for AuthenticationClient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AuthenticationClient")
            .field("app_id", &self.app_id)
            .field("app_secret", &self.app_secret)
            .field("app_host", &self.http.settings().base_url)
            .finish_non_exhaustive()
    }
}

/// Settings of an [`AuthenticationClient`].
#[must_use = "a builder does nothing until `build` is called"]
#[derive(Clone)]
pub struct AuthenticationClientBuilder {
    app_id: String,
    app_secret: Option<Secret>,
    app_host: String,
    access_token: Option<Secret>,
    language: Option<String>,
    brand: Brand,
    header_prefix: Option<String>,
    options: HttpOptions,
}

impl AuthenticationClientBuilder {
    fn new() -> Self {
        AuthenticationClientBuilder {
            app_id: String::new(),
            app_secret: None,
            app_host: String::new(),
            access_token: None,
            language: None,
            brand: Brand::default(),
            header_prefix: None,
            options: HttpOptions::new(),
        }
    }

    /// The application's id. Required.
    pub fn app_id(mut self, app_id: impl Into<String>) -> Self {
        self.app_id = app_id.into();
        self
    }

    /// The application's secret. Applications that cannot keep one go without.
    pub fn app_secret(mut self, app_secret: impl Into<String>) -> Self {
        self.app_secret = Some(Secret::new(app_secret));
        self
    }

    /// The application's own host, such as `https://example.genauth.ai`. Required.
    pub fn app_host(mut self, app_host: impl Into<String>) -> Self {
        self.app_host = app_host.into();
        self
    }

    /// The access token of the user for whom this client acts.
    pub fn access_token(mut self, access_token: impl Into<String>) -> Self {
        self.access_token = Some(Secret::new(access_token));
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

    client_settings!();

    /// Builds the client.
    ///
    /// # Errors
    ///
    /// [`Error::Configuration`] when a setting is missing or cannot be used.
    pub fn build(self) -> Result<AuthenticationClient, Error> {
        let Self { app_id, app_secret, app_host, access_token, language, brand, header_prefix, mut options } = self;
        let prefix = header_prefix.as_deref().unwrap_or(brand.header_prefix());
        if app_id.is_empty() {
            return Err(ConfigurationError::new("app_id", "is missing").into());
        }
        options.set_header("app_id", &format!("{prefix}app-id"), &app_id)?;
        if let Some(language) = language {
            options.set_header("language", &format!("{prefix}lang"), &language)?;
        }
        if let Some(access_token) = access_token {
            options.set_bearer_token("access_token", access_token.expose())?;
        }
        let http = options.build("app_host", &app_host)?;
        Ok(AuthenticationClient { http, app_id, app_secret })
    }
}

impl fmt::Debug for AuthenticationClientBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AuthenticationClientBuilder")
            .field("app_id", &self.app_id)
            .field("app_host", &self.app_host)
            .finish_non_exhaustive()
    }
}
