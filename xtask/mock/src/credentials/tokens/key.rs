//! The key that tokens are signed with: ES256 (RFC 7518, section 3.4).

use std::fmt;

use jsonwebtoken::jwk::Jwk;
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation};
use p256::SecretKey;
use p256::pkcs8::EncodePrivateKey;
use serde::Serialize;
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

/// A key pair with the id that tokens name it by.
pub(super) struct Key {
    id: String,
    private: EncodingKey,
    public: Option<Jwk>,
}

impl Key {
    /// The key of a seed: the same one in every run.
    pub(super) fn of_seed(seed: u64) -> Self {
        // About one number of 2^32 is no key of the curve; then the next one is taken.
        let secret = (0_u32..).find_map(|attempt| {
            let number = Sha256::digest(format!("the mock's signing key {seed} {attempt}"));
            SecretKey::from_slice(&number).ok()
        });
        let document = secret.and_then(|secret| secret.to_pkcs8_der().ok());
        let private =
            EncodingKey::from_ec_der(document.as_ref().map(|document| document.as_bytes()).unwrap_or_default());
        let id = format!("mock-{seed}");
        let mut public = Jwk::from_encoding_key(&private, Algorithm::ES256).ok();
        if let Some(public) = &mut public {
            public.common.key_id = Some(id.clone());
            public.common.public_key_use = Some(jsonwebtoken::jwk::PublicKeyUse::Signature);
        }
        Key { id, private, public }
    }

    /// A JWT with these claims.
    pub(super) fn sign(&self, claims: &impl Serialize) -> String {
        let header = Header { kid: Some(self.id.clone()), ..Header::new(Algorithm::ES256) };
        // A key that was made above signs every JSON; an empty token would be good for nothing.
        jsonwebtoken::encode(&header, claims, &self.private).unwrap_or_default()
    }

    /// The claims of a JWT that was signed here for this audience and is not over.
    pub(super) fn verify(&self, token: &str, audience: &str) -> Option<Map<String, Value>> {
        let key = DecodingKey::from_jwk(self.public.as_ref()?).ok()?;
        let mut validation = Validation::new(Algorithm::ES256);
        validation.leeway = 0;
        validation.set_audience(&[audience]);
        jsonwebtoken::decode(token, &key, &validation).ok().map(|data| data.claims)
    }

    /// The public half as a set of keys (RFC 7517, section 5).
    pub(super) fn jwks(&self) -> Value {
        json!({"keys": self.public.iter().collect::<Vec<_>>()})
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Key").field("id", &self.id).finish_non_exhaustive()
    }
}
