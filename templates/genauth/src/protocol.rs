//! Signing users in by the standard protocols: OpenID Connect, OAuth 2.0, SAML and CAS.
//!
//! What is here needs the feature `oidc`, which is on by default; a client's settings are there without it.
//!
//! These are methods of [`AuthenticationClient`](crate::AuthenticationClient); here are what they take and answer.
//!
//! A web application sends its users away with
//! [`login_with_redirect`](crate::AuthenticationClient::login_with_redirect) and takes them back with
//! [`handle_redirect_callback`](crate::AuthenticationClient::handle_redirect_callback). An application with a sign-in
//! page of its own uses `sign_in_by_email_password` and its like. The rest are the single steps of the protocols.

mod client_authentication;
mod error;
mod settings;

#[cfg(feature = "oidc")]
mod client_credentials;

#[cfg(feature = "oidc")]
mod authorize_options;
#[cfg(feature = "oidc")]
mod authorize_url;
#[cfg(feature = "oidc")]
mod logout_url;
#[cfg(feature = "oidc")]
pub mod pkce;
#[cfg(feature = "oidc")]
mod random;
#[cfg(feature = "oidc")]
mod url;

#[cfg(feature = "oidc")]
mod answer;
#[cfg(feature = "oidc")]
mod lenient;
#[cfg(feature = "oidc")]
mod token_grants;
#[cfg(feature = "oidc")]
mod token_set;

#[cfg(feature = "oidc")]
mod introspection;
#[cfg(feature = "oidc")]
mod parsing;
#[cfg(feature = "oidc")]
mod revocation;
#[cfg(feature = "oidc")]
mod user_info;
#[cfg(feature = "oidc")]
mod validate_token;

#[cfg(feature = "oidc")]
mod cas;

#[cfg(feature = "oidc")]
mod callback;
#[cfg(feature = "oidc")]
mod cookie;
#[cfg(feature = "oidc")]
mod redirect;

#[cfg(feature = "authentication-sign-in")]
mod sign_in;
#[cfg(feature = "authentication-sign-in")]
mod sign_up;

#[cfg(feature = "oidc")]
pub use self::authorize_options::{AuthorizeUrlOptions, Pkce};
#[cfg(feature = "oidc")]
pub use self::authorize_url::AuthorizeUrl;
#[cfg(feature = "oidc")]
pub use self::callback::SignedIn;
#[cfg(feature = "oidc")]
pub use self::cas::{CasFormat, CasUser};
pub use self::client_authentication::ClientAuthentication;
pub use self::error::{OpenIdError, OpenIdErrorKind};
#[cfg(feature = "oidc")]
pub use self::introspection::Introspection;
#[cfg(feature = "oidc")]
pub use self::logout_url::LogoutUrlOptions;
#[cfg(feature = "oidc")]
pub use self::redirect::{LoginRedirect, LogoutRedirect};
pub use self::settings::Protocol;
#[cfg(feature = "oidc")]
pub use self::token_grants::AuthorizationCode;
#[cfg(feature = "oidc")]
pub use self::token_set::TokenSet;
#[cfg(feature = "oidc")]
pub use self::user_info::{TokenPlace, UserInfo};
#[cfg(feature = "oidc")]
pub use self::validate_token::TokenToValidate;

pub(crate) use self::client_authentication::SignInAuthorizer;
pub(crate) use self::settings::{Settings, is_cookie_name};
