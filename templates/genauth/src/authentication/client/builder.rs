//! The settings of an authentication client, and their checks.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use super::AuthenticationClient;
use crate::brand::Brand;
use crate::error::{ConfigurationError, Error};
#[cfg(feature = "events")]
use crate::events::SocketUri;
#[cfg(feature = "oidc")]
use crate::http::escape;
use crate::http::{HttpOptions, client_settings};
use crate::protocol::{ClientAuthentication, Protocol, Settings, SignInAuthorizer, is_cookie_name};
#[cfg(feature = "oidc")]
use crate::validation::{TokenValidator, ValidatorSettings};
use crate::values::Secret;

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
    protocol: Protocol,
    redirect_uri: Option<String>,
    logout_redirect_uri: Option<String>,
    scope: Option<String>,
    tenant_id: Option<String>,
    cookie_key: Option<String>,
    token_endpoint_auth: ClientAuthentication,
    introspection_endpoint_auth: Option<ClientAuthentication>,
    revocation_endpoint_auth: Option<ClientAuthentication>,
    issuer: Option<String>,
    jwks_path: Option<String>,
    jwks: Option<String>,
    jwks_lifetime: Duration,
    token_leeway: Duration,
    id_token_hs256: bool,
    #[cfg(feature = "events")]
    socket_uri: Option<String>,
    options: HttpOptions,
}

impl AuthenticationClientBuilder {
    pub(super) fn new() -> Self {
        AuthenticationClientBuilder {
            app_id: String::new(),
            app_secret: None,
            app_host: String::new(),
            access_token: None,
            language: None,
            brand: Brand::default(),
            header_prefix: None,
            protocol: Protocol::default(),
            redirect_uri: None,
            logout_redirect_uri: None,
            scope: None,
            tenant_id: None,
            cookie_key: None,
            token_endpoint_auth: ClientAuthentication::default(),
            introspection_endpoint_auth: None,
            revocation_endpoint_auth: None,
            issuer: None,
            jwks_path: None,
            jwks: None,
            jwks_lifetime: Duration::from_secs(60 * 60),
            token_leeway: Duration::from_secs(60),
            id_token_hs256: false,
            #[cfg(feature = "events")]
            socket_uri: None,
            options: HttpOptions::new(),
        }
    }

    /// The application's id. Required.
    pub fn app_id(mut self, app_id: impl Into<String>) -> Self {
        self.app_id = app_id.into();
        self
    }

    /// The application's secret. Required, unless [`token_endpoint_auth`](Self::token_endpoint_auth) is
    /// [`ClientAuthentication::None`], as it is for applications that cannot keep a secret.
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

    /// The protocol by which users sign in to the application; OpenID Connect unless set.
    pub fn protocol(mut self, protocol: Protocol) -> Self {
        self.protocol = protocol;
        self
    }

    /// Where users come back to after signing in.
    pub fn redirect_uri(mut self, uri: impl Into<String>) -> Self {
        self.redirect_uri = Some(uri.into());
        self
    }

    /// Where users come back to after signing out.
    pub fn logout_redirect_uri(mut self, uri: impl Into<String>) -> Self {
        self.logout_redirect_uri = Some(uri.into());
        self
    }

    /// What sign-ins ask for, words with spaces between. Unless set it is `openid profile` for OpenID Connect, which needs
    /// the word `openid`, and `user` for OAuth 2.0.
    pub fn scope(mut self, scope: impl Into<String>) -> Self {
        self.scope = Some(scope.into());
        self
    }

    /// The tenant that users sign in to, in a user pool of several.
    pub fn tenant_id(mut self, tenant_id: impl Into<String>) -> Self {
        self.tenant_id = Some(tenant_id.into());
        self
    }

    /// The name of the cookie that keeps a sign-in's state; `X-GenAuth-OIDC-State` or `X-Authing-OIDC-State` unless set.
    pub fn cookie_key(mut self, name: impl Into<String>) -> Self {
        self.cookie_key = Some(name.into());
        self
    }

    /// How the application authenticates at the token endpoint, as set in its console; by a form unless set.
    pub fn token_endpoint_auth(mut self, method: ClientAuthentication) -> Self {
        self.token_endpoint_auth = method;
        self
    }

    /// How the application authenticates to have a token introspected; by a form unless set, or not at all without a secret.
    pub fn introspection_endpoint_auth(mut self, method: ClientAuthentication) -> Self {
        self.introspection_endpoint_auth = Some(method);
        self
    }

    /// How the application authenticates to have a token revoked; by a form unless set, or not at all without a secret.
    pub fn revocation_endpoint_auth(mut self, method: ClientAuthentication) -> Self {
        self.revocation_endpoint_auth = Some(method);
        self
    }

    /// Who issues tokens, as their claim `iss` has it; the host followed by `/oidc` unless set.
    pub fn issuer(mut self, issuer: impl Into<String>) -> Self {
        self.issuer = Some(issuer.into());
        self
    }

    /// The path of the keys that tokens are signed with, beginning with a slash; the brand's own unless set.
    pub fn jwks_path(mut self, path: impl Into<String>) -> Self {
        self.jwks_path = Some(path.into());
        self
    }

    /// The keys that tokens are signed with, as the JSON text of a JWK set (RFC 7517). Nothing is fetched then.
    pub fn jwks(mut self, jwks: impl Into<String>) -> Self {
        self.jwks = Some(jwks.into());
        self
    }

