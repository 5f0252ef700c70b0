//! Who may call which operation, over HTTP.

use std::sync::Arc;
use std::time::SystemTime;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use mock::document::Document;
use mock::{Mock, Settings};
use reqwest::{Client, RequestBuilder};
use serde_json::{Value, json};
use sha1::Sha1;

async fn start(names: &[&str]) -> Mock {
    let mut builder = Mock::builder();
    for name in names {
        let path = format!("{}/../../specs/{name}.yaml", env!("CARGO_MANIFEST_DIR"));
        let document = Document::parse(name, &std::fs::read_to_string(path).unwrap()).unwrap();
        builder = builder.document(Arc::new(document));
    }
    builder.start().await.unwrap()
}

async fn send(request: RequestBuilder) -> (u16, Value) {
    let response = request.send().await.unwrap();
    (response.status().as_u16(), response.json().await.unwrap_or_default())
}

const ROLES: &str = "/api/v3/list-roles";

/// A signed request of the management API with a nonce and a date.
fn signed(mock: &Mock, nonce: &str, date: &str) -> RequestBuilder {
    let settings = mock.settings();
    let text = format!(
        "GET\ndate:{date}\nx-genauth-signature-method:HMAC-SHA1\nx-genauth-signature-nonce:{nonce}\nx-genauth-signature-version:1.0\n{ROLES}?limit=10&page=1"
    );
    let mac = Hmac::<Sha1>::new_from_slice(settings.access_key_secret.as_bytes()).unwrap();
    let signature = STANDARD.encode(mac.chain_update(text.as_bytes()).finalize().into_bytes());
    let request = Client::new().get(format!("{}{ROLES}?page=1&limit=10", mock.url()));
    request
        .header("date", date)
        .header("x-genauth-signature-method", "HMAC-SHA1")
        .header("x-genauth-signature-nonce", nonce)
        .header("x-genauth-signature-version", "1.0")
        .header("authorization", format!("GenAuth {}:{signature}", settings.access_key_id))
}

fn now() -> String {
    httpdate::fmt_http_date(SystemTime::now())
}

#[tokio::test]
async fn a_signed_request_passes_once() {
    let mock = start(&["management"]).await;
    assert_eq!(send(signed(&mock, "n1", &now())).await.0, 200);
    let (status, answer) = send(signed(&mock, "n1", &now())).await;
    assert_eq!((status, &answer["apiCode"]), (401, &json!(1306)));
    assert_eq!(send(signed(&mock, "n2", &now())).await.0, 200);
}

#[tokio::test]
async fn an_old_date_is_refused() {
    let mock = start(&["management"]).await;
    let old = SystemTime::now() - 2 * Settings::default().skew;
    let (status, answer) = send(signed(&mock, "n1", &httpdate::fmt_http_date(old))).await;
    assert_eq!((status, &answer["apiCode"]), (401, &json!(1305)));
}

#[tokio::test]
async fn a_signature_of_other_parameters_is_refused() {
    let mock = start(&["management"]).await;
    let (_, answer) = send(signed(&mock, "n1", &now()).query(&[("limit", "20")])).await;
    assert_eq!(answer["apiCode"], 1300);
    assert!(mock.requests()[0].violations.iter().any(|violation| violation.message.contains("limit=..")));
}

#[tokio::test]
async fn the_management_api_takes_a_token_together_with_the_user_pool() {
    let mock = start(&["management"]).await;
    let settings = mock.settings().clone();
    let url = format!("{}/api/v3/get-management-token", mock.url());
    let key = json!({"accessKeyId": settings.access_key_id, "accessKeySecret": settings.access_key_secret});
    let (_, answer) = send(Client::new().post(&url).json(&key)).await;
    assert_eq!(answer["data"]["expires_in"], 7_200);
    let token = answer["data"]["access_token"].as_str().unwrap();
    let roles = || Client::new().get(format!("{}{ROLES}", mock.url()));
    let pool = settings.user_pool_id.as_str();
    for request in [
        roles().bearer_auth(token).header("x-genauth-userpool-id", pool),
        roles().header("authorization", token).header("x-authing-userpool-id", pool),
    ] {
        assert_eq!(send(request).await.0, 200);
    }
    assert_eq!(send(roles().bearer_auth(token)).await.0, 401);
    let (_, other) = send(roles().bearer_auth(token).header("x-genauth-userpool-id", "other")).await;
    assert_eq!(other["apiCode"], 2224);
    let (_, bad) = send(roles().bearer_auth("bad").header("x-genauth-userpool-id", pool)).await;
    assert_eq!(bad["apiCode"], 2020);
    let (status, nothing) = send(roles()).await;
    assert_eq!((status, &nothing["apiCode"]), (401, &json!(2020)));
    let wrong = json!({"accessKeyId": settings.access_key_id, "accessKeySecret": "wrong"});
    let (status, refused) = send(Client::new().post(&url).json(&wrong)).await;
    assert_eq!((status, &refused["statusCode"], &refused["apiCode"]), (200, &json!(401), &json!(2020)));
}

#[tokio::test]
async fn the_authentication_api_wants_the_applications_id() {
    let mock = start(&["authentication"]).await;
    let captcha = || Client::new().get(format!("{}/api/v3/get-captcha-code", mock.url()));
    let id = mock.settings().app_id.as_str();
    assert_eq!(send(captcha().header("x-genauth-app-id", id)).await.0, 200);
    assert_eq!(send(captcha().header("x-authing-app-id", id)).await.0, 200);
    let (status, missing) = send(captcha()).await;
    assert_eq!((status, missing.get("apiCode")), (401, None));
    let (status, unknown) = send(captcha().header("x-genauth-app-id", "other")).await;
    assert_eq!((status, &unknown["apiCode"]), (401, &json!(2011)));
}

#[tokio::test]
async fn an_operation_of_a_user_wants_the_users_token() {
    let mock = start(&["authentication"]).await;
    let profile = || {
        let request = Client::new().get(format!("{}/api/v3/get-profile", mock.url()));
        request.header("x-genauth-app-id", mock.settings().app_id.as_str())
    };
    for request in [profile(), profile().bearer_auth("bad")] {
        let (status, answer) = send(request).await;
        assert_eq!((status, &answer["apiCode"]), (401, &json!(2020)));
    }
}

#[tokio::test]
async fn another_api_wants_what_its_document_says() {
    let text = r#"{
        "openapi": "3.0.3",
        "paths": {
            "/any": {"get": {"security": [{"key": []}, {"login": [], "place": []}], "responses": {"200": {"description": "Done."}}}}
        },
        "components": {"securitySchemes": {
            "key": {"type": "apiKey", "in": "query", "name": "key"},
            "login": {"type": "http", "scheme": "basic"},
            "place": {"type": "apiKey", "in": "cookie", "name": "place"}
        }}
    }"#;
    let mock = Mock::builder().document(Arc::new(Document::parse("any", text).unwrap())).start().await.unwrap();
    let any = || Client::new().get(format!("{}/any", mock.url()));
    assert_eq!(send(any()).await.0, 401);
    assert_eq!(send(any().basic_auth("a", Some("b"))).await.0, 401);
    assert_eq!(send(any().basic_auth("a", Some("b")).header("cookie", "x=1; place=here")).await.0, 200);
    assert_eq!(mock.requests()[0].violations[0].stated_at, "/paths/~1any/get/security");
}
