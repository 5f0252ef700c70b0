//! Users coming back from signing in: only the sign-in that this browser began goes on, and nothing of it shows.

use std::borrow::Cow;
use std::collections::BTreeMap;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use bytes::Bytes;
use genauth::protocol::{OpenIdErrorKind, Protocol, SignedIn};
use genauth::{AuthenticationClient, Error, Retry};
use http::{Request, StatusCode};
use jsonwebtoken::{Algorithm, EncodingKey, Header};
use serde::Deserialize;
use serde_json::{Value, json};
use tokio::runtime::Runtime;

use super::fixed_answer::FixedAnswer;
use super::{HIDDEN, everything_about};

const SECRET: &str = "SECRET-of-the-application-0123456789";
const ISSUER: &str = "https://issuer.example/oidc";
const COOKIE: &str = "X-GenAuth-OIDC-State";

/// Three parts, of which the first two are lines: the address, the header `cookie`, and what the token endpoint answers.
pub fn seeds() -> Vec<String> {
    let begun = json!({"state": HIDDEN, "nonce": HIDDEN, "redirectUri": "https://a.example/", "codeVerifier": HIDDEN});
    let own = cookie(&begun);
    let other = cookie(&json!({"state": "other", "redirectUri": "/"}));
    let stateless = cookie(&json!({"state": "", "redirectUri": "/"}));
    let tokens =
        json!({"access_token": HIDDEN, "token_type": "Bearer", "expires_in": 7200, "id_token": id_token(HIDDEN)});
    let others = json!({"access_token": HIDDEN, "id_token": id_token("other")});
    let code = format!("https://a.example/callback?x=1&code={HIDDEN}&state={HIDDEN}#part");
    let refusal = format!("/callback?error=access_denied&error_description=not+today&state={HIDDEN}");
    let issuer = format!("code={HIDDEN}&state={HIDDEN}&iss=https%3A%2F%2Fissuer.example%2Foidc");
    vec![
        format!("{code}\n{own}\n{tokens}"),
        format!("{code}\ntheme=dark; {other}; {own}\n{others}"),
        format!("{issuer}\n{own}\n{{\"access_token\":\"{HIDDEN}\"}}"),
        format!("code={HIDDEN}&state=%48IDDEN-7f3a91&iss=https://evil.example\n{own}\n"),
        format!("{refusal}\n{own}\n"),
        format!("{refusal}\n{other}\n"),
        format!("code={HIDDEN}\n{stateless}\n{tokens}"),
        format!("code={HIDDEN}&state=\n{stateless}\n{tokens}"),
        format!("code={HIDDEN}&state=other&state={HIDDEN}\n{own}\n{tokens}"),
        format!("{code}\n{own}\n{{\"error\":\"invalid_grant\",\"error_description\":\"gone\"}}"),
        format!("{code}\n{own}\n{{\"statusCode\":401,\"message\":\"no\"}}"),
        format!("{code}\n{COOKIE}=broken; {COOKIE}=\"\"; {own}\n{{\"access_token\":{{\"{HIDDEN}\":1}}}}"),
    ]
}

/// Parts of addresses, cookies and answers, to be put in anywhere.
pub const WORDS: &[&str] = &[
    "state=",
    "&state=",
    "code=",
    "&code=",
    "iss=",
    "error=",
    "&",
    "=",
    "?",
    "#",
    "+",
    "%",
    "%00",
    "%48",
    "%FF",
    ";",
    "; ",
    "\"",
    "X-GenAuth-OIDC-State=",
    "e30",
    "eyJzdGF0ZSI6IiJ9",
    "\n",
    "{",
    "}",
    "null",
    "\"id_token\":",
    "\"access_token\":\"\"",
];

fn cookie(begun: &Value) -> String {
    format!("{COOKIE}={}", URL_SAFE_NO_PAD.encode(begun.to_string()))
}

/// An ID token that is good for long, so that what is found today is found again.
fn id_token(nonce: &str) -> String {
    const YEAR_2100: u64 = 4_102_444_800;
    let claims =
        json!({"iss": ISSUER, "aud": "APP", "sub": "U", "nonce": nonce, "iat": 1_700_000_000, "exp": YEAR_2100});
    jsonwebtoken::encode(&Header::new(Algorithm::HS256), &claims, &EncodingKey::from_secret(SECRET.as_bytes())).unwrap()
}

/// Clients of both protocols that have callbacks, and the provider that they ask.
pub struct Callback {
    clients: [(Protocol, AuthenticationClient); 2],
    provider: FixedAnswer,
    runtime: Runtime,
}

