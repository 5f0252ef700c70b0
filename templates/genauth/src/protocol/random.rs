//! Texts that nobody can guess.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use crate::error::{ConfigurationError, Error};

/// 256 random bits of the operating system as 43 characters that need no escaping.
pub(super) fn unguessable_text() -> Result<String, Error> {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes)
        .map_err(|_| ConfigurationError::new("randomness", "is not to be had from the operating system"))?;
    Ok(URL_SAFE_NO_PAD.encode(bytes))
}
