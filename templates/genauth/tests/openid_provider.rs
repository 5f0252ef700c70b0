//! Proof against an OpenID provider that nobody here wrote. `.ci/openid-provider/run` runs these tests; they need node.

#![cfg(feature = "oidc")]
#![allow(missing_docs, clippy::unwrap_used, reason = "a test")]

mod provider;

use std::time::{SystemTime, UNIX_EPOCH};

use genauth::protocol::{AuthorizeUrlOptions, LogoutUrlOptions, OpenIdErrorKind, SignedIn, TokenPlace};
use genauth::validation::TokenErrorKind;
use genauth::{AuthenticationClient, Error};
use provider::{Provider, SIGNED_OUT_URI};
use serde_json::{Value, json};

/// Walks the whole way: redirect, browser, callback.
async fn sign_in(provider: &Provider, client: &AuthenticationClient) -> SignedIn {
    let begun = client.login_with_redirect(AuthorizeUrlOptions::new()).unwrap();
    let back = provider.sign_in(&begun.location).await;
    let cookie = begun.set_cookie.expose().split(';').next().unwrap();
    client.handle_redirect_callback(&back, Some(cookie)).await.unwrap()
}

fn now() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs()
}

/// The claims of an ID token that is in order.
fn claims(provider: &Provider, client: &str) -> Value {
    json!({
        "iss": format!("{}/oidc", provider.origin),
        "aud": client,
        "sub": "user-1",
        "iat": now(),
        "exp": now() + 600,
        "nonce": "NONCE",
    })
}

fn with(mut claims: Value, name: &str, value: Value) -> Value {
    claims[name] = value;
    claims
}

