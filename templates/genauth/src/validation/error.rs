//! Why a token is not to be trusted.

use std::fmt;

use crate::error::Error;

/// A token is not to be trusted.
///
/// The text names the rule that the token breaks, and never shows the token or the value of a claim.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the token is refused: {kind}")]
pub struct TokenError {
    kind: TokenErrorKind,
}

/// The rule that a token breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TokenErrorKind {
    /// It is no signed JWT (RFC 7519). An encrypted one (RFC 7516) is not read.
    Malformed,
    /// It is an access token without any content that a client could read. Only the provider's introspection (RFC 7662)
    /// can tell what it is worth. An encrypted token is one too.
    Opaque,
    /// Its header names no algorithm, `none`, one that is not known, or one that its key is not for.
    Algorithm,
    /// Its header asks for extensions, which are all unknown here (`crit`, RFC 7515, 4.1.11).
    CriticalHeader,
    /// It is a token of another kind, such as an ID token where an access token is expected.
    WrongType,
    /// The provider has no signing key of that name. Without a name, the provider has several keys, or none.
    UnknownKey,
    /// The signature does not fit. Someone changed the token, or someone else made it.
    Signature,
    /// It lacks this claim.
    MissingClaim(&'static str),
    /// This claim is not of the type that the standard gives it.
    InvalidClaim(&'static str),
    /// Another provider issued it (`iss`).
    Issuer,
    /// It is meant for others (`aud`).
    Audience,
    /// It was issued to another application (`azp`), or does not say to which although it is meant for several.
    AuthorizedParty,
    /// Its time is over (`exp`).
    Expired,
    /// Its time has not come (`nbf`).
    NotYetValid,
    /// It was issued in the future (`iat`).
    IssuedInFuture,
    /// It does not belong to this sign-in (`nonce`).
    Nonce,
}

impl TokenError {
    /// The rule that the token breaks.
    pub fn kind(&self) -> TokenErrorKind {
        self.kind
    }
}

impl From<TokenErrorKind> for TokenError {
    fn from(kind: TokenErrorKind) -> Self {
        TokenError { kind }
    }
}

impl From<TokenError> for Error {
    fn from(error: TokenError) -> Self {
        Box::new(error).into()
    }
}

impl fmt::Display for TokenErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            TokenErrorKind::Malformed => "it is no signed JWT",
            TokenErrorKind::Opaque => "it is opaque, and only the provider can tell what it is worth",
            TokenErrorKind::Algorithm => "its algorithm is not allowed",
            TokenErrorKind::CriticalHeader => "its header asks for unknown extensions",
            TokenErrorKind::WrongType => "it is a token of another kind",
            TokenErrorKind::UnknownKey => "the provider has no such signing key",
            TokenErrorKind::Signature => "its signature does not fit",
            TokenErrorKind::MissingClaim(name) => return write!(f, "it has no claim `{name}`"),
            TokenErrorKind::InvalidClaim(name) => return write!(f, "its claim `{name}` is not of the right type"),
            TokenErrorKind::Issuer => "another provider issued it",
            TokenErrorKind::Audience => "it is meant for others",
            TokenErrorKind::AuthorizedParty => "it was issued to another application",
            TokenErrorKind::Expired => "it has expired",
            TokenErrorKind::NotYetValid => "it is not valid yet",
            TokenErrorKind::IssuedInFuture => "it was issued in the future",
            TokenErrorKind::Nonce => "it does not belong to this sign-in",
        })
    }
}
