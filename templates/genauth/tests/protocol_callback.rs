//! Signing in by redirect, from the user's leaving to their return.

#![cfg(feature = "oidc")]
#![allow(missing_docs, clippy::unwrap_used, reason = "a test")]

mod loopback;
mod protocol_support;

use std::time::{SystemTime, UNIX_EPOCH};

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use genauth::protocol::{AuthorizeUrlOptions, LoginRedirect, LogoutUrlOptions, OpenIdErrorKind, Protocol};
use genauth::{AuthenticationClient, Error};
use jsonwebtoken::{Algorithm, EncodingKey, Header};
use loopback::Server;
use protocol_support::{SECRET, TOKENS, application, openid_kind, unconnected};
use serde_json::{Value, json};

const COOKIE: &str = "X-GenAuth-OIDC-State";

fn begin(client: &AuthenticationClient) -> LoginRedirect {
    client.login_with_redirect(AuthorizeUrlOptions::new().with_state("STATE").with_nonce("NONCE")).unwrap()
}

/// What a browser sends back of a `set-cookie` header.
fn cookie(set_cookie: &str) -> String {
    format!("theme=dark; {}", set_cookie.split(';').next().unwrap())
}

/// An ID token that is signed with the application's secret.
fn id_token(issuer: &str, changes: Value) -> String {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs();
    let mut claims = json!({"iss": format!("{issuer}/oidc"), "aud": "APP", "sub": "U", "nonce": "NONCE", "iat": now, "exp": now + 600});
    claims.as_object_mut().unwrap().extend(changes.as_object().unwrap().clone());
    jsonwebtoken::encode(&Header::new(Algorithm::HS256), &claims, &EncodingKey::from_secret(SECRET.as_bytes())).unwrap()
}

/// Goes the whole way with an OpenID provider whose token answer is made from its address.
async fn sign_in(answer: impl FnOnce(&str) -> Value) -> Result<genauth::protocol::SignedIn, Error> {
    // The issuer is a name; the provider's address is only known once it listens.
    let issuer = "https://issuer.example";
    let server = Server::json(&[&answer(issuer).to_string()]).await;
    let client = application(server.address()).issuer(format!("{issuer}/oidc")).id_token_hs256(true).build().unwrap();
    let login = begin(&client);
    let cookies = cookie(login.set_cookie.expose());
    client.handle_redirect_callback("https://a.example/callback?x=1&code=CODE&state=STATE", Some(&cookies)).await
}

#[test]
fn the_user_is_sent_away_with_a_cookie_that_only_the_server_can_read() {
    let login = begin(&unconnected(Protocol::Oidc));
    assert!(login.location.starts_with("https://example.genauth.ai/oidc/auth?"), "{}", login.location);
    let set_cookie = login.set_cookie.expose();
    assert!(set_cookie.starts_with(&format!("{COOKIE}=")), "{set_cookie}");
    assert!(set_cookie.ends_with("; Path=/; Max-Age=600; HttpOnly; SameSite=Lax; Secure"), "{set_cookie}");
    let plain = AuthorizeUrlOptions::new().with_redirect_uri("http://localhost:3000/callback");
    let login = unconnected(Protocol::Oidc).login_with_redirect(plain).unwrap();
    assert!(login.set_cookie.expose().ends_with("SameSite=Lax"));
    let shouted = AuthorizeUrlOptions::new().with_redirect_uri("HTTPS://a.example/callback");
    let login = unconnected(Protocol::Oidc).login_with_redirect(shouted).unwrap();
    assert!(login.set_cookie.expose().ends_with("; Secure"));
}

#[tokio::test]
async fn the_user_comes_back_signed_in() {
    let signed_in = sign_in(|issuer| {
        json!({"access_token": "ACCESS", "token_type": "Bearer", "id_token": id_token(issuer, json!({"name": "N"}))})
    })
    .await
    .unwrap();
    assert_eq!(signed_in.tokens.access_token.expose(), "ACCESS");
    let id_token = signed_in.id_token.unwrap();
    assert_eq!(id_token.claims()["sub"], "U");
    assert_eq!(id_token.claims()["name"], "N");
    assert_eq!(signed_in.clear_cookie, format!("{COOKIE}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax; Secure"));
}

