//! Encryption with RSA.

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use rsa::pkcs8::DecodePublicKey;
use rsa::rand_core::OsRng;
use rsa::traits::PublicKeyParts;
use rsa::{Pkcs1v15Encrypt, RsaPublicKey};

use super::PasswordError;

/// The bytes that PKCS#1 v1.5 needs beside the message.
const PADDING: usize = 11;

/// The service's RSA key, for the `passwordEncryptType` `rsa`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RsaKey(RsaPublicKey);

impl RsaKey {
    /// Reads a public key in PEM: `-----BEGIN PUBLIC KEY-----` (RFC 7468, section 13).
    ///
    /// # Errors
    ///
    /// [`PasswordError::RsaKey`] when it is something else.
    pub fn from_pem(pem: &str) -> Result<Self, PasswordError> {
        RsaPublicKey::from_public_key_pem(pem.trim()).map(RsaKey).map_err(|_| PasswordError::RsaKey)
    }

    /// Encrypts a password (RSAES-PKCS1-v1_5, RFC 8017, section 7.2). The result is base64.
    ///
    /// # Errors
    ///
    /// [`PasswordError::Empty`], and [`PasswordError::TooLong`] for more bytes than the key has less 11: 117 with a key
    /// of 1024 bits. [`PasswordError::Encryption`] when the key's numbers are no good.
    pub fn encrypt(&self, password: &str) -> Result<String, PasswordError> {
        let limit = self.0.size().saturating_sub(PADDING);
        match password.len() {
            0 => return Err(PasswordError::Empty),
            length if length > limit => return Err(PasswordError::TooLong { limit }),
            _ => {}
        }
        let encrypted = self.0.encrypt(&mut OsRng, Pkcs1v15Encrypt, password.as_bytes());
        encrypted.map(|bytes| BASE64.encode(bytes)).map_err(|_| PasswordError::Encryption)
    }
}
