//! One-time passwords by time, as authenticator apps show them (RFC 6238), and what an app needs to start.

use std::fmt;
use std::time::{SystemTime, UNIX_EPOCH};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use qrcode::QrCode;
use qrcode::render::svg;
use serde_json::{Value, json};
use totp_rs::{Builder, Secret, Totp};

use crate::answer::Failure;

/// What the app shows above the code.
const ISSUER: &str = "Mock application";

/// The one-time passwords of one user: six digits by HMAC-SHA-1, new every 30 seconds.
#[derive(Clone)]
pub(crate) struct Otp {
    totp: Totp,
    /// The latest step of time whose code was accepted.
    accepted: Option<u64>,
}

impl Otp {
    /// One-time passwords from a secret. `account` is the name that the app shows.
    pub(super) fn new(secret: [u8; 20], account: &str) -> Result<Self, Failure> {
        // The colon separates the issuer from the account in the URI.
        let account = account.replace(':', " ");
        let builder = Builder::new().with_secret(Secret::new_stack(secret));
        let totp = builder.with_account_name(account).with_issuer(Some(ISSUER)).build();
        totp.map(|totp| Otp { totp, accepted: None }).map_err(broken)
    }

    /// What the app is set up with: the `otpauth` URI as text and as a picture.
    pub(super) fn answer(&self, recovery_code: &str) -> Result<Value, Failure> {
        let uri = self.totp.to_url().map_err(broken)?;
        let picture = QrCode::new(&uri).map_err(broken)?.render::<svg::Color<'_>>().build();
        let picture = format!("data:image/svg+xml;base64,{}", STANDARD.encode(picture));
        Ok(json!({"qrCodeUri": uri, "qrCodeDataUrl": picture, "recoveryCode": recovery_code}))
    }

    /// Whether a code is right at this time, give or take 30 seconds.
    pub(super) fn is_right(&self, code: &str, now: SystemTime) -> bool {
        self.step(code, now).is_some()
    }

    /// The same, and each code is accepted once (RFC 6238, section 5.2).
    pub(super) fn accepts(&mut self, code: &str, now: SystemTime) -> bool {
        let step = self.step(code, now).filter(|step| self.accepted.is_none_or(|accepted| *step > accepted));
        self.accepted = step.or(self.accepted);
        step.is_some()
    }

    fn step(&self, code: &str, now: SystemTime) -> Option<u64> {
        self.totp.check(code, now.duration_since(UNIX_EPOCH).unwrap_or_default().as_secs())
    }
}

impl fmt::Debug for Otp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Otp")
    }
}

fn broken(error: impl fmt::Display) -> Failure {
    Failure::plain(500, format!("the mock cannot make a one-time password: {error}"))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test")]

    use std::time::Duration;

    use super::*;

    /// The secret and a time of RFC 6238, appendix B; the code has two digits less here.
    const SECRET: [u8; 20] = *b"12345678901234567890";

    fn at(seconds: u64) -> SystemTime {
        UNIX_EPOCH + Duration::from_secs(seconds)
    }

    #[test]
    fn the_codes_are_those_of_the_standard() {
        let otp = Otp::new(SECRET, "ada").unwrap();
        assert!(otp.is_right("287082", at(59)));
        assert!(otp.is_right("081804", at(1_111_111_109)));
        assert!(!otp.is_right("287082", at(1_111_111_109)));
        assert!(!otp.is_right("no code", at(59)));
    }

    #[test]
    fn a_code_is_accepted_once() {
        let mut otp = Otp::new(SECRET, "ada").unwrap();
        assert!(otp.accepts("287082", at(59)));
        assert!(!otp.accepts("287082", at(59)));
    }

    #[test]
    fn an_app_can_be_set_up_by_the_uri_and_by_its_picture() {
        let answer = Otp::new(SECRET, "ada@example.com").unwrap().answer("r").unwrap();
        let uri = answer["qrCodeUri"].as_str().unwrap();
        assert!(uri.starts_with("otpauth://totp/") && uri.contains("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"), "{uri}");
        let picture = answer["qrCodeDataUrl"].as_str().unwrap().strip_prefix("data:image/svg+xml;base64,").unwrap();
        assert!(String::from_utf8(STANDARD.decode(picture).unwrap()).unwrap().contains("<svg"));
    }

    #[test]
    fn debugging_shows_no_secret() {
        assert_eq!(format!("{:?}", Otp::new(SECRET, "ada").unwrap()), "Otp");
    }
}