#[tokio::test]
async fn the_code_is_exchanged_with_what_the_cookie_kept() {
    let server = Server::json(&[TOKENS]).await;
    let client = application(server.address()).protocol(Protocol::Oauth).access_token("STORED").build().unwrap();
    let options = AuthorizeUrlOptions::new().with_redirect_uri("https://other.example/back").with_state("a b+c");
    let login = client.login_with_redirect(options).unwrap();
    let cookies = cookie(login.set_cookie.expose());
    let signed_in = client.handle_redirect_callback("code=C%2F1&state=a+b%2Bc", Some(&cookies)).await.unwrap();
    assert!(signed_in.id_token.is_none());
    let requests = server.requests();
    let body = requests[0].body();
    assert!(body.contains("&code=C%2F1&redirect_uri=https%3A%2F%2Fother.example%2Fback&code_verifier="), "{body}");
    assert_eq!(requests[0].header("authorization"), None);
    let verifier = body.rsplit_once('=').unwrap().1;
    let challenge = genauth::protocol::pkce::code_challenge(verifier);
    assert!(login.location.contains(&format!("code_challenge={challenge}&")), "{}", login.location);
}

#[tokio::test]
async fn a_sign_in_that_this_browser_did_not_begin_is_refused_before_anything_is_sent() {
    let client = unconnected(Protocol::Oidc);
    let cookies = cookie(begin(&client).set_cookie.expose());
    let cases = [
        ("code=C&state=OTHER", Some(cookies.as_str()), OpenIdErrorKind::StateMismatch),
        ("code=C", Some(&cookies), OpenIdErrorKind::StateMismatch),
        ("code=C&state=STATE", None, OpenIdErrorKind::MissingCookie),
        ("code=C&state=STATE", Some("theme=dark"), OpenIdErrorKind::MissingCookie),
        ("code=C&state=STATE", Some("X-GenAuth-OIDC-State=broken"), OpenIdErrorKind::MissingCookie),
        ("state=STATE", Some(&cookies), OpenIdErrorKind::MissingCode),
        ("state=STATE&code=", Some(&cookies), OpenIdErrorKind::MissingCode),
        ("", Some(&cookies), OpenIdErrorKind::StateMismatch),
        ("code=C&state=STATE&iss=https%3A%2F%2Fevil.example", Some(&cookies), OpenIdErrorKind::IssuerMismatch),
    ];
    for (callback, cookies, expected) in cases {
        let error = client.handle_redirect_callback(callback, cookies).await.unwrap_err();
        assert_eq!(openid_kind(&error), &expected, "{callback}");
        assert!(error.response().is_none());
        assert!(!format!("{error} {error:?}").contains("STATE"), "{error:?}");
    }
}

