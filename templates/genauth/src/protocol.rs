//! Signing users in by the standard protocols: OpenID Connect, OAuth 2.0, SAML and CAS.
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

mod authorize_options;
mod authorize_url;
mod logout_url;
pub mod pkce;
mod random;
mod url;

mod answer;
mod lenient;
mod token_grants;
mod token_set;

mod introspection;
mod parsing;
mod revocation;
mod user_info;
mod validate_token;

mod cas;

mod callback;
mod cookie;
mod redirect;

#[cfg(feature = "authentication-sign-in")]
mod sign_in;
#[cfg(feature = "authentication-sign-in")]
mod sign_up;

pub use self::authorize_options::{AuthorizeUrlOptions, Pkce};
pub use self::authorize_url::AuthorizeUrl;
pub use self::callback::SignedIn;
pub use self::cas::{CasFormat, CasUser};
pub use self::client_authentication::ClientAuthentication;
pub use self::error::{OpenIdError, OpenIdErrorKind};
pub use self::introspection::Introspection;
pub use self::logout_url::LogoutUrlOptions;
pub use self::redirect::{LoginRedirect, LogoutRedirect};
pub use self::settings::Protocol;
pub use self::token_grants::AuthorizationCode;
pub use self::token_set::TokenSet;
pub use self::user_info::{TokenPlace, UserInfo};
pub use self::validate_token::TokenToValidate;

pub(crate) use self::client_authentication::SignInAuthorizer;
pub(crate) use self::cookie::is_cookie_name;
pub(crate) use self::settings::Settings;
