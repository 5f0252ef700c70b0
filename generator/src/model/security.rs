//! How callers prove who they are (OpenAPI 3.0.4, sections 4.7.27 and 4.7.30).

use super::{Docs, Location};

/// A way to prove who is calling.
#[derive(Clone, Debug)]
pub struct SecurityScheme {
    /// The scheme's name in the document.
    pub wire_name: String,
    /// What the caller shows.
    pub credential: Credential,
    /// What the document says about it.
    pub docs: Docs,
}

/// What a caller shows.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Credential {
    /// A key in a header, the query or a cookie.
    Key {
        /// Where it goes.
        location: Location,
        /// The name it goes under.
        wire_name: String,
    },
    /// `Authorization: Basic`.
    Basic,
    /// `Authorization: Bearer`.
    Bearer,
    /// Another scheme of the `Authorization` header.
    Http(String),
    /// A token of OAuth 2.0.
    OAuth2,
    /// A token of OpenID Connect, with the address of its configuration.
    OpenIdConnect(String),
}

/// One scheme that an operation needs, with its scopes.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Requirement {
    /// The scheme's name in the document.
    pub scheme: String,
    /// The scopes it needs.
    pub scopes: Vec<String>,
}
