//! Proof keys for the exchange of codes (PKCE, RFC 7636): who stole a code cannot use it without the verifier.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};

use super::random::unguessable_text;
use crate::AuthenticationClient;
use crate::error::Error;
use crate::values::Secret;

/// How a challenge is made from a verifier (RFC 7636, 4.2).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CodeChallengeMethod {
    /// By SHA-256.
    #[default]
    S256,
    /// Not at all, so that the challenge gives the verifier away. Only for what cannot do better.
    Plain,
}

/// A fresh verifier of 43 characters (RFC 7636, 4.1), from the random numbers of the operating system.
///
/// # Errors
///
/// [`Error::Configuration`] when the operating system has no random numbers.
pub fn generate_code_verifier() -> Result<Secret, Error> {
    unguessable_text().map(Secret::new)
}

/// The challenge of a verifier by the method `S256` (RFC 7636, 4.2).
#[must_use]
pub fn code_challenge(code_verifier: &str) -> String {
    URL_SAFE_NO_PAD.encode(Sha256::digest(code_verifier))
}

/// The vendor's names for these functions.
impl AuthenticationClient {
    /// A fresh code verifier. The vendor's SDKs name it after the challenge that is made from it.
    ///
    /// # Errors
    ///
    /// Those of [`generate_code_verifier`].
    pub fn generate_code_challenge(&self) -> Result<Secret, Error> {
        generate_code_verifier()
    }

    /// The challenge of a code verifier, as it goes into the address of a sign-in.
    #[must_use]
    pub fn get_code_challenge_digest(&self, code_verifier: &str, method: CodeChallengeMethod) -> String {
        match method {
            CodeChallengeMethod::S256 => code_challenge(code_verifier),
            CodeChallengeMethod::Plain => code_verifier.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test")]

    use super::*;

    #[test]
    fn the_challenge_is_that_of_rfc_7636_appendix_b() {
        let challenge = code_challenge("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");
        assert_eq!(challenge, "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    }

    #[test]
    fn verifiers_have_the_allowed_form_and_differ() {
        let (one, other) = (generate_code_verifier().unwrap(), generate_code_verifier().unwrap());
        assert_ne!(one.expose(), other.expose());
        assert_eq!(one.expose().len(), 43);
        assert!(one.expose().bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte)));
    }
}