fn token_error<T: std::fmt::Debug>(result: Result<T, Error>) -> TokenErrorKind {
    match result {
        Err(Error::Token(error)) => error.kind(),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
#[ignore = "needs node: .ci/openid-provider/run"]
async fn each_kind_of_application_signs_a_user_in() {
    let provider = Provider::start();
    for name in ["post", "basic", "public", "hs256", "jwt"] {
        let client = provider.client(name);
        let signed_in = sign_in(&provider, &client).await;
        let id_token = signed_in.id_token.expect("an ID token");
        assert_eq!(id_token.subject(), "user-1", "{name}");
        assert_eq!(id_token.audience(), [name]);
        assert_eq!(id_token.matches_access_token(signed_in.tokens.access_token.expose()), Some(true), "{name}");
        assert!(signed_in.tokens.expires_in.is_some() && signed_in.tokens.refresh_token.is_some(), "{name}");

        // How the application proved who it is.
        let exchange = provider.last("/oidc/token").await;
        let form = exchange["form"].as_array().unwrap();
        let has = |field: &str| form.contains(&json!(field));
        assert_eq!(exchange["authorization"], if name == "basic" { json!("Basic") } else { Value::Null }, "{name}");
        assert_eq!(has("client_secret"), name != "basic" && name != "public", "{name}");
        assert_eq!(has("client_id"), name != "basic", "{name}");
        assert!(has("code_verifier") && has("redirect_uri"), "{name}");
    }
}

#[tokio::test]
#[ignore = "needs node: .ci/openid-provider/run"]
async fn tokens_are_used_refreshed_and_revoked() {
    let provider = Provider::start();
    for name in ["post", "basic"] {
        let client = provider.client(name);
        let tokens = sign_in(&provider, &client).await.tokens;
        let access_token = tokens.access_token.expose();
        for place in [TokenPlace::GetHeader, TokenPlace::PostHeader, TokenPlace::PostForm] {
            let user = client.get_user_info_with_token_in(place, access_token).await.unwrap();
            assert_eq!(user.subject(), Some("user-1"));
            assert_eq!(user.claim_as::<String>("email").unwrap().as_deref(), Some("user-1@example.com"));
        }
        let told = client.introspect_token(access_token).await.unwrap();
        assert!(told.active && told.client_id.as_deref() == Some(name));

        let refresh_token = tokens.refresh_token.as_ref().unwrap().expose();
        let fresh = client.get_new_access_token_by_refresh_token(refresh_token).await.unwrap();
        assert_ne!(fresh.access_token.expose(), access_token);

        client.revoke_token(access_token).await.unwrap();
        assert!(!client.introspect_token(access_token).await.unwrap().active, "{name}");
        let refused = client.get_user_info_by_access_token(access_token).await.unwrap_err();
        assert!(refused.is_unauthenticated(), "{refused:?}");

        let machine = client.get_access_token_by_client_credentials("", name, Provider::secret(name)).await;
        assert!(client.introspect_token(machine.unwrap().access_token.expose()).await.unwrap().active);
    }
}

#[tokio::test]
#[ignore = "needs node: .ci/openid-provider/run"]
async fn refusals_of_the_provider_are_told() {
    let provider = Provider::start();
    let client = provider.client("post");
    let Err(Error::OpenId(error)) = client.get_access_token_by_code("no such code").await else { panic!("no error") };
    assert!(matches!(error.kind(), OpenIdErrorKind::Provider { error, .. } if error == "invalid_grant"), "{error:?}");
    let stranger = provider.builder("post").app_secret("wrong").build().unwrap();
    let error = stranger.get_access_token_by_code("code").await.unwrap_err();
    assert!(matches!(error, Error::OpenId(_)), "{error:?}");

    let silent = AuthorizeUrlOptions::new().with_prompt("none");
    let begun = client.login_with_redirect(silent).unwrap();
    let back = provider.sign_in(&begun.location).await;
    let cookie = begun.set_cookie.expose().split(';').next().unwrap();
    let Err(Error::OpenId(error)) = client.handle_redirect_callback(&back, Some(cookie)).await else {
        panic!("no error")
    };
    assert!(matches!(error.kind(), OpenIdErrorKind::Provider { error, .. } if error == "login_required"), "{error:?}");
}

#[tokio::test]
#[ignore = "needs node: .ci/openid-provider/run"]
async fn a_code_is_good_once_and_only_with_its_verifier() {
    let provider = Provider::start();
    let client = provider.client("public");
    let begun = client.login_with_redirect(AuthorizeUrlOptions::new()).unwrap();
    let back = provider.sign_in(&begun.location).await;
    let code = back.split(['?', '&']).find_map(|pair| pair.strip_prefix("code=")).unwrap();
    let wrong = genauth::protocol::AuthorizationCode::new(code).with_code_verifier("w".repeat(43));
    assert!(matches!(client.get_access_token_by_code(wrong).await, Err(Error::OpenId(_))));
    let cookie = begun.set_cookie.expose().split(';').next().unwrap();
    client.handle_redirect_callback(&back, Some(cookie)).await.unwrap();
    let again = client.handle_redirect_callback(&back, Some(cookie)).await;
    assert!(matches!(again, Err(Error::OpenId(_))), "{again:?}");
}

#[tokio::test]
#[ignore = "needs node: .ci/openid-provider/run"]
async fn signing_out_comes_back_to_the_application() {
    let provider = Provider::start();
    let client = provider.client("post");
    let tokens = sign_in(&provider, &client).await.tokens;
    let options = LogoutUrlOptions::new().with_state("STATE").with_id_token(tokens.id_token.unwrap());
    let back = provider.sign_in(&client.build_logout_url(options)).await;
    assert_eq!(back, format!("{SIGNED_OUT_URI}?state=STATE"));
}

#[tokio::test]
#[ignore = "needs node: .ci/openid-provider/run"]
async fn id_tokens_that_are_not_to_be_trusted_are_refused_each_for_its_own_reason() {
    let provider = Provider::start();
    let client = provider.client("post");
    let good = || claims(&provider, "post");
    let check = async |token: String| client.parse_id_token(&token, Some("NONCE")).await;
    let current = async |claims: Value| check(provider.sign("current", claims).await).await;

    current(good()).await.unwrap();
    assert_eq!(token_error(current(with(good(), "exp", json!(now() - 120))).await), TokenErrorKind::Expired);
    assert_eq!(token_error(current(with(good(), "nbf", json!(now() + 600))).await), TokenErrorKind::NotYetValid);
    assert_eq!(token_error(current(with(good(), "iat", json!(now() + 600))).await), TokenErrorKind::IssuedInFuture);
    assert_eq!(token_error(current(with(good(), "aud", json!("other"))).await), TokenErrorKind::Audience);
    assert_eq!(token_error(current(with(good(), "azp", json!("other"))).await), TokenErrorKind::AuthorizedParty);
    assert_eq!(token_error(current(with(good(), "nonce", json!("other"))).await), TokenErrorKind::Nonce);
    assert_eq!(token_error(current(with(good(), "iss", json!("https://evil"))).await), TokenErrorKind::Issuer);

    let foreign = provider.sign("foreign", good()).await;
    assert_eq!(token_error(check(foreign).await), TokenErrorKind::Signature);
    let unsigned = provider.sign("none", good()).await;
    assert_eq!(token_error(check(unsigned).await), TokenErrorKind::Algorithm);
    let confused = provider.sign("public-key", good()).await;
    assert_eq!(token_error(check(confused).await), TokenErrorKind::Algorithm);

    let token = provider.sign("current", good()).await;
    let parts: Vec<&str> = token.split('.').collect();
    let other = provider.sign("current", with(good(), "sub", json!("somebody else"))).await;
    let forged = format!("{}.{}.{}", parts[0], other.split('.').nth(1).unwrap(), parts[2]);
    assert_eq!(token_error(check(forged).await), TokenErrorKind::Signature);
}

#[tokio::test]
#[ignore = "needs node: .ci/openid-provider/run"]
async fn hs256_is_for_applications_that_are_set_so() {
    let provider = Provider::start();
    let token = provider.sign("client-secret", claims(&provider, "hs256")).await;
    let set = provider.client("hs256");
    set.parse_id_token(&token, Some("NONCE")).await.unwrap();
    let unset = provider.builder("hs256").id_token_hs256(false).build().unwrap();
    assert_eq!(token_error(unset.parse_id_token(&token, Some("NONCE")).await), TokenErrorKind::Algorithm);
    let asymmetric = provider.sign("current", claims(&provider, "hs256")).await;
    assert_eq!(token_error(set.parse_id_token(&asymmetric, Some("NONCE")).await), TokenErrorKind::Algorithm);
}

#[tokio::test]
#[ignore = "needs node: .ci/openid-provider/run"]
async fn new_keys_are_fetched_once_and_old_ones_are_forgotten() {
    let provider = Provider::start();
    let client = provider.client("post");
    let old = provider.sign("current", claims(&provider, "post")).await;
    for _ in 0..5 {
        client.parse_id_token(&old, None).await.unwrap();
    }
    assert_eq!(provider.jwks_count().await, 1);
    provider.rotate_keys().await;
    let new = provider.sign("current", claims(&provider, "post")).await;
    for _ in 0..5 {
        client.parse_id_token(&new, None).await.unwrap();
    }
    assert_eq!(provider.jwks_count().await, 2);
    // The key is gone, and a second search so soon after the first would be a way to make the client busy.
    assert_eq!(token_error(client.parse_id_token(&old, None).await), TokenErrorKind::UnknownKey);
    assert_eq!(provider.jwks_count().await, 2);
}

#[tokio::test]
#[ignore = "needs node: .ci/openid-provider/run"]
async fn access_tokens_are_checked_on_the_spot() {
    let provider = Provider::start();
    let client = provider.client("jwt");
    let tokens = sign_in(&provider, &client).await.tokens;
    let access_token = client.parse_access_token(tokens.access_token.expose()).await.unwrap();
    assert_eq!(access_token.subject(), Some("user-1"));
    assert!(access_token.has_scope("openid"));

    let opaque = sign_in(&provider, &provider.client("post")).await.tokens;
    assert_eq!(token_error(client.parse_access_token(opaque.access_token.expose()).await), TokenErrorKind::Opaque);
    let id_token = tokens.id_token.unwrap();
    assert_eq!(token_error(client.parse_access_token(id_token.expose()).await), TokenErrorKind::WrongType);
    let foreign = provider.client("post");
    assert_eq!(token_error(foreign.parse_access_token(tokens.access_token.expose()).await), TokenErrorKind::Audience);
}
