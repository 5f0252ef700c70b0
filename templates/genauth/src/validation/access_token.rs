//! An access token that was checked.

use std::fmt;
use std::time::SystemTime;

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::claims::Claims;
use super::error::TokenError;

/// What the holder of an access token may do (RFC 9068, 2.2).
///
/// The provider's signature and the claims were checked. The token is meant for this application (`aud`), or was
/// issued to it (`client_id`, or else `azp`). The latter lets an application look at its own tokens. A service that is
/// called with tokens asks for more: that its own name is in [`audience`](Self::audience), and that the
/// [`scopes`](Self::scopes) allow what is asked of it.
///
/// A signature cannot tell that the token was revoked since; only the provider's introspection (RFC 7662) can.
///
/// `Debug` shows the subject and the names of the claims.
#[derive(Clone)]
pub struct AccessToken {
    claims: Claims,
    scopes: Vec<String>,
}

impl AccessToken {
    pub(super) fn new(claims: Claims) -> Result<Self, TokenError> {
        let stated = claims.texts("scope")?;
        let scopes = stated.iter().flat_map(|text| text.split_ascii_whitespace()).map(str::to_owned).collect();
        Ok(AccessToken { claims, scopes })
    }

    /// Who acts (`sub`): a user, or an application in its own name. RFC 9068 asks for it, but older tokens can lack
    /// it.
    pub fn subject(&self) -> Option<&str> {
        self.claims.subject.as_deref()
    }

    /// The provider (`iss`).
    pub fn issuer(&self) -> &str {
        &self.claims.issuer
    }

    /// The services that the token is meant for (`aud`). Empty when the token does not say.
    pub fn audience(&self) -> &[String] {
        &self.claims.audience
    }

    /// The application that the token was issued to (`client_id`), if the token says so.
    pub fn client_id(&self) -> Option<&str> {
        self.claims.client_id.as_deref()
    }

    /// The application that the token was issued to by its older name (`azp`), if the token says so.
    pub fn authorized_party(&self) -> Option<&str> {
        self.claims.authorized_party.as_deref()
    }

    /// What was granted (`scope`, RFC 8693, 4.2), one by one.
    pub fn scopes(&self) -> &[String] {
        &self.scopes
    }

    /// Whether this was granted.
    pub fn has_scope(&self, scope: &str) -> bool {
        self.scopes.iter().any(|granted| granted == scope)
    }

    /// When the token ceases to be valid (`exp`), by the provider's clock.
    pub fn expires_at(&self) -> SystemTime {
        self.claims.expires_at
    }

    /// When the token begins to be valid (`nbf`), if the token says so.
    pub fn not_before(&self) -> Option<SystemTime> {
        self.claims.not_before
    }

    /// When the token was issued (`iat`), if the token says so.
    pub fn issued_at(&self) -> Option<SystemTime> {
        self.claims.issued_at
    }

    /// When the user last proved who they are (`auth_time`), if the token says so. It is not compared with anything.
    pub fn authenticated_at(&self) -> Option<SystemTime> {
        self.claims.authenticated_at
    }

    /// All claims, as they were signed.
    pub fn claims(&self) -> &Map<String, Value> {
        &self.claims.all
    }

    /// A claim of any type. `None` when it is missing or null.
    ///
    /// # Errors
    ///
    /// When the claim is not of that type. The text of the error can show the value.
    pub fn claim_as<T: DeserializeOwned>(&self, name: &str) -> Result<Option<T>, serde_json::Error> {
        self.claims.get_as(name)
    }
}

impl fmt::Debug for AccessToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (subject, names) = (&self.claims.subject, self.claims.names());
        f.debug_struct("AccessToken").field("subject", subject).field("claims", &names).finish()
    }
}
