//! An ID token that was checked.

use std::fmt;
use std::time::SystemTime;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jsonwebtoken::Algorithm;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use sha2::{Digest, Sha256, Sha384, Sha512};

use super::claims::Claims;
use super::error::{TokenError, TokenErrorKind};

/// Who signed in, when, and for which application (OpenID Connect Core 1.0, 2).
///
/// The provider's signature and the claims were checked. Give the nonce of the sign-in: without one, an access token of
/// the same provider may pass for an ID token, where the provider gives both the same type and audience.
///
/// `Debug` shows the subject and the names of the claims.
#[derive(Clone)]
pub struct IdToken {
    claims: Claims,
    subject: String,
    issued_at: SystemTime,
    access_token_hash: Option<String>,
    algorithm: Algorithm,
}

impl IdToken {
    pub(super) fn new(claims: Claims, algorithm: Algorithm) -> Result<Self, TokenError> {
        let subject = claims.subject.clone().filter(|subject| !subject.is_empty());
        Ok(IdToken {
            subject: subject.ok_or(TokenErrorKind::MissingClaim("sub"))?,
            issued_at: claims.issued_at.ok_or(TokenErrorKind::MissingClaim("iat"))?,
            access_token_hash: claims.text("at_hash")?,
            claims,
            algorithm,
        })
    }

    /// The user, by the provider's own name (`sub`).
    pub fn subject(&self) -> &str {
        &self.subject
    }

    /// The provider (`iss`).
    pub fn issuer(&self) -> &str {
        &self.claims.issuer
    }

    /// The applications that the token is meant for (`aud`). This one is among them.
    pub fn audience(&self) -> &[String] {
        &self.claims.audience
    }

    /// The application that the token was issued to (`azp`), if the token says so. It is this one.
    pub fn authorized_party(&self) -> Option<&str> {
        self.claims.authorized_party.as_deref()
    }

    /// When the token ceases to be valid (`exp`), by the provider's clock.
    pub fn expires_at(&self) -> SystemTime {
        self.claims.expires_at
    }

    /// When the token begins to be valid (`nbf`), if the token says so.
    pub fn not_before(&self) -> Option<SystemTime> {
        self.claims.not_before
    }

    /// When the token was issued (`iat`).
    pub fn issued_at(&self) -> SystemTime {
        self.issued_at
    }

    /// When the user last proved who they are (`auth_time`), if the token says so. It is not compared with anything.
    pub fn authenticated_at(&self) -> Option<SystemTime> {
        self.claims.authenticated_at
    }

    /// What ties the token to one sign-in (`nonce`). It was compared if there was something to compare it with.
    pub fn nonce(&self) -> Option<&str> {
        self.claims.nonce.as_deref()
    }

    /// Whether this access token was issued together with the ID token, by the claim `at_hash` (OpenID Connect Core
    /// 1.0, 3.1.3.6). `None` when the ID token does not say.
    pub fn matches_access_token(&self, access_token: &str) -> Option<bool> {
        let stated = self.access_token_hash.as_deref()?;
        let hash = hash_for(self.algorithm, access_token.as_bytes());
        let left_half = hash.get(..hash.len() / 2).unwrap_or_default();
        Some(URL_SAFE_NO_PAD.encode(left_half) == stated)
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

impl fmt::Debug for IdToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("IdToken").field("subject", &self.subject).field("claims", &self.claims.names()).finish()
    }
}

/// The hash function of a signature algorithm. Ed25519 has SHA-512 inside (RFC 8032, 5.1).
fn hash_for(algorithm: Algorithm, bytes: &[u8]) -> Vec<u8> {
    match algorithm {
        Algorithm::RS384 | Algorithm::PS384 | Algorithm::ES384 | Algorithm::HS384 => Sha384::digest(bytes).to_vec(),
        Algorithm::RS512 | Algorithm::PS512 | Algorithm::HS512 | Algorithm::EdDSA => Sha512::digest(bytes).to_vec(),
        _ => Sha256::digest(bytes).to_vec(),
    }
}
