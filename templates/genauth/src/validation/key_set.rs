//! The keys that a provider publishes (RFC 7517).

use jsonwebtoken::jwk::{AlgorithmParameters, EllipticCurve, Jwk, KeyOperations, PublicKeyUse};
use jsonwebtoken::{Algorithm, AlgorithmFamily, DecodingKey};
use serde::Deserialize;
use serde_json::Value;

use super::error::{TokenError, TokenErrorKind};

/// Those of a provider's keys that can check signatures. There are none until they are read.
#[derive(Default)]
pub(super) struct KeySet(Vec<SigningKey>);

struct SigningKey {
    id: Option<String>,
    /// Never empty, and never one with a shared secret: a public key must not be mistaken for one.
    algorithms: Vec<Algorithm>,
    key: DecodingKey,
}

impl KeySet {
    /// Reads a JWK Set. Keys of unknown type, for other uses, or broken are passed over, as the standard asks (RFC
    /// 7517, 5).
    pub(super) fn from_json(json: &[u8]) -> Result<Self, serde_json::Error> {
        #[derive(Deserialize)]
        struct Published {
            keys: Vec<Value>,
        }
        let Published { keys } = serde_json::from_slice(json)?;
        Ok(KeySet(keys.into_iter().filter_map(SigningKey::from_json).collect()))
    }

    /// Whether there is a key of this name, or any key for a token that names none.
    pub(super) fn has(&self, id: Option<&str>) -> bool {
        self.0.iter().any(|key| id.is_none() || key.id.as_deref() == id)
    }

    /// The key of this name. A token that names none is accepted where there is only one.
    pub(super) fn find(&self, id: Option<&str>, algorithm: Algorithm) -> Result<&DecodingKey, TokenError> {
        let meant: Vec<&SigningKey> = match id {
            Some(_) => self.0.iter().filter(|key| key.id.as_deref() == id).collect(),
            None if self.0.len() == 1 => self.0.iter().collect(),
            None => Vec::new(),
        };
        if meant.is_empty() {
            return Err(TokenErrorKind::UnknownKey.into());
        }
        let fitting = meant.into_iter().find(|key| key.algorithms.contains(&algorithm));
        fitting.map(|found| &found.key).ok_or(TokenErrorKind::Algorithm.into())
    }
}

impl SigningKey {
    fn from_json(json: Value) -> Option<Self> {
        let jwk: Jwk = serde_json::from_value(json).ok()?;
        let is_for_signatures = matches!(jwk.common.public_key_use, None | Some(PublicKeyUse::Signature));
        let operations = jwk.common.key_operations.as_ref();
        let can_verify = operations.is_none_or(|operations| operations.contains(&KeyOperations::Verify));
        let algorithms = algorithms(&jwk);
        if !is_for_signatures || !can_verify || algorithms.is_empty() {
            return None;
        }
        Some(SigningKey { key: DecodingKey::from_jwk(&jwk).ok()?, id: jwk.common.key_id, algorithms })
    }
}

/// What the key's type allows (RFC 7518, 3.1; RFC 8037), or the one of these that it says it is for.
fn algorithms(jwk: &Jwk) -> Vec<Algorithm> {
    let of_type = match &jwk.algorithm {
        AlgorithmParameters::RSA(_) => AlgorithmFamily::Rsa.algorithms(),
        AlgorithmParameters::EllipticCurve(key) if key.curve == EllipticCurve::P256 => &[Algorithm::ES256],
        AlgorithmParameters::EllipticCurve(key) if key.curve == EllipticCurve::P384 => &[Algorithm::ES384],
        AlgorithmParameters::OctetKeyPair(key) if key.curve == EllipticCurve::Ed25519 => &[Algorithm::EdDSA],
        _ => &[],
    };
    match jwk.common.key_algorithm.map(Algorithm::try_from) {
        None => of_type.to_vec(),
        Some(own) => of_type.iter().copied().filter(|algorithm| own.as_ref().ok() == Some(algorithm)).collect(),
    }
}
