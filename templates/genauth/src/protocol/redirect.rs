//! Sending a user away, to sign in or out. Nothing here knows a web framework.

use super::{AuthorizeUrlOptions, LogoutUrlOptions, cookie};
use crate::AuthenticationClient;
use crate::error::{ConfigurationError, Error};
use crate::values::Secret;

/// The answer that sends a user to sign in. Its status is 302 or 303.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct LoginRedirect {
    /// The value of the header `location`.
    pub location: String,
    /// The value of a header `set-cookie`. It holds the code verifier, so it belongs to this user's browser alone.
    pub set_cookie: Secret,
}

/// The answer that sends a user to sign out. Its status is 302 or 303.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct LogoutRedirect {
    /// The value of the header `location`. It holds the ID token, if one was given.
    pub location: Secret,
    /// The value of a header `set-cookie`, which ends a sign-in that was begun and not finished. The application's own
    /// session is the application's to end.
    pub set_cookie: String,
}

impl AuthenticationClient {
    /// Begins a sign-in: the answer sends the user to the provider, and a cookie keeps what has to be known when they
    /// come back to [`handle_redirect_callback`](Self::handle_redirect_callback).
    ///
    /// The cookie lives for ten minutes, is out of reach of scripts, and is only sent by TLS when the redirect URI has it.
    ///
    /// # Errors
    ///
    /// [`Error::Configuration`] when the protocol is neither OpenID Connect nor OAuth 2.0, when there is no redirect URI,
    /// when something else than a code in the query is to come back, and those of
    /// [`build_authorize_url`](Self::build_authorize_url).
    pub fn login_with_redirect(&self, options: AuthorizeUrlOptions) -> Result<LoginRedirect, Error> {
        let problem = |setting, problem| Err(ConfigurationError::new(setting, problem).into());
        if self.settings.protocol.token_base().is_none() {
            return problem("protocol", "must be OpenID Connect or OAuth 2.0 for a sign-in by redirect");
        }
        let Some(redirect_uri) = options.redirect_uri.clone().or_else(|| self.settings.redirect_uri.clone()) else {
            return problem("redirect_uri", "is missing");
        };
        if options.response_type.as_deref().is_some_and(|response_type| response_type != "code") {
            return problem("response_type", "must be `code` for a sign-in by redirect");
        }
        if options.response_mode.as_deref().is_some_and(|mode| mode != "query") {
            return problem("response_mode", "must be `query` for a sign-in by redirect");
        }
        let begun = self.build_authorize_url(options)?;
        let set_cookie = cookie::keep(&self.settings.cookie_key, &begun, &redirect_uri);
        Ok(LoginRedirect { location: begun.url, set_cookie })
    }

    /// Sends a user to sign out. Give the ID token, so that the service knows whom to sign out and sends them back.
    #[must_use]
    pub fn logout_with_redirect(&self, options: LogoutUrlOptions) -> LogoutRedirect {
        let location = Secret::new(self.build_logout_url(options));
        LogoutRedirect { location, set_cookie: self.clear_login_cookie() }
    }

    /// The value of a header `set-cookie` that takes away the cookie of [`login_with_redirect`](Self::login_with_redirect),
    /// for the page that tells the user of a sign-in that failed.
    #[must_use]
    pub fn clear_login_cookie(&self) -> String {
        cookie::clear(&self.settings.cookie_key, self.settings.redirect_uri.as_deref().unwrap_or_default())
    }
}
