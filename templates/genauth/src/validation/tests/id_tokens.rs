//! What an ID token has to say.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde_json::{Value, json};

use super::super::TokenErrorKind;
use super::provider::{ISSUER, NOW, Provider, assert_refused, claims};
use super::signer::Signer;

fn date(seconds: u64) -> SystemTime {
    UNIX_EPOCH + Duration::from_secs(seconds)
}

async fn check(changes: Value) -> Result<super::super::IdToken, crate::error::Error> {
    let signer = Signer::new("1");
    Provider::new(&[&signer]).await.id_token(&signer.sign(&claims(changes))).await
}

#[tokio::test]
async fn a_good_token_tells_its_claims() {
    let changes = json!({
        "aud": ["APP_ID", "OTHER"], "azp": "APP_ID", "nonce": "N", "auth_time": NOW - 5, "nbf": NOW - 1,
        "email": "user@example.com", "address": {"country": "DE"},
    });
    let token = check(changes).await.unwrap();
    assert_eq!((token.subject(), token.issuer(), token.nonce()), ("USER", ISSUER, Some("N")));
    assert_eq!(token.audience(), ["APP_ID", "OTHER"]);
    assert_eq!(token.authorized_party(), Some("APP_ID"));
    assert_eq!((token.expires_at(), token.issued_at()), (date(NOW + 600), date(NOW)));
    assert_eq!((token.authenticated_at(), token.not_before()), (Some(date(NOW - 5)), Some(date(NOW - 1))));
    assert_eq!(token.claims()["address"], json!({"country": "DE"}));
    assert_eq!(token.claim_as::<String>("email").unwrap().as_deref(), Some("user@example.com"));
    assert_eq!(token.claim_as::<String>("phone_number").unwrap(), None);
    assert!(token.claim_as::<u8>("email").is_err());
}

#[tokio::test]
async fn debug_shows_no_values_but_the_subject() {
    let token = check(json!({"email": "user@example.com"})).await.unwrap();
    let shown = format!("{token:?}");
    assert!(shown.contains("USER") && shown.contains("email"), "{shown}");
    assert!(!shown.contains("example.com") && !shown.contains("APP_ID"), "{shown}");
}

#[tokio::test]
async fn the_issuer_has_to_be_the_same_to_the_letter() {
    for other in ["https://other.genauth.ai/oidc", "https://example.genauth.ai/oidc/", "https://example.genauth.ai"] {
        assert_refused(check(json!({"iss": other})).await, TokenErrorKind::Issuer);
    }
    assert_refused(check(json!({"iss": null})).await, TokenErrorKind::MissingClaim("iss"));
    assert_refused(check(json!({"iss": [ISSUER]})).await, TokenErrorKind::InvalidClaim("iss"));
}

#[tokio::test]
async fn the_audience_has_to_name_the_application() {
    assert_refused(check(json!({"aud": "OTHER"})).await, TokenErrorKind::Audience);
    assert_refused(check(json!({"aud": []})).await, TokenErrorKind::Audience);
    assert_refused(check(json!({"aud": null})).await, TokenErrorKind::MissingClaim("aud"));
    assert_refused(check(json!({"aud": ["APP_ID", 1]})).await, TokenErrorKind::InvalidClaim("aud"));
}

#[tokio::test]
async fn the_authorized_party_has_to_be_the_application() {
    assert_refused(check(json!({"azp": "OTHER"})).await, TokenErrorKind::AuthorizedParty);
    assert_refused(check(json!({"aud": ["APP_ID", "OTHER"]})).await, TokenErrorKind::AuthorizedParty);
    assert!(check(json!({"aud": ["APP_ID"]})).await.is_ok());
}

