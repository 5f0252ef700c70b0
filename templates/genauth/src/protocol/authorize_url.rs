//! The address where a user signs in.

use super::pkce::{code_challenge, generate_code_verifier};
use super::random::unguessable_text;
use super::settings::has_word;
use super::url::with_query;
use super::{AuthorizeUrlOptions, Pkce, Protocol};
use crate::AuthenticationClient;
use crate::error::{ConfigurationError, Error};
use crate::http::escape;
use crate::values::Secret;

/// Where to send a user to sign in, and what to keep until they come back.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct AuthorizeUrl {
    /// The address.
    pub url: String,
    /// What has to come back with the user. Neither SAML nor CAS has it.
    pub state: Option<String>,
    /// What the ID token has to repeat. Only OpenID Connect has it.
    pub nonce: Option<String>,
    /// What the code is exchanged with, unless PKCE is off.
    pub code_verifier: Option<Secret>,
}

impl AuthenticationClient {
    /// Makes the address where a user signs in, for the client's protocol.
    ///
    /// For OpenID Connect and OAuth 2.0 (RFC 6749, 4.1.1), state, nonce and code verifier are random unless they are
    /// given. [`login_with_redirect`](Self::login_with_redirect) does the same and keeps them in a cookie.
    ///
    /// # Errors
    ///
    /// [`Error::Configuration`] when OpenID Connect has no redirect URI or no `openid` in its scope, or when a parameter is
    /// given that the address has already.
    pub fn build_authorize_url(&self, options: AuthorizeUrlOptions) -> Result<AuthorizeUrl, Error> {
        let (host, app_id) = (self.app_host(), escape(self.app_id()));
        match self.settings.protocol {
            Protocol::Oidc => self.code_flow_url(format!("{host}/oidc/auth"), options),
            Protocol::Oauth => self.code_flow_url(format!("{host}/oauth/auth"), options),
            Protocol::Saml => self.plain_url(format!("{host}/api/v2/saml-idp/{app_id}"), &[], &options),
            Protocol::Cas => {
                let service = options.service.iter().map(|service| ("service", service.as_str()));
                self.plain_url(format!("{host}/cas-idp/{app_id}"), &service.collect::<Vec<_>>(), &options)
            }
        }
    }

    fn plain_url(
        &self,
        url: String,
        own: &[(&str, &str)],
        options: &AuthorizeUrlOptions,
    ) -> Result<AuthorizeUrl, Error> {
        let url = with_query(url, &with_extra_parameters(own, options)?);
        Ok(AuthorizeUrl { url, state: None, nonce: None, code_verifier: None })
    }

    fn code_flow_url(&self, url: String, options: AuthorizeUrlOptions) -> Result<AuthorizeUrl, Error> {
        let settings = &self.settings;
        let is_oidc = settings.protocol == Protocol::Oidc;
        let redirect_uri = options.redirect_uri.as_ref().or(settings.redirect_uri.as_ref());
        if is_oidc && redirect_uri.is_none() {
            return Err(ConfigurationError::new("redirect_uri", "is missing").into());
        }
        let scope = options.scope.as_ref().unwrap_or(&settings.scope);
        settings.protocol.check_scope(scope)?;
        let response_type = options.response_type.as_deref().unwrap_or("code");
        // Tokens must not come back in a query, so this is only said of a code.
        let usual_mode = (is_oidc && response_type == "code").then_some("query");
        // An empty one would be no proof of who began the sign-in.
        let state = options.state.clone().filter(|state| !state.is_empty()).map_or_else(unguessable_text, Ok)?;
        let nonce = if is_oidc { Some(options.nonce.clone().map_or_else(unguessable_text, Ok)?) } else { None };
        let code_verifier = match &options.pkce {
            Pkce::Off => None,
            _ if !has_word(response_type, "code") => None,
            Pkce::Fresh => Some(generate_code_verifier()?),
            Pkce::Verifier(verifier) => Some(verifier.clone()),
        };
        let challenge = code_verifier.as_ref().map(|verifier| code_challenge(verifier.expose()));
        let prompt = options.prompt.clone().or_else(|| self.usual_prompt(scope, options.is_forced));

        let own = [
            ("redirect_uri", redirect_uri.map(String::as_str)),
            ("response_mode", options.response_mode.as_deref().or(usual_mode)),
            ("response_type", Some(response_type)),
            ("client_id", Some(self.app_id())),
            ("scope", Some(scope)),
            ("state", Some(&state)),
            ("nonce", nonce.as_deref()),
            ("tenant_id", options.tenant_id.as_deref().or(settings.tenant_id.as_deref())),
            ("prompt", prompt.as_deref()),
            ("code_challenge", challenge.as_deref()),
            ("code_challenge_method", challenge.as_ref().map(|_| "S256")),
        ];
        let own: Vec<_> = own.into_iter().filter_map(|(name, value)| Some((name, value?))).collect();
        let url = with_query(url, &with_extra_parameters(&own, &options)?);
        Ok(AuthorizeUrl { url, state: Some(state), nonce, code_verifier })
    }

    /// What the user has to be asked when the caller does not say.
    fn usual_prompt(&self, scope: &str, is_forced: bool) -> Option<String> {
        let needs_consent = self.settings.protocol == Protocol::Oidc && has_word(scope, "offline_access");
        let words: Vec<_> =
            [("login", is_forced), ("consent", needs_consent)].iter().filter(|it| it.1).map(|it| it.0).collect();
        if words.is_empty() { None } else { Some(words.join(" ")) }
    }
}

fn with_extra_parameters<'a>(
    own: &[(&'a str, &'a str)],
    options: &'a AuthorizeUrlOptions,
) -> Result<Vec<(&'a str, &'a str)>, ConfigurationError> {
    let extra = options.parameters.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    if extra.clone().any(|(name, _)| own.iter().any(|it| it.0 == name)) {
        return Err(ConfigurationError::new("parameter", "is one that the address has already"));
    }
    Ok(own.iter().copied().chain(extra).collect())
}
