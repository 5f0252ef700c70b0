//! When the keys are fetched, and when not.

use std::sync::Arc;
use std::time::Duration;

use axum::http::StatusCode;
use serde_json::json;
use tokio::time::timeout;

use super::super::{TokenErrorKind, TokenValidator, ValidatorSettings};
use super::provider::{Provider, assert_refused, claims, jwks, settings};
use super::signer::Signer;
use crate::error::Error;

/// More than any of this takes.
const LONG: Duration = Duration::from_secs(20);

/// Longer than the rest between two fetches.
const REST: u64 = 31;

/// The claims of a token that is still good after hours.
fn lasting() -> serde_json::Value {
    claims(json!({"exp": 4_000_000_000_u64}))
}

#[tokio::test]
async fn keys_are_fetched_once_and_without_credentials() {
    let signer = Signer::new("1");
    let provider = Provider::new(&[&signer]).await;
    for _ in 0..3 {
        provider.id_token(&signer.sign(&lasting())).await.unwrap();
    }
    assert_eq!((provider.fetches(), provider.authorized_fetches()), (1, 0));
}

#[tokio::test]
async fn a_thousand_tasks_cause_one_fetch() {
    let signer = Signer::new("1");
    let provider = Arc::new(Provider::new(&[&signer]).await);
    let token = signer.sign(&lasting());
    provider.close();
    let tasks: Vec<_> = (0..1000)
        .map(|_| {
            let (provider, token) = (Arc::clone(&provider), token.clone());
            tokio::spawn(async move { provider.id_token(&token).await.map(|_| ()) })
        })
        .collect();
    provider.until_fetched(1).await;
    provider.open();
    for task in tasks {
        timeout(LONG, task).await.unwrap().unwrap().unwrap();
    }
    assert_eq!(provider.fetches(), 1);
}

#[tokio::test]
async fn a_thousand_tasks_share_one_failure() {
    let signer = Signer::new("1");
    let provider = Arc::new(Provider::new(&[&signer]).await);
    provider.answer_with(StatusCode::SERVICE_UNAVAILABLE, "");
    provider.close();
    let token = signer.sign(&lasting());
    let tasks: Vec<_> = (0..1000)
        .map(|_| {
            let (provider, token) = (Arc::clone(&provider), token.clone());
            tokio::spawn(async move { provider.id_token(&token).await })
        })
        .collect();
    provider.until_fetched(1).await;
    provider.open();
    for task in tasks {
        let result = timeout(LONG, task).await.unwrap().unwrap();
        assert!(matches!(&result, Err(Error::Status(error)) if error.response().status() == 503), "{result:?}");
    }
    assert_eq!(provider.fetches(), 1);

    provider.publish(&[&signer]);
    provider.id_token(&token).await.unwrap();
}

#[tokio::test]
async fn a_new_key_is_found_by_one_fetch_however_many_tasks_need_it() {
    let (old, new) = (Signer::new("old"), Signer::new("new"));
    let provider = Arc::new(Provider::new(&[&old]).await);
    provider.id_token(&old.sign(&lasting())).await.unwrap();
    provider.publish(&[&old, &new]);
    provider.close();
    let token = new.sign(&lasting());
    let tasks: Vec<_> = (0..100)
        .map(|_| {
            let (provider, token) = (Arc::clone(&provider), token.clone());
            tokio::spawn(async move { provider.id_token(&token).await.map(|_| ()) })
        })
        .collect();
    provider.until_fetched(2).await;
    // Those who need no other key do not wait for it.
    timeout(LONG, provider.id_token(&old.sign(&lasting()))).await.unwrap().unwrap();
    provider.open();
    for task in tasks {
        timeout(LONG, task).await.unwrap().unwrap().unwrap();
    }
    assert_eq!(provider.fetches(), 2);
}

#[tokio::test]
async fn a_stream_of_unknown_keys_causes_one_fetch_in_half_a_minute() {
    let signer = Signer::new("1");
    let provider = Provider::new(&[&signer]).await;
    provider.id_token(&signer.sign(&lasting())).await.unwrap();
    for round in 0..3 {
        for number in 0..20 {
            let token = Signer::new(&format!("bad {number}")).sign(&lasting());
            assert_refused(provider.id_token(&token).await, TokenErrorKind::UnknownKey);
        }
        assert_eq!(provider.fetches(), 2 + round);
        provider.id_token(&signer.sign(&lasting())).await.unwrap();
        provider.pass(REST);
    }
}

#[tokio::test]
async fn an_unknown_key_is_not_looked_for_in_what_was_just_fetched() {
    let provider = Provider::new(&[&Signer::new("1")]).await;
    assert_refused(provider.id_token(&Signer::new("2").sign(&lasting())).await, TokenErrorKind::UnknownKey);
    assert_eq!(provider.fetches(), 1);
}

#[tokio::test]
async fn keys_are_fetched_again_when_their_time_is_over() {
    let (old, new) = (Signer::new("old"), Signer::new("new"));
    let provider = Provider::new(&[&old]).await;
    provider.id_token(&old.sign(&lasting())).await.unwrap();
    provider.publish(&[&new]);
    provider.pass(3599);
    provider.id_token(&old.sign(&lasting())).await.unwrap();
    assert_eq!(provider.fetches(), 1);
    provider.pass(1);
    assert_refused(provider.id_token(&old.sign(&lasting())).await, TokenErrorKind::UnknownKey);
    provider.id_token(&new.sign(&lasting())).await.unwrap();
}

