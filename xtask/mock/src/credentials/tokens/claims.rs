//! Claims that are computed.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};

/// The left half of an access token's hash, which ties an id token to it (OpenID Connect Core 1.0, section 3.1.3.6).
pub(super) fn at_hash(access_token: &str) -> String {
    let hash = Sha256::digest(access_token.as_bytes());
    let (left, _) = hash.split_at(hash.len() / 2);
    URL_SAFE_NO_PAD.encode(left)
}