/// This crate makes no such cookie; an address without a state is nobody's in any case.
#[tokio::test]
async fn an_empty_state_is_none() {
    let client = unconnected(Protocol::Oidc);
    let cookies = format!("{COOKIE}={}", URL_SAFE_NO_PAD.encode(r#"{"state":"","redirectUri":"https://a.example"}"#));
    for callback in ["code=C", "code=C&state=", "code=C&state"] {
        let error = client.handle_redirect_callback(callback, Some(&cookies)).await.unwrap_err();
        assert_eq!(openid_kind(&error), &OpenIdErrorKind::StateMismatch, "{callback}");
    }
}

#[tokio::test]
async fn the_providers_refusal_is_told() {
    let client = unconnected(Protocol::Oidc);
    let cookies = cookie(begin(&client).set_cookie.expose());
    let callback = "/callback?error=access_denied&error_description=not+today&state=STATE";
    let error = client.handle_redirect_callback(callback, Some(&cookies)).await.unwrap_err();
    let OpenIdErrorKind::Provider { error: code, description, .. } = openid_kind(&error) else { panic!("{error:?}") };
    assert_eq!((code.as_str(), description.as_deref()), ("access_denied", Some("not today")));
}

#[tokio::test]
async fn a_refusal_that_the_provider_did_not_send_to_this_browser_is_not_told() {
    let client = unconnected(Protocol::Oidc);
    let cookies = cookie(begin(&client).set_cookie.expose());
    let forged = "/callback?error=access_denied&error_description=call+555&state=OTHER";
    let elsewhere = "/callback?error=access_denied&state=STATE&iss=https%3A%2F%2Fevil.example";
    let cases = [
        (forged, Some(cookies.as_str()), OpenIdErrorKind::StateMismatch),
        (forged, None, OpenIdErrorKind::MissingCookie),
        (elsewhere, Some(&cookies), OpenIdErrorKind::IssuerMismatch),
    ];
    for (callback, cookies, expected) in cases {
        let error = client.handle_redirect_callback(callback, cookies).await.unwrap_err();
        assert_eq!(openid_kind(&error), &expected, "{callback}");
    }
}

#[tokio::test]
async fn an_id_token_of_another_sign_in_is_refused() {
    let error =
        sign_in(|issuer| json!({"access_token": "A", "id_token": id_token(issuer, json!({"nonce": "OLD"}))})).await;
    assert!(matches!(error, Err(Error::Token(_))), "{error:?}");
    let error =
        sign_in(|issuer| json!({"access_token": "A", "id_token": id_token(issuer, json!({"at_hash": "xyz"}))})).await;
    assert_eq!(openid_kind(&error.unwrap_err()), &OpenIdErrorKind::AccessTokenMismatch);
    let error = sign_in(|_| json!({"access_token": "A"})).await.unwrap_err();
    assert_eq!(openid_kind(&error), &OpenIdErrorKind::MissingIdToken);
}

#[tokio::test]
async fn what_cannot_come_back_as_a_code_in_the_query_is_not_begun() {
    let oidc = unconnected(Protocol::Oidc);
    let options = AuthorizeUrlOptions::new;
    let results = [
        (oidc.login_with_redirect(options().with_response_type("id_token")), "response_type"),
        (oidc.login_with_redirect(options().with_response_mode("form_post")), "response_mode"),
        (unconnected(Protocol::Saml).login_with_redirect(options()), "protocol"),
        (unconnected(Protocol::Cas).login_with_redirect(options()), "protocol"),
    ];
    for (result, setting) in results {
        let Err(Error::Configuration(error)) = &result else { panic!("{result:?}") };
        assert_eq!(error.setting(), setting);
    }
}

#[tokio::test]
async fn the_cookie_can_have_another_name() {
    let client = application("https://example.genauth.ai").cookie_key("mine").build().unwrap();
    assert!(begin(&client).set_cookie.expose().starts_with("mine="));
    assert!(client.clear_login_cookie().starts_with("mine=; Path=/; Max-Age=0;"));
    let logout = client.logout_with_redirect(LogoutUrlOptions::new().with_id_token("ID"));
    assert_eq!(logout.location.expose(), "https://example.genauth.ai/oidc/session/end?id_token_hint=ID");
    assert!(logout.set_cookie.starts_with("mine=;"));
}

#[tokio::test]
async fn a_token_can_be_checked_by_itself() {
    let client = application("https://example.genauth.ai").id_token_hs256(true).build().unwrap();
    let token = id_token("https://example.genauth.ai", json!({}));
    let checked = client.parse_id_token(&token, Some("NONCE")).await.unwrap();
    assert_eq!(checked.claims()["sub"], "U");
    let error = client.parse_id_token(&token, Some("OTHER")).await.unwrap_err();
    assert!(matches!(error, Error::Token(_)), "{error:?}");
    // The application's secret does not sign access tokens.
    let error = client.parse_access_token(&token).await.unwrap_err();
    assert!(matches!(error, Error::Token(_)), "{error:?}");
}
