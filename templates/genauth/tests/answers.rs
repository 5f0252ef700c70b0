//! What becomes of answers that are not as one would like them.

#![cfg(feature = "authentication-profile-and-account")]

mod loopback;

use genauth::Error;
use genauth::models::{DeleteAccounDto, UserSingleRespDto};
use loopback::Server;

#[tokio::test]
async fn a_business_error_inside_http_200_is_an_error() {
    let body = r#"{"statusCode":403,"apiCode":2004,"message":"user not found","requestId":"r-1"}"#;
    let server = Server::json(&[body]).await;
    let error = server.client().delete_account(DeleteAccounDto::new("T")).await.unwrap_err();
    let Error::Api(api) = &error else { panic!("{error:?}") };
    assert_eq!(api.status_code(), 403);
    assert_eq!(api.api_code(), Some(2004));
    assert_eq!(api.message(), "user not found");
    assert_eq!(error.request_id(), Some("r-1"));
    assert_eq!(api.response().body(), body.as_bytes());
    assert_eq!(error.operation(), Some("ProfileV3Controller_deleteAccount"));
}

#[tokio::test]
async fn an_unknown_enum_value_survives_a_round_trip() {
    let body = r#"{"statusCode":200,"message":"","data":{"gender":"W","status":"Hibernating","userId":"u"}}"#;
    let server = Server::json(&[body]).await;
    let profile = server.client().get_profile().await.unwrap();
    assert_eq!(profile.data.gender.as_str(), "W");
    assert_eq!(profile.data.status.as_str(), "Hibernating");
    let written = serde_json::to_value(&profile).unwrap();
    assert_eq!(written["data"]["gender"], "W");
    assert_eq!(written["data"]["status"], "Hibernating");
    let read: UserSingleRespDto = serde_json::from_value(written).unwrap();
    assert_eq!(read, profile);
}

#[tokio::test]
async fn an_unexpected_null_is_empty_unless_strict() {
    let body = r#"{"statusCode":200,"message":null,"data":{"success":true}}"#;
    let server = Server::json(&[body, body]).await;
    let client = server.client();
    let deleted = client.delete_account(DeleteAccounDto::new("T")).await.unwrap();
    assert_eq!(deleted.message, "");
    assert!(deleted.data.success);
    let error = client.delete_account(DeleteAccounDto::new("T")).strict().await.unwrap_err();
    let Error::Decode(decode) = &error else { panic!("{error:?}") };
    assert_eq!(decode.pointer(), "/message");
    assert_eq!(decode.response().body(), body.as_bytes());
}

#[tokio::test]
async fn a_truncated_body_is_an_error() {
    let cut =
        "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 90\r\n\r\n{\"statusCode\":200,\"mess";
    let ended = r#"{"statusCode":200,"message":"ok","data":{"succ"#;
    let server = Server::raw(vec![
        cut.to_owned(),
        format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{ended}", ended.len()),
    ])
    .await;
    let client = server.client();
    let error = client.delete_account(DeleteAccounDto::new("T")).await.unwrap_err();
    assert!(matches!(error, Error::Transport(_)), "{error:?}");
    let error = client.delete_account(DeleteAccounDto::new("T")).await.unwrap_err();
    let Error::Decode(decode) = &error else { panic!("{error:?}") };
    assert_eq!(decode.response().body(), ended.as_bytes());
    assert!(!error.to_string().contains("succ"), "{error}");
}