    /// How long fetched keys are good for; one hour unless set.
    pub fn jwks_lifetime(mut self, lifetime: Duration) -> Self {
        self.jwks_lifetime = lifetime;
        self
    }

    /// How far the clocks of the service and of this machine may be apart; one minute unless set.
    pub fn token_leeway(mut self, leeway: Duration) -> Self {
        self.token_leeway = leeway;
        self
    }

    /// Says that the application's ID tokens are signed by HS256 with its secret, and by nothing else.
    pub fn id_token_hs256(mut self, is_hs256: bool) -> Self {
        self.id_token_hs256 = is_hs256;
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
    pub fn build(mut self) -> Result<AuthenticationClient, Error> {
        self.check()?;
        let brand = self.brand;
        #[cfg(feature = "events")]
        let socket_uri = SocketUri::new(self.socket_uri.as_deref(), brand)?;
        let prefix = self.header_prefix.as_deref().unwrap_or(brand.header_prefix());
        self.options.set_header("app_id", &format!("{prefix}app-id"), &self.app_id)?;
        if let Some(language) = &self.language {
            self.options.set_header("language", &format!("{prefix}lang"), language)?;
        }
        if let Some(access_token) = &self.access_token {
            self.options.set_bearer_token("access_token", access_token.expose())?;
        }
        let secret = self.app_secret.as_ref();
        if let (ClientAuthentication::Basic, Some(secret)) = (self.token_endpoint_auth, secret) {
            self.options.authorizer = Some(Arc::new(SignInAuthorizer::new(&self.app_id, secret)?));
        }
        let usual = if secret.is_some() { ClientAuthentication::Post } else { ClientAuthentication::None };
        let http = self.options.build("app_host", &self.app_host)?;
        let issuer = self.issuer.unwrap_or_else(|| format!("{}/oidc", http.settings().base_url));
        #[cfg(feature = "oidc")]
        let validator = TokenValidator::new(ValidatorSettings {
            app_id: self.app_id.clone(),
            app_secret: self.app_secret.clone(),
            issuer: issuer.clone(),
            jwks_path: self.jwks_path.unwrap_or_else(|| jwks_path(brand, &self.app_id)),
            id_token_hs256: self.id_token_hs256,
            leeway: self.token_leeway,
            jwks_lifetime: self.jwks_lifetime,
            jwks: self.jwks,
        })?;
        let settings = Settings {
            app_id: self.app_id,
            app_secret: self.app_secret,
            protocol: self.protocol,
            redirect_uri: self.redirect_uri,
            logout_redirect_uri: self.logout_redirect_uri,
            scope: self.scope.unwrap_or_else(|| self.protocol.usual_scope().to_owned()),
            tenant_id: self.tenant_id,
            cookie_key: self.cookie_key.unwrap_or_else(|| cookie_key(brand).to_owned()),
            token_endpoint_auth: self.token_endpoint_auth,
            introspection_endpoint_auth: self.introspection_endpoint_auth.unwrap_or(usual),
            revocation_endpoint_auth: self.revocation_endpoint_auth.unwrap_or(usual),
            issuer,
        };
        Ok(AuthenticationClient {
            http,
            settings: Arc::new(settings),
            #[cfg(feature = "oidc")]
            validator: Arc::new(validator),
            #[cfg(feature = "events")]
            socket_uri,
        })
    }

    /// Whether the settings go together.
    fn check(&self) -> Result<(), ConfigurationError> {
        let problem = |setting, problem| Err(ConfigurationError::new(setting, problem));
        if let Some(scope) = &self.scope {
            self.protocol.check_scope(scope)?;
        }
        if self.app_id.is_empty() {
            return problem("app_id", "is missing");
        }
        let methods = [
            Some(self.token_endpoint_auth),
            self.introspection_endpoint_auth,
            self.revocation_endpoint_auth,
            self.id_token_hs256.then_some(ClientAuthentication::Post),
        ];
        let needs_secret = methods.into_iter().flatten().any(|method| method != ClientAuthentication::None);
        if needs_secret && self.app_secret.as_ref().is_none_or(|secret| secret.expose().is_empty()) {
            return problem("app_secret", "is missing");
        }
        if self.cookie_key.as_deref().is_some_and(|name| !is_cookie_name(name)) {
            return problem("cookie_key", "has characters that HTTP does not allow in the name of a cookie");
        }
        if self.jwks_path.as_deref().is_some_and(|path| !path.starts_with('/')) {
            return problem("jwks_path", "must begin with a slash");
        }
        Ok(())
    }
}

#[cfg(feature = "oidc")]
fn jwks_path(brand: Brand, app_id: &str) -> String {
    match brand {
        Brand::GenAuth => "/oidc/.well-known/jwks.json".to_owned(),
        Brand::Authing => format!("/{}/oidc/.well-known/jwks.json", escape(app_id)),
    }
}

fn cookie_key(brand: Brand) -> &'static str {
    match brand {
        Brand::GenAuth => "X-GenAuth-OIDC-State",
        Brand::Authing => "X-Authing-OIDC-State",
    }
}

impl fmt::Debug for AuthenticationClientBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AuthenticationClientBuilder")
            .field("app_id", &self.app_id)
            .field("app_host", &self.app_host)
            .field("protocol", &self.protocol)
            .finish_non_exhaustive()
    }
}
