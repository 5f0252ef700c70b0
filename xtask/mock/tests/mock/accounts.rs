//! Accounts over HTTP: what a visitor can do before there is a token.

use std::sync::Arc;

use mock::Mock;
use mock::document::Document;
use serde_json::{Value, json};

async fn start() -> Mock {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../specs/authentication.yaml");
    let document = Document::parse("authentication", &std::fs::read_to_string(path).unwrap()).unwrap();
    Mock::builder().document(Arc::new(document)).start().await.unwrap()
}

async fn post(mock: &Mock, name: &str, body: Value) -> Value {
    let request = reqwest::Client::new().post(format!("{}/api/v3/{name}", mock.url()));
    let response = request.header("x-genauth-app-id", &mock.settings().app_id).json(&body).send().await.unwrap();
    assert_eq!(response.status(), 200, "{name}");
    response.json().await.unwrap()
}

fn sign_up() -> Value {
    let payload = json!({"email": "grace@example.com", "password": "Cobol1959!"});
    json!({"connection": "PASSWORD", "passwordPayload": payload, "profile": {"nickname": "Amazing Grace"}})
}

fn sign_in(password: &str) -> Value {
    json!({"connection": "PASSWORD", "passwordPayload": {"email": "grace@example.com", "password": password}})
}

#[tokio::test]
async fn a_visitor_signs_up_and_in() {
    let mock = start().await;
    let unknown = post(&mock, "signin", sign_in("Cobol1959!")).await;
    assert_eq!((&unknown["statusCode"], &unknown["apiCode"]), (&json!(403), &json!(2004)));
    assert_eq!(post(&mock, "signup", sign_up()).await["data"]["nickname"], "Amazing Grace");
    let tokens = post(&mock, "signin", sign_in("Cobol1959!")).await;
    assert_eq!((&tokens["statusCode"], &tokens["data"]["token_type"]), (&json!(200), &json!("Bearer")));
    assert!(tokens["data"]["expire_in"].is_u64());
    let wrong = post(&mock, "signin", sign_in("wrong")).await;
    assert_eq!((&wrong["apiCode"], wrong.get("data")), (&json!(2006), None));
}

#[tokio::test]
async fn nobody_signs_up_twice() {
    let mock = start().await;
    assert_eq!(post(&mock, "signup", sign_up()).await["statusCode"], 200);
    assert_eq!(post(&mock, "signup", sign_up()).await["statusCode"], 409);
}

#[tokio::test]
async fn a_password_can_be_validated_before_signing_in() {
    let mock = start().await;
    post(&mock, "signup", sign_up()).await;
    let body = json!({"email": "grace@example.com", "password": "Cobol1959!"});
    assert_eq!(post(&mock, "validate-password", body).await["data"], json!({"valid": true}));
}

#[tokio::test]
async fn a_reset_forgets_who_signed_up() {
    let mock = start().await;
    post(&mock, "signup", sign_up()).await;
    mock.reset();
    assert_eq!(post(&mock, "signin", sign_in("Cobol1959!")).await["apiCode"], 2004);
}
