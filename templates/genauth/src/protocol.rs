//! The protocols by which users sign in: OpenID Connect, OAuth 2.0, SAML and CAS.

mod error;

pub use self::error::OpenIdError;