#[tokio::test]
async fn times_count_with_a_minute_of_leeway() {
    assert!(check(json!({"exp": NOW - 59})).await.is_ok());
    assert_refused(check(json!({"exp": NOW - 60})).await, TokenErrorKind::Expired);
    assert!(check(json!({"nbf": NOW + 60})).await.is_ok());
    assert_refused(check(json!({"nbf": NOW + 61})).await, TokenErrorKind::NotYetValid);
    assert!(check(json!({"iat": NOW + 60})).await.is_ok());
    assert_refused(check(json!({"iat": NOW + 61})).await, TokenErrorKind::IssuedInFuture);
}

#[tokio::test]
async fn times_may_have_fractions_and_strange_ones_do_no_harm() {
    assert!(check(json!({"exp": NOW as f64 + 0.5})).await.is_ok());
    assert_refused(check(json!({"exp": -1})).await, TokenErrorKind::Expired);
    assert_refused(check(json!({"exp": "soon"})).await, TokenErrorKind::InvalidClaim("exp"));
    assert_refused(check(json!({"exp": 1e300})).await, TokenErrorKind::InvalidClaim("exp"));
    assert_refused(check(json!({"exp": u64::MAX})).await, TokenErrorKind::InvalidClaim("exp"));
    assert_refused(check(json!({"nbf": 1e18})).await, TokenErrorKind::NotYetValid);
    assert_refused(check(json!({"exp": null})).await, TokenErrorKind::MissingClaim("exp"));
}

#[tokio::test]
async fn an_endless_leeway_is_possible() {
    let signer = Signer::new("1");
    let provider = Provider::with_settings(&[&signer], |settings| settings.leeway = Duration::MAX).await;
    assert!(provider.id_token(&signer.sign(&claims(json!({"exp": 1, "nbf": NOW * 2})))).await.is_ok());
}

#[tokio::test]
async fn the_nonce_has_to_be_that_of_the_sign_in() {
    let signer = Signer::new("1");
    let provider = Provider::new(&[&signer]).await;
    let token = signer.sign(&claims(json!({"nonce": "N"})));
    assert!(provider.id_token_of(&token, "N").await.is_ok());
    assert_refused(provider.id_token_of(&token, "M").await, TokenErrorKind::Nonce);
    assert_refused(provider.id_token_of(&signer.sign(&claims(json!({}))), "N").await, TokenErrorKind::Nonce);
}

#[tokio::test]
async fn a_subject_and_the_time_of_issue_are_required() {
    assert_refused(check(json!({"sub": null})).await, TokenErrorKind::MissingClaim("sub"));
    assert_refused(check(json!({"sub": ""})).await, TokenErrorKind::MissingClaim("sub"));
    assert_refused(check(json!({"iat": null})).await, TokenErrorKind::MissingClaim("iat"));
}

#[tokio::test]
async fn a_token_of_another_kind_is_refused() {
    let signer = Signer::new("1");
    let provider = Provider::new(&[&signer]).await;
    for typ in ["at+jwt", "application/at+jwt", "logout+jwt"] {
        let token = signer.sign_as(&claims(json!({})), |header| header.typ = Some(typ.to_owned()));
        assert_refused(provider.id_token(&token).await, TokenErrorKind::WrongType);
    }
    let untyped = signer.sign_as(&claims(json!({})), |header| header.typ = None);
    assert!(provider.id_token(&untyped).await.is_ok());
}

#[tokio::test]
async fn the_access_token_beside_it_is_known_by_its_hash() {
    // The values are those of the example in OpenID Connect Core 1.0, A.3, whose hash is SHA-256.
    let changes = json!({"at_hash": "77QmUPtjPfzWtF2AnpK9RQ"});
    let token = check(changes).await.unwrap();
    assert_eq!(token.matches_access_token("jHkWEdUXMU1BwAsC4vtUsZwnNvTIxEl0z9K3vx5KF0Y"), Some(true));
    assert_eq!(token.matches_access_token("another"), Some(false));
    assert_eq!(check(json!({})).await.unwrap().matches_access_token("any"), None);
}
