//! Proof Key for Code Exchange (RFC 7636).

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

use super::parameters::Parameters;
use super::refusal::Refusal;

/// What an authorization was asked with.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Challenge {
    text: String,
    method: Method,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Method {
    S256,
    Plain,
}

impl Challenge {
    /// The challenge of an authorization request, if it has one.
    pub(super) fn of(parameters: &Parameters) -> Result<Option<Self>, Refusal> {
        let refused = |problem: &str| Err(Refusal::bad("invalid_request", problem));
        let Some(text) = parameters.get("code_challenge") else {
            return match parameters.get("code_challenge_method") {
                None => Ok(None),
                Some(_) => refused("code_challenge_method needs a code_challenge"),
            };
        };
        let method = match parameters.get("code_challenge_method") {
            Some("S256") => Method::S256,
            None | Some("plain") => Method::Plain,
            Some(_) => return refused("code_challenge_method must be S256 or plain"),
        };
        if !is_well_formed(text) {
            return refused("code_challenge must have 43 to 128 of the characters that RFC 7636 allows");
        }
        Ok(Some(Challenge { text: text.to_owned(), method }))
    }

    /// Whether a verifier is the one that the challenge was made from.
    pub(super) fn is_met_by(&self, verifier: &str) -> bool {
        let made = match self.method {
            Method::S256 => URL_SAFE_NO_PAD.encode(Sha256::digest(verifier.as_bytes())),
            Method::Plain => verifier.to_owned(),
        };
        is_well_formed(verifier) && made.as_bytes().ct_eq(self.text.as_bytes()).into()
    }
}

/// RFC 7636, sections 4.1 and 4.2.
fn is_well_formed(text: &str) -> bool {
    let is_allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
    (43..=128).contains(&text.len()) && text.bytes().all(is_allowed)
}

#[cfg(test)]
mod tests {
    use super::{Challenge, Method};

    const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    #[test]
    fn the_example_of_the_standard_fits() {
        let text = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM".to_owned();
        let challenge = Challenge { text, method: Method::S256 };
        assert!(challenge.is_met_by(VERIFIER));
        assert!(!challenge.is_met_by(&VERIFIER.replace('d', "e")));
        assert!(!challenge.is_met_by(""));
    }

    #[test]
    fn a_plain_challenge_is_the_verifier() {
        let challenge = Challenge { text: VERIFIER.to_owned(), method: Method::Plain };
        assert!(challenge.is_met_by(VERIFIER));
        assert!(!challenge.is_met_by("other"));
    }
}
