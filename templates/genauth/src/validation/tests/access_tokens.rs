//! What an access token has to say.

use jsonwebtoken::{EncodingKey, Header, encode};
use serde_json::{Value, json};

use super::super::{AccessToken, TokenErrorKind, unverified_claim};
use super::provider::{Provider, assert_refused, claims};
use super::signer::Signer;
use crate::error::Error;

async fn check(changes: Value) -> Result<AccessToken, Error> {
    let signer = Signer::new("1");
    Provider::new(&[&signer]).await.access_token(&signer.sign(&claims(changes))).await
}

#[tokio::test]
async fn a_good_token_tells_its_claims() {
    let changes = json!({"scope": "openid  profile", "client_id": "APP_ID", "azp": "APP_ID", "tier": 3});
    let token = check(changes).await.unwrap();
    assert_eq!(token.subject(), Some("USER"));
    assert_eq!(token.scopes(), ["openid", "profile"]);
    assert!(token.has_scope("profile") && !token.has_scope("prof"));
    assert_eq!((token.client_id(), token.authorized_party()), (Some("APP_ID"), Some("APP_ID")));
    assert_eq!(token.claim_as::<u8>("tier").unwrap(), Some(3));
    assert_eq!(token.claims()["tier"], 3);
    assert!(!format!("{token:?}").contains("openid"), "{token:?}");
}

#[tokio::test]
async fn the_scope_may_be_a_list() {
    assert_eq!(check(json!({"scope": ["openid", "profile"]})).await.unwrap().scopes(), ["openid", "profile"]);
    assert_refused(check(json!({"scope": 1})).await, TokenErrorKind::InvalidClaim("scope"));
}

#[tokio::test]
async fn it_is_meant_for_the_application_or_was_issued_to_it() {
    assert!(check(json!({"aud": "APP_ID", "client_id": "OTHER"})).await.is_ok());
    assert!(check(json!({"aud": "https://api.example.com", "client_id": "APP_ID"})).await.is_ok());
    assert!(check(json!({"aud": null, "azp": "APP_ID"})).await.is_ok());
    assert_refused(check(json!({"aud": "https://api.example.com"})).await, TokenErrorKind::Audience);
    let contradiction = json!({"aud": "OTHER", "client_id": "OTHER", "azp": "APP_ID"});
    assert_refused(check(contradiction).await, TokenErrorKind::Audience);
}

#[tokio::test]
async fn issuer_and_times_count() {
    assert_refused(check(json!({"iss": "https://other.genauth.ai/oidc"})).await, TokenErrorKind::Issuer);
    assert_refused(check(json!({"exp": 1})).await, TokenErrorKind::Expired);
    assert_refused(check(json!({"exp": null})).await, TokenErrorKind::MissingClaim("exp"));
    assert_refused(check(json!({"nbf": 1e10})).await, TokenErrorKind::NotYetValid);
}

#[tokio::test]
async fn a_token_that_cannot_be_read_is_opaque() {
    let provider = Provider::new(&[]).await;
    for token in ["", "opaque", "a.b", "a.b.c", "Bearer x", "eyJhbGciOiJSU0EtT0FFUCJ9.a.b.c.d"] {
        assert_refused(provider.access_token(token).await, TokenErrorKind::Opaque);
        assert_refused(provider.id_token(token).await, TokenErrorKind::Malformed);
    }
    assert_eq!(provider.fetches(), 0);
}

#[tokio::test]
async fn an_id_token_is_no_access_token() {
    for mark in ["nonce", "at_hash", "c_hash", "s_hash"] {
        assert_refused(check(json!({mark: "x"})).await, TokenErrorKind::WrongType);
    }
    let signer = Signer::new("1");
    let provider = Provider::new(&[&signer]).await;
    for typ in ["at+jwt", "application/AT+JWT"] {
        let token = signer.sign_as(&claims(json!({"nonce": "N"})), |header| header.typ = Some(typ.to_owned()));
        assert!(provider.access_token(&token).await.is_ok());
    }
    let token = signer.sign_as(&claims(json!({})), |header| header.typ = Some("dpop+jwt".to_owned()));
    assert_refused(provider.access_token(&token).await, TokenErrorKind::WrongType);
}

#[test]
fn a_claim_of_a_token_straight_from_the_service_is_read_without_a_check() {
    let content = json!({"scoped_userpool_id": "POOL", "exp": 1});
    let token = encode(&Header::default(), &content, &EncodingKey::from_secret(b"unknown")).unwrap();
    assert_eq!(unverified_claim(&token, "scoped_userpool_id").as_deref(), Some("POOL"));
    assert_eq!(unverified_claim(&token, "exp"), None);
    assert_eq!(unverified_claim(&token, "other"), None);
    assert_eq!(unverified_claim("opaque", "other"), None);
}
