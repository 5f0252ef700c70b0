//! The flows of OpenID Connect over HTTP, as a browser and an application go through them.

use std::sync::Arc;

use mock::Mock;
use mock::document::Document;
use reqwest::{Client, Response, redirect};
use serde_json::Value;

const BACK: &str = "https://a.com/cb";
const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
const CHALLENGE: &str = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

/// A mock and an application that talks to it.
struct Application {
    mock: Mock,
    http: Client,
}

impl Application {
    async fn new() -> Self {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../specs/authentication.yaml");
        let document = Document::parse("authentication", &std::fs::read_to_string(path).unwrap()).unwrap();
        let mock = Mock::builder().document(Arc::new(document)).start().await.unwrap();
        Application { mock, http: Client::builder().redirect(redirect::Policy::none()).build().unwrap() }
    }

    fn url(&self, path: &str) -> String {
        format!("{}{path}", self.mock.url())
    }

    /// Where the authorization endpoint sends the browser, which sends no header of the service's own.
    async fn authorize(&self, scope: &str) -> String {
        let parameters = [
            ("client_id", self.mock.settings().app_id.as_str()),
            ("redirect_uri", BACK),
            ("response_type", "code"),
            ("scope", scope),
            ("state", "S/1"),
            ("nonce", "N"),
            ("prompt", "consent"),
            ("code_challenge", CHALLENGE),
            ("code_challenge_method", "S256"),
            ("login_hint", "ada@example.com"),
        ];
        let response = self.http.get(self.url("/oidc/auth")).query(&parameters).send().await.unwrap();
        assert_eq!(response.status(), 302, "{}", response.text().await.unwrap());
        response.headers()["location"].to_str().unwrap().to_owned()
    }

    /// Posts a form as an application without a secret.
    async fn post(&self, path: &str, form: &[(&str, &str)]) -> (u16, Value) {
        let id = [("client_id", self.mock.settings().app_id.as_str())];
        let form = [id.as_slice(), form].concat();
        read(self.http.post(self.url(path)).form(&form).send().await.unwrap()).await
    }

    /// Signs the user in.
    async fn tokens(&self, scope: &str) -> Value {
        let back = reqwest::Url::parse(&self.authorize(scope).await).unwrap();
        let answer: Vec<(String, String)> = back.query_pairs().into_owned().collect();
        assert_eq!(answer[1], ("state".to_owned(), "S/1".to_owned()));
        let form = [
            ("grant_type", "authorization_code"),
            ("redirect_uri", BACK),
            ("code", &answer[0].1),
            ("code_verifier", VERIFIER),
        ];
        let (status, tokens) = self.post("/oidc/token", &form).await;
        assert_eq!(status, 200, "{tokens}");
        tokens
    }

    async fn refresh(&self, token: &str) -> (u16, Value) {
        let form = [("grant_type", "refresh_token"), ("redirect_uri", BACK), ("refresh_token", token)];
        self.post("/oidc/token", &form).await
    }

    async fn is_active(&self, token: &str) -> bool {
        let (_, answer) = self.post("/oidc/token/introspection", &[("token", token)]).await;
        answer["active"].as_bool().unwrap()
    }
}

async fn read(response: Response) -> (u16, Value) {
    (response.status().as_u16(), response.json().await.unwrap())
}

fn text<'a>(answer: &'a Value, name: &str) -> &'a str {
    answer[name].as_str().unwrap_or_else(|| panic!("{name} is missing in {answer}"))
}

#[tokio::test]
async fn a_user_signs_in_with_a_code_and_pkce() {
    let application = Application::new().await;
    let tokens = application.tokens("openid profile email offline_access").await;
    assert_eq!(text(&tokens, "token_type"), "Bearer");
    assert_eq!(text(&tokens, "scope"), "openid profile email offline_access");
    assert_eq!(tokens["expires_in"], 1_209_600);
    let url = application.url("/api/v2/oidc/validate_token");
    let request = application.http.get(url).query(&[("id_token", text(&tokens, "id_token"))]);
    let (_, claims) = read(request.send().await.unwrap()).await;
    assert_eq!(text(&claims, "nonce"), "N");
    assert_eq!(text(&claims, "iss"), application.url("/oidc"));
    assert_eq!(text(&claims, "aud"), application.mock.settings().app_id);
    assert_eq!(text(&claims, "email"), "ada@example.com");
}

#[tokio::test]
async fn user_info_takes_the_token_in_three_places() {
    let application = Application::new().await;
    let tokens = application.tokens("openid email").await;
    let token = text(&tokens, "access_token");
    let url = application.url("/oidc/me");
    let http = &application.http;
    for request in [
        http.get(&url).bearer_auth(token),
        http.post(&url).bearer_auth(token),
        http.get(&url).query(&[("access_token", token)]),
        http.post(&url).form(&[("access_token", token)]),
    ] {
        let (status, claims) = read(request.send().await.unwrap()).await;
        assert_eq!((status, text(&claims, "email")), (200, "ada@example.com"));
    }
    let twice = http.get(&url).bearer_auth(token).query(&[("access_token", token)]);
    assert_eq!(read(twice.send().await.unwrap()).await.1["error"], "invalid_request");
}

