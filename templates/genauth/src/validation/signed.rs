//! A token's header, and its signature.

use jsonwebtoken::crypto::aws_lc;
use jsonwebtoken::errors::ErrorKind;
use jsonwebtoken::{Algorithm, AlgorithmFamily, DecodingKey, Header, Validation, decode, decode_header};
use serde_json::{Map, Value};

use super::claims::Claims;
use super::error::{TokenError, TokenErrorKind};

/// A token whose header was read, and nothing else.
pub(super) struct Signed<'a> {
    token: &'a str,
    header: Header,
}

impl<'a> Signed<'a> {
    pub(super) fn read(token: &'a str) -> Result<Self, TokenError> {
        let header = decode_header(token).map_err(|error| match error.kind() {
            // It is JSON, but not of a header's type. Of all types in a header, only that of `alg` has a limited set
            // of values, to which `none` does not belong.
            ErrorKind::Json(error) if error.is_data() => TokenErrorKind::Algorithm,
            _ => TokenErrorKind::Malformed,
        })?;
        if header.crit.is_some() {
            return Err(TokenErrorKind::CriticalHeader.into());
        }
        Ok(Signed { token, header })
    }

    pub(super) fn algorithm(&self) -> Algorithm {
        self.header.alg
    }

    /// Whether it is signed with a secret that both sides know.
    pub(super) fn is_symmetric(&self) -> bool {
        self.header.alg.family() == AlgorithmFamily::Hmac
    }

    /// The name of the key.
    pub(super) fn key_id(&self) -> Option<&str> {
        self.header.kid.as_deref()
    }

    /// The kind of token (RFC 7515, 4.1.9), in lower case and without the part that may be left out.
    pub(super) fn media_type(&self) -> Option<String> {
        let typ = self.header.typ.as_ref()?.to_ascii_lowercase();
        Some(typ.strip_prefix("application/").map(str::to_owned).unwrap_or(typ))
    }

    /// Checks the signature. Whether the key is for the header's algorithm is for the caller to know.
    ///
    /// The crate's own checks of claims are off, as they look at fewer of them and know one clock only.
    pub(super) fn verify(&self, key: &DecodingKey) -> Result<Claims, TokenError> {
        // With the features of both of its providers, which another crate may turn on, jsonwebtoken has no default and
        // panics. An application that chose one before keeps it.
        let _ = aws_lc::DEFAULT_PROVIDER.install_default();

        let mut signature_alone = Validation::new(self.header.alg);
        signature_alone.required_spec_claims.clear();
        signature_alone.validate_exp = false;
        signature_alone.validate_aud = false;
        let decoded = decode::<Map<String, Value>>(self.token, key, &signature_alone);
        let decoded = decoded.map_err(|error| match error.kind() {
            ErrorKind::Base64(_) | ErrorKind::Json(_) | ErrorKind::InvalidToken => TokenErrorKind::Malformed,
            ErrorKind::InvalidAlgorithm => TokenErrorKind::Algorithm,
            _ => TokenErrorKind::Signature,
        })?;
        Claims::read(decoded.claims)
    }
}
