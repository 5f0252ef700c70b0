//! Whether a token is to be trusted: signature, issuer, audience and time of ID tokens and access tokens.
//!
//! An ID token tells an application who signed in (OpenID Connect Core 1.0, 2). An access token is for calling APIs; a
//! service that is called with one looks here whether to answer. Both are signed (RFC 7515). The keys are the
//! provider's own, and are fetched when they are first needed.
//!
//! The signature is checked first, by an algorithm of the key's own kind. Nothing that a token says about its key but
//! the key's name counts: addresses and keys in its header are never used.

mod error;

mod access_token;
mod id_token;

mod validator;

mod claims;
mod rules;

mod jwks;
mod key_set;
mod signed;

mod clock;
mod shared_failure;
mod unverified;

#[cfg(test)]
mod tests;

pub use self::access_token::AccessToken;
pub use self::error::{TokenError, TokenErrorKind};
pub use self::id_token::IdToken;
pub(crate) use self::unverified::unverified_claim;
pub(crate) use self::validator::{TokenValidator, ValidatorSettings};
