//! Signed requests: whether the signature fits the request as it came, is fresh and was not seen before.

mod date;
mod json;
mod nonces;
mod string_to_sign;

pub(super) use nonces::Nonces;

use std::time::{Duration, SystemTime};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use sha1::Sha1;
use subtle::ConstantTimeEq;

use super::objection::objection;
use super::{Presented, Settings};
use crate::judge::Violation;
use string_to_sign::StringToSign;

/// The service's codes for what can be wrong.
mod code {
    pub(super) const SIGNATURE: u32 = 1300;
    pub(super) const METHOD: u32 = 1301;
    pub(super) const VERSION: u32 = 1302;
    pub(super) const DATE_FORMAT: u32 = 1303;
    pub(super) const NO_DATE: u32 = 1304;
    pub(super) const SKEW: u32 = 1305;
    pub(super) const USED_BEFORE: u32 = 1306;
}

/// What stands in the header `Authorization`.
pub(super) struct Signed<'a> {
    /// The prefix of the headers that the signature covers.
    pub(super) prefix: &'static str,
    pub(super) key_id: &'a str,
    /// The signature in base64.
    pub(super) signature: &'a str,
}

/// What is wrong with a signed request. Its nonce counts as used only when nothing is.
pub(super) fn check(
    settings: &Settings,
    nonces: &mut Nonces,
    signed: &Signed<'_>,
    presented: Presented<'_>,
    now: SystemTime,
) -> Vec<Violation> {
    let custom = |name: &str| {
        let name = format!("{}{name}", signed.prefix);
        let value = presented.headers.get(&name).and_then(|value| value.to_str().ok());
        (name, value)
    };
    let mut violations = Vec::new();
    for (name, expected, code) in
        [("signature-method", "HMAC-SHA1", code::METHOD), ("signature-version", "1.0", code::VERSION)]
    {
        let (name, value) = custom(name);
        if value != Some(expected) {
            let message = format!("it must be {expected}, and is {}", value.unwrap_or("missing"));
            violations.push(objection(&name, "signature", message, Some(code)));
        }
    }
    violations.extend(signature(settings, signed, presented));
    let date = presented.headers.get("date").and_then(|value| value.to_str().ok());
    violations.extend(date_violation(settings.skew, date.or(custom("date").1), now));
    let (name, nonce) = custom("signature-nonce");
    match nonce.filter(|nonce| !nonce.is_empty()) {
        None => {
            violations.push(objection(&name, "signature", "the nonce is missing", Some(code::SIGNATURE)));
        }
        Some(nonce) if violations.is_empty() => {
            if !nonces.is_new(nonce, now, settings.skew.saturating_mul(2)) {
                let message = "this nonce was used before; every attempt needs one of its own";
                violations.push(objection(&name, "signature", message, Some(code::USED_BEFORE)));
            }
        }
        Some(_) => {}
    }
    violations
}

fn signature(settings: &Settings, signed: &Signed<'_>, presented: Presented<'_>) -> Option<Violation> {
    let wrong = |message: String| Some(objection("authorization", "signature", message, Some(code::SIGNATURE)));
    if signed.key_id != settings.access_key_id {
        return wrong(format!("no access key has the id {}", signed.key_id));
    }
    let string = StringToSign::of(presented, signed.prefix);
    let expected = sign(&settings.access_key_secret, &string.text());
    if expected.as_bytes().ct_eq(signed.signature.as_bytes()).into() {
        return None;
    }
    // Values of parameters may be secrets, so only their names are shown.
    wrong(format!("the signature does not fit; what must be signed begins so:\n{}", string.without_values()))
}

fn sign(secret: &str, text: &str) -> String {
    // HMAC takes keys of every length, so there is a signature; an empty one would fit nothing.
    Hmac::<Sha1>::new_from_slice(secret.as_bytes())
        .map(|mac| STANDARD.encode(mac.chain_update(text.as_bytes()).finalize().into_bytes()))
        .unwrap_or_default()
}

fn date_violation(skew: Duration, date: Option<&str>, now: SystemTime) -> Option<Violation> {
    let Some(text) = date else {
        return Some(objection("date", "signature", "the date is missing", Some(code::NO_DATE)));
    };
    let Some(date) = date::parse(text) else {
        let message = format!("{text} is neither an IMF-fixdate (RFC 9110, section 5.6.7) nor milliseconds since 1970");
        return Some(objection("date", "signature", message, Some(code::DATE_FORMAT)));
    };
    let apart = now.duration_since(date).unwrap_or_else(|error| error.duration());
    (apart > skew).then(|| {
        let message =
            format!("{text} is {} seconds from the clock, and {} are allowed", apart.as_secs(), skew.as_secs());
        objection("date", "signature", message, Some(code::SKEW))
    })
}

#[cfg(test)]
mod tests;