#[tokio::test]
async fn refresh_tokens_rotate_and_a_second_use_ends_the_grant() {
    let application = Application::new().await;
    let first = application.tokens("openid offline_access").await;
    let (status, second) = application.refresh(text(&first, "refresh_token")).await;
    assert_eq!(status, 200, "{second}");
    assert!(application.is_active(text(&second, "access_token")).await);
    let (status, refused) = application.refresh(text(&first, "refresh_token")).await;
    assert_eq!((status, text(&refused, "error")), (400, "invalid_grant"));
    assert!(!application.is_active(text(&second, "access_token")).await);
    let (status, _) = application.refresh(text(&second, "refresh_token")).await;
    assert_eq!(status, 400);
}

#[tokio::test]
async fn a_revoked_token_is_no_longer_active() {
    let application = Application::new().await;
    let tokens = application.tokens("openid offline_access").await;
    let (access, refresh) = (text(&tokens, "access_token"), text(&tokens, "refresh_token"));
    assert!(application.is_active(access).await && application.is_active(refresh).await);
    for token in [access, access, "unknown"] {
        let (status, answer) = application.post("/oidc/token/revocation", &[("token", token)]).await;
        assert_eq!((status, &answer["data"]["success"]), (200, &Value::Bool(true)));
    }
    assert!(!application.is_active(access).await && application.is_active(refresh).await);
    application.post("/oidc/token/revocation", &[("token", refresh)]).await;
    assert!(!application.is_active(refresh).await);
}

#[tokio::test]
async fn introspection_tells_what_a_token_is() {
    let application = Application::new().await;
    let tokens = application.tokens("openid").await;
    let settings = application.mock.settings();
    let request = application.http.post(application.url("/oidc/token/introspection"));
    let request = request.basic_auth(&settings.app_id, Some(&settings.app_secret));
    let (_, answer) = read(request.form(&[("token", text(&tokens, "access_token"))]).send().await.unwrap()).await;
    assert_eq!((text(&answer, "client_id"), text(&answer, "scope")), (settings.app_id.as_str(), "openid"));
    assert!(answer["exp"].as_u64() > answer["iat"].as_u64());
    let (_, nothing) = application.post("/oidc/token/introspection", &[("token", "unknown")]).await;
    assert_eq!(nothing, serde_json::json!({"active": false}));
}

#[tokio::test]
async fn an_access_key_has_tokens_without_a_user() {
    let application = Application::new().await;
    let settings = application.mock.settings();
    let form = [
        ("client_id", settings.access_key_id.as_str()),
        ("client_secret", &settings.access_key_secret),
        ("grant_type", "client_credentials"),
        ("redirect_uri", BACK),
        ("scope", "s1 s2"),
    ];
    let request = application.http.post(application.url("/oidc/token")).form(&form);
    let (status, tokens) = read(request.send().await.unwrap()).await;
    assert_eq!((status, text(&tokens, "scope")), (200, "s1 s2"));
    assert_eq!((tokens.get("id_token"), tokens.get("refresh_token")), (None, None));
    assert!(application.is_active(text(&tokens, "access_token")).await);
    let me = application.http.get(application.url("/oidc/me")).bearer_auth(text(&tokens, "access_token"));
    assert_eq!(me.send().await.unwrap().status(), 401);
}

#[tokio::test]
async fn the_provider_describes_itself_and_its_keys() {
    let application = Application::new().await;
    let url = application.url("/oidc/.well-known/openid-configuration");
    let (_, provider) = read(application.http.get(url).send().await.unwrap()).await;
    assert_eq!(text(&provider, "issuer"), application.url("/oidc"));
    let (_, keys) = read(application.http.get(text(&provider, "jwks_uri")).send().await.unwrap()).await;
    let key = &keys["keys"][0];
    assert_eq!((text(key, "kty"), text(key, "crv"), text(key, "alg")), ("EC", "P-256", "ES256"));
    assert!(key.get("kid").is_some() && key.get("d").is_none(), "the private half stays here");
}

#[tokio::test]
async fn signing_out_leads_back_to_the_application() {
    let application = Application::new().await;
    let tokens = application.tokens("openid").await;
    let parameters = [
        ("id_token_hint", text(&tokens, "id_token")),
        ("post_logout_redirect_uri", "https://a.com/out"),
        ("state", "S/2"),
    ];
    let end = application.url("/oidc/session/end");
    let response = application.http.get(&end).query(&parameters).send().await.unwrap();
    assert_eq!(
        (response.status().as_u16(), &response.headers()["location"]),
        (302, &"https://a.com/out?state=S%2F2".parse().unwrap())
    );
    let response = application.http.get(&end).query(&[("id_token_hint", "other")]).send().await.unwrap();
    assert_eq!(response.status(), 400);
}
