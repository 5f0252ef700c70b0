//! The cookie that keeps a sign-in's state in the user's browser until they come back.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::Deserialize;
use serde_json::json;

use super::AuthorizeUrl;
use crate::values::Secret;

/// How long a user has for signing in.
const MAX_AGE_SECONDS: u32 = 10 * 60;

/// A sign-in that has begun.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Pending {
    pub(super) state: String,
    pub(super) nonce: Option<String>,
    pub(super) redirect_uri: String,
    pub(super) code_verifier: Option<Secret>,
}

/// The value of a `set-cookie` header (RFC 6265) that keeps what has to be known when the user comes back.
pub(super) fn keep(name: &str, begun: &AuthorizeUrl, redirect_uri: &str) -> Secret {
    let pending = json!({
        "state": begun.state,
        "nonce": begun.nonce,
        "redirectUri": redirect_uri,
        "codeVerifier": begun.code_verifier.as_ref().map(Secret::expose),
    });
    let value = URL_SAFE_NO_PAD.encode(pending.to_string());
    Secret::new(set_cookie(name, &value, MAX_AGE_SECONDS, redirect_uri))
}

/// The value of a `set-cookie` header that takes the cookie away.
pub(super) fn clear(name: &str, redirect_uri: &str) -> String {
    set_cookie(name, "", 0, redirect_uri)
}

/// The sign-ins that the `cookie` header of a request tells of. Browsers send several cookies of one name when they were
/// set for several paths or domains.
pub(super) fn pending<'a>(name: &'a str, header: &'a str) -> impl Iterator<Item = Pending> + 'a {
    let cookies = header.split(';').filter_map(|cookie| cookie.trim().split_once('='));
    cookies.filter(move |(key, _)| *key == name).filter_map(|(_, value)| {
        let json = URL_SAFE_NO_PAD.decode(value.trim_matches('"')).ok()?;
        serde_json::from_slice(&json).ok()
    })
}

/// `Lax`, as the user comes back by a link from another site.
fn set_cookie(name: &str, value: &str, max_age: u32, redirect_uri: &str) -> String {
    let is_https = redirect_uri.split_once(':').is_some_and(|(scheme, _)| scheme.eq_ignore_ascii_case("https"));
    let secure = if is_https { "; Secure" } else { "" };
    format!("{name}={value}; Path=/; Max-Age={max_age}; HttpOnly; SameSite=Lax{secure}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cookie_is_found_among_others_and_broken_ones_are_passed_over() {
        let begun = AuthorizeUrl {
            url: String::new(),
            state: Some("S".to_owned()),
            nonce: Some("N".to_owned()),
            code_verifier: Some(Secret::new("V")),
        };
        let kept = keep("name", &begun, "https://a.example/callback");
        let value = kept.expose().split(';').next().unwrap_or_default();
        let header = format!("other=1; name=broken; {value};namesake=2");
        let found: Vec<Pending> = pending("name", &header).collect();
        let [found] = found.as_slice() else { panic!("one is whole") };
        assert_eq!(found.state, "S");
        assert_eq!(found.nonce.as_deref(), Some("N"));
        assert_eq!(found.redirect_uri, "https://a.example/callback");
        assert_eq!(found.code_verifier.as_ref().map(Secret::expose), Some("V"));
    }
}