impl Default for Callback {
    fn default() -> Self {
        let provider = FixedAnswer::default();
        let client = |protocol| {
            let builder = AuthenticationClient::builder().app_id("APP").app_secret(SECRET).issuer(ISSUER);
            let builder = builder.app_host("https://example.com").protocol(protocol).id_token_hs256(true);
            (protocol, builder.retry(Retry::off()).transport(provider.clone()).build().unwrap())
        };
        let clients = [client(Protocol::Oidc), client(Protocol::Oauth)];
        Callback {
            clients,
            provider,
            runtime: tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap(),
        }
    }
}

impl Callback {
    /// # Panics
    ///
    /// When a sign-in, in the form of [`seeds`], goes on that this browser did not begin, or something of it shows.
    pub fn check(&self, text: &str) {
        let mut parts = text.splitn(3, '\n');
        let [address, cookies, answer] = std::array::from_fn(|_| parts.next().unwrap_or_default());
        let query = Query::of(address);
        let begun = begun(cookies);
        for (protocol, client) in &self.clients {
            self.provider.set(StatusCode::OK, "application/json", answer.as_bytes());
            let handling = client.handle_redirect_callback(address, Some(cookies));
            let outcome = self.runtime.block_on(handling);
            let requests = self.provider.requests();
            let state = query.get("state").filter(|state| !state.is_empty());
            let own: Vec<&Begun> = begun.iter().filter(|begun| Some(begun.state.as_str()) == state).collect();
            let is_own = state.is_some() && !own.is_empty();
            if let Some(exchange) = requests.first() {
                assert!(is_own, "a code of another sign-in is exchanged");
                assert!(query.get("error").is_none(), "a refusal is exchanged");
                let is_other = *protocol == Protocol::Oidc && query.get("iss").is_some_and(|issuer| issuer != ISSUER);
                assert!(!is_other, "a code of another provider is exchanged");
                assert!(own.iter().any(|begun| is_exchange(exchange, &query, begun)), "other values are exchanged");
            }
            match outcome {
                Ok(signed_in) => {
                    assert!(!requests.is_empty(), "nobody was asked for the tokens");
                    check_signed_in(*protocol, &signed_in, &own);
                }
                Err(error) => check_error(&error, is_own),
            }
        }
    }
}

fn check_signed_in(protocol: Protocol, signed_in: &SignedIn, own: &[&Begun]) {
    if protocol == Protocol::Oidc {
        let id_token = signed_in.id_token.as_ref().expect("only with an ID token");
        let nonce = id_token.claims()["nonce"].as_str();
        assert!(own.iter().any(|begun| begun.nonce.as_deref() == nonce), "the ID token is another sign-in's");
    }
    let access_token = signed_in.tokens.access_token.expose();
    assert!(access_token != HIDDEN || !format!("{signed_in:?}").contains(HIDDEN), "the token shows: {signed_in:?}");
}

fn check_error(error: &Error, is_own: bool) {
    let told = everything_about(error);
    assert!(!told.contains(SECRET), "the application's secret shows: {told}");
    let is_meant_to_be_read = match error {
        Error::OpenId(error) => matches!(error.kind(), OpenIdErrorKind::Provider { .. }),
        error => matches!(error, Error::Api(_)),
    };
    assert!(is_own || !is_meant_to_be_read, "a refusal of another sign-in is told: {told}");
    assert!(is_meant_to_be_read || !told.contains(HIDDEN), "the sign-in shows: {told}");
}

/// Whether a request exchanges the code of this address for this sign-in.
fn is_exchange(request: &Request<Bytes>, query: &Query<'_>, begun: &Begun) -> bool {
    let form: BTreeMap<_, _> = form_urlencoded::parse(request.body()).collect();
    let sent = |name: &str| form.get(name).map(|value| value.as_ref());
    sent("code") == query.get("code")
        && sent("code").is_some_and(|code| !code.is_empty())
        && sent("redirect_uri") == Some(begun.redirect_uri.as_str())
        && sent("code_verifier") == begun.code_verifier.as_deref()
}

/// A query as another library reads it.
struct Query<'a>(Vec<(Cow<'a, str>, Cow<'a, str>)>);

impl<'a> Query<'a> {
    fn of(address: &'a str) -> Self {
        let address = address.split('#').next().unwrap_or_default();
        let query = address.find('?').map_or(address, |at| &address[at + 1..]);
        Query(form_urlencoded::parse(query.as_bytes()).collect())
    }

    fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_ref())
    }
}

/// A sign-in, with what the application has to know of it.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Begun {
    state: String,
    nonce: Option<String>,
    redirect_uri: String,
    code_verifier: Option<String>,
}

/// Whatever in the cookies could be a sign-in. That is more than there are, and none of them is missing.
fn begun(cookies: &str) -> Vec<Begun> {
    let words = cookies.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-' && letter != '_');
    words.filter_map(|word| serde_json::from_slice(&URL_SAFE_NO_PAD.decode(word).ok()?).ok()).collect()
}