#[tokio::test]
async fn old_keys_are_used_on_while_the_provider_fails() {
    let (old, new) = (Signer::new("old"), Signer::new("new"));
    let provider = Provider::new(&[&old]).await;
    provider.id_token(&old.sign(&lasting())).await.unwrap();
    provider.pass(3600);
    for (status, body) in [(StatusCode::BAD_GATEWAY, ""), (StatusCode::OK, "<html>"), (StatusCode::OK, "{}")] {
        let before = provider.fetches();
        provider.answer_with(status, body);
        for _ in 0..5 {
            provider.id_token(&old.sign(&lasting())).await.unwrap();
            let unknown = provider.id_token(&new.sign(&lasting())).await;
            assert!(matches!(unknown, Err(Error::Status(_) | Error::Decode(_))), "{unknown:?}");
        }
        assert_eq!(provider.fetches(), before + 1);
        provider.pass(REST);
    }
    provider.publish(&[&new]);
    provider.id_token(&new.sign(&lasting())).await.unwrap();
}

#[tokio::test]
async fn a_vain_search_for_a_new_key_leaves_the_known_ones_in_use() {
    let (known, unknown) = (Signer::new("1"), Signer::new("2"));
    let provider = Provider::new(&[&known]).await;
    provider.id_token(&known.sign(&lasting())).await.unwrap();
    provider.answer_with(StatusCode::INTERNAL_SERVER_ERROR, "");
    for _ in 0..5 {
        let result = provider.id_token(&unknown.sign(&lasting())).await;
        assert!(matches!(result, Err(Error::Status(_))), "{result:?}");
        provider.id_token(&known.sign(&lasting())).await.unwrap();
    }
    assert_eq!(provider.fetches(), 2);
}

#[tokio::test]
async fn no_connection_is_told_as_such() {
    let signer = Signer::new("1");
    let validator = TokenValidator::new(settings()).unwrap();
    let closed = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap();
    let mut options = crate::http::HttpOptions::new();
    options.plan.retry = crate::retry::Retry::off();
    let http = options.build("app_host", &format!("http://{closed}")).unwrap();
    let error = validator.id_token(&http, &signer.sign(&lasting()), None).await.unwrap_err();
    assert!(error.is_connect() && error.is_retryable(), "{error:?}");
    assert_eq!(error.operation(), Some("jwks"));
}

#[tokio::test]
async fn an_answer_in_the_services_own_envelope_is_its_refusal() {
    let provider = Provider::new(&[]).await;
    provider.answer_with(StatusCode::OK, r#"{"statusCode": 404, "message": "no such application"}"#);
    let result = provider.id_token(&Signer::new("1").sign(&lasting())).await;
    assert!(matches!(&result, Err(Error::Api(error)) if error.status_code() == 404), "{result:?}");
}

#[tokio::test]
async fn a_caller_who_gives_up_takes_nothing_from_the_others() {
    let signer = Signer::new("1");
    let provider = Arc::new(Provider::new(&[&signer]).await);
    let token = signer.sign(&lasting());
    provider.close();
    let impatient = {
        let (provider, token) = (Arc::clone(&provider), token.clone());
        tokio::spawn(async move { provider.id_token(&token).await.map(|_| ()) })
    };
    provider.until_fetched(1).await;
    impatient.abort();
    assert!(impatient.await.unwrap_err().is_cancelled());
    provider.open();
    timeout(LONG, provider.id_token(&token)).await.unwrap().unwrap();
    assert_eq!(provider.fetches(), 1);
}

#[tokio::test]
async fn a_token_without_a_name_of_a_key_needs_a_provider_with_one_key() {
    let (first, second) = (Signer::new("1"), Signer::new("2"));
    let unnamed = first.sign_as(&lasting(), |header| header.kid = None);
    let mut for_encryption = Signer::new("3");
    for_encryption.jwk["use"] = "enc".into();
    assert!(Provider::new(&[&first, &for_encryption]).await.id_token(&unnamed).await.is_ok());
    assert_refused(Provider::new(&[&first, &second]).await.id_token(&unnamed).await, TokenErrorKind::UnknownKey);
    assert_refused(Provider::new(&[]).await.id_token(&unnamed).await, TokenErrorKind::UnknownKey);
}

#[tokio::test]
async fn given_keys_are_used_without_a_fetch() {
    let (known, unknown) = (Signer::new("1"), Signer::new("2"));
    let provider = Provider::with_settings(&[&unknown], |settings| settings.jwks = Some(jwks(&[&known]))).await;
    provider.id_token(&known.sign(&lasting())).await.unwrap();
    assert_refused(provider.id_token(&unknown.sign(&lasting())).await, TokenErrorKind::UnknownKey);
    assert_eq!(provider.fetches(), 0);
}

#[test]
fn given_keys_have_to_be_keys() {
    for broken in ["", "[]", "{\"keys\": 1}", "{\"keys\": []}"] {
        let settings = ValidatorSettings { jwks: Some(broken.to_owned()), ..settings() };
        assert_eq!(TokenValidator::new(settings).err().unwrap().setting(), "jwks");
    }
}
