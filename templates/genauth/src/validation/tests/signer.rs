//! Keys that sign tokens, and what is published of them.

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use jsonwebtoken::jwk::Jwk;
use jsonwebtoken::{Algorithm, EncodingKey, Header, encode};
use rcgen::{KeyPair, PKCS_ECDSA_P256_SHA256, PKCS_ECDSA_P384_SHA384, PKCS_ED25519, PublicKeyData};
use serde_json::{Value, json};

/// A private key with the header of its tokens.
pub(super) struct Signer {
    pub(super) header: Header,
    key: EncodingKey,
    /// What the provider publishes.
    pub(super) jwk: Value,
}

impl Signer {
    /// A fresh key on the curve P-256.
    pub(super) fn new(kid: &str) -> Self {
        let der = KeyPair::generate_for(&PKCS_ECDSA_P256_SHA256).unwrap().serialize_der();
        Signer::from_key(kid, Algorithm::ES256, EncodingKey::from_ec_der(&der))
    }

    pub(super) fn p384(kid: &str) -> Self {
        let der = KeyPair::generate_for(&PKCS_ECDSA_P384_SHA384).unwrap().serialize_der();
        Signer::from_key(kid, Algorithm::ES384, EncodingKey::from_ec_der(&der))
    }

    pub(super) fn ed25519(kid: &str) -> Self {
        let pair = KeyPair::generate_for(&PKCS_ED25519).unwrap();
        let mut header = Header::new(Algorithm::EdDSA);
        header.kid = Some(kid.to_owned());
        let x = URL_SAFE_NO_PAD.encode(pair.der_bytes());
        let jwk = json!({"kty": "OKP", "crv": "Ed25519", "kid": kid, "x": x});
        Signer { header, key: EncodingKey::from_ed_der(&pair.serialize_der()), jwk }
    }

    /// Always the same key, as making one takes long. Its JWK does not say for which algorithm it is.
    pub(super) fn rsa(kid: &str, algorithm: Algorithm) -> Self {
        let der = STANDARD.decode(RSA_2048).unwrap();
        let mut signer = Signer::from_key(kid, algorithm, EncodingKey::from_rsa_der(&der));
        signer.jwk.as_object_mut().unwrap().remove("alg");
        signer
    }

    pub(super) fn secret(secret: &[u8]) -> Self {
        let header = Header::new(Algorithm::HS256);
        Signer { header, key: EncodingKey::from_secret(secret), jwk: Value::Null }
    }

    fn from_key(kid: &str, algorithm: Algorithm, key: EncodingKey) -> Self {
        let mut jwk = serde_json::to_value(Jwk::from_encoding_key(&key, algorithm).unwrap()).unwrap();
        jwk["kid"] = kid.into();
        jwk["use"] = "sig".into();
        let mut header = Header::new(algorithm);
        header.kid = Some(kid.to_owned());
        Signer { header, key, jwk }
    }

    pub(super) fn sign(&self, claims: &Value) -> String {
        encode(&self.header, claims, &self.key).unwrap()
    }

    /// Signs with other details in the header.
    pub(super) fn sign_as(&self, claims: &Value, change: impl FnOnce(&mut Header)) -> String {
        let mut header = self.header.clone();
        change(&mut header);
        encode(&header, claims, &self.key).unwrap()
    }
}

/// A key for these tests alone, in the form of PKCS #1.
const RSA_2048: &str = "\
MIIEowIBAAKCAQEA2JWvtSfiywsqqn8p4VtqhALNwkR4zGoDlMhdCz2otktgW1njREYf8VbJGkudZskslpzErjM7XSnPjIYDrt2a\
ZovzO6uuOR5ZQbexIwi0hak0kHmDo/JogWBeNObmS0BGHjmiDaWOjlwmrP1TzRNy8xqF4Dfg/tW02/L+34x+jwpRsdGiMtBKVksK\
W49GXU7bmq7MJ2gBrmt/jdrYYl007Up4HVi0q33QGej5RMN+RCD3P+vPm7mRbOPvQUuWdKd2koldh6ES23pfKH4CCa6XJK+KrQp5\
JE/wTQOxZlz8FTvZYQZ659vpwtmGLrgna/tArBHqOUo0CSnKgxPgaHB0XQIDAQABAoIBAAY2ezOc/ifMF4Yu/Emzrwcc29cldWi5\
ifp8qc4/bJhjjTvqVjo0GgkbwUDI5PPzFu7ZGZKxIfzbHlIT2eKPNUD2Qn/NveZE6xkuXekKl3n+nir7s4wOFzlC3I9/StudeyhY\
WSjt37aWiSFM9WQIGXm5IxhxyS3NfdbMGeLCwtVb/sTBzOkj92WG0QeetTM8ZTVcq74VfggfMxcy6CspxK6ddnO4G1tfAmrf8Ne6\
w2/3EJrGvm70ZjGJn9k447fHynIoeoGa4kM6m1JR/BPOJwydkZWCnpfGea60bpYo/V2++CI5D8P6wmANzv2bwoFHTYteB4i3fxH5\
Hbi9RGlqTOcCgYEA8mCXWJq1uxBgt0bL6WiT8/+JdmaZ8w87xiJYjAi8NSZeds4ptPeR8JpllH6fPrFZTY7ixY4zttjQpaVJF6Mp\
wMqzBOAyyPB89JWLF0qxdKJUZnPdgX4479NV45VVU4jvIECnLVIycb5KhyYMT22nlF7iKCWYL2S4l+tn6JiuUfMCgYEA5MH7eezb\
h/IIzRhTtoQrcO0+c3EAATF0bQQEd5tKrH+BAcYGKtkaQauSgp9PvtPL2ZjC5/a+J103TWfww4tSyNupK4agwlEsyqeE10CYPNdB\
qx+XNK/6V9SyARXviir22FI3VN7YfkOOn/1otptvchOX+z4SeGmdV0FVRE3IZG8CgYB+gjoczkuywv6oSvSd9K7c+XEncrBCNJ5P\
cZfkJ58M4uUFf+A3C82J1xzUIC9AStNA7yagVPPbKVnmS9pV0x00+tfr4JXBWfzusKtz0dHD/gKtoyZns5lGXHmFG2n4+w1NOVHJ\
DxEzW06NMifUwXhpsgi7SbwgaKMM8JtAxYifTwKBgQC6da9wW3M5pTwtSJX7oFH0czzDRik1z8TRk0O85lSAtFFIS8v9Iwc23g3G\
8OpEZkizrcO45bNrTJzmOEHUcfzhgcKrmsnwedAjw1YRSjKM7Pw26sIKDSLmcpVBM0sT+R9JhgJZ6GbYzGI14I14wsudVYE9JgRS\
J+w7EiLZUPl1ewKBgHnM3w2dnOqNiaAugxAOfZvL4Ud5TNmsVdYSZy94GhkM7C7iJ0apEVnXV2t8nBrUio7LmYk8gWFPgzxErJAh\
1wquqoB0PlXgOVmndVQWj7RApxazIPwoQAilvlMjSqYQnEkp+CymUKGcdyG45lVUDg8KsuIszj2DaHKQPBqOh9do";
