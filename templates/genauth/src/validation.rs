//! Whether a token is to be trusted: signature, issuer, audience and time of ID tokens and access tokens.
//!
//! An ID token tells an application who signed in (OpenID Connect Core 1.0, 2). An access token is for calling APIs; a
//! service that is called with one looks here whether to answer. Both are signed (RFC 7515). The keys are the
//! provider's own, and are fetched when they are first needed.
//!
//! What is here needs the feature `oidc`, which is on by default.
//!
//! The signature is checked first, by an algorithm of the key's own kind. Nothing that a token says about its key but
//! the key's name counts: addresses and keys in its header are never used.

mod error;

#[cfg(feature = "oidc")]
mod access_token;
#[cfg(feature = "oidc")]
mod id_token;

#[cfg(feature = "oidc")]
mod validator;

#[cfg(feature = "oidc")]
mod claims;
#[cfg(feature = "oidc")]
mod rules;

#[cfg(feature = "oidc")]
mod jwks;
#[cfg(feature = "oidc")]
mod key_set;
#[cfg(feature = "oidc")]
mod signed;

#[cfg(feature = "oidc")]
mod clock;
#[cfg(feature = "oidc")]
mod shared_failure;
mod unverified;

#[cfg(all(test, feature = "oidc"))]
mod tests;

#[cfg(feature = "oidc")]
pub use self::access_token::AccessToken;
pub use self::error::{TokenError, TokenErrorKind};
#[cfg(feature = "oidc")]
pub use self::id_token::IdToken;
pub(crate) use self::unverified::unverified_claim;
#[cfg(feature = "oidc")]
pub(crate) use self::validator::{TokenValidator, ValidatorSettings};
