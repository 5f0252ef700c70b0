//! In strict mode the first departure from the description is an error that tells where and what.

mod support;

use genauth::models::{IsSuccessDto, IsSuccessRespDto, Sample};
use genauth::{Client, DecodeError, Error};
use support::Server;

async fn decode_error(body: &str) -> DecodeError {
    let server = Server::json("200 OK", body).await;
    match server.client().delete_account(IsSuccessDto::new(true)).strict().await {
        Err(Error::Decode(error)) => *error,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_departure_is_an_error() {
    let error = decode_error(r#"{"statusCode":200,"message":"","data":{"success":"true"}}"#).await;
    assert_eq!(error.pointer(), "/data/success");
    assert_eq!(error.problem(), "expected boolean, found string at line 1 column 55");
    assert_eq!(
        error.to_string(),
        "deleteAccount: the answer cannot be read: /data/success: expected boolean, found string at line 1 column 55",
    );
}

#[tokio::test]
async fn a_missing_property_is_an_error() {
    let error = decode_error(r#"{"statusCode":200,"message":""}"#).await;
    assert_eq!(error.pointer(), "/data");
    assert!(error.problem().starts_with("expected object, found nothing"), "{error}");
}

#[tokio::test]
async fn the_error_keeps_the_body_and_does_not_show_it() {
    let server = Server::answering(
        "200 OK",
        "x-request-id: R-1\r\n",
        r#"{"statusCode":200,"message":"SECRET","data":"SECRET"}"#,
    )
    .await;
    let error = server.client().delete_account(IsSuccessDto::new(true)).strict().await.unwrap_err();
    let response = error.response().unwrap();
    assert!(response.body().ends_with(br#""SECRET"}"#));
    assert_eq!(error.request_id(), Some("R-1"));
    assert_eq!(error.operation(), Some("deleteAccount"));
    assert!(!format!("{error} {error:?} {error:#?}").contains("SECRET"), "{error:?}");
}

#[tokio::test]
async fn broken_json_is_an_error_in_either_mode() {
    let bodies = [
        ("", ""),
        ("<html>", ""),
        (r#"{"statusCode":200,"message":"","data":{"success":tr"#, "/data/success"),
        (r#"{"statusCode":200,"message":"","data":{"success":true}"#, ""),
        (r#"{"statusCode":200,"message":"","data":{"success":true}} x"#, ""),
    ];
    for (body, pointer) in bodies {
        assert_eq!(decode_error(body).await.pointer(), pointer, "{body}");
        let server = Server::json("200 OK", body).await;
        let error = server.client().delete_account(IsSuccessDto::new(true)).await.unwrap_err();
        assert!(matches!(error, Error::Decode(_)), "{body}: {error:?}");
    }
}

#[tokio::test]
async fn depth_is_limited() {
    let next = r#"{"next":"#.repeat(100_000);
    for body in [format!(r#"{{"statusCode":200,"data":{next}"#), "[".repeat(100_000)] {
        let server = Server::json("200 OK", &body).await;
        let error = server.client().sample().await.unwrap_err();
        assert!(matches!(error, Error::Decode(_)));
    }
}

#[tokio::test]
async fn strict_can_be_the_clients_own_setting() {
    let server = Server::json("200 OK", r#"{"statusCode":200,"message":"","data":{}}"#).await;
    let builder = Client::builder().base_url(server.address());
    let client = builder.strict(true).build().unwrap();
    let error = client.delete_account(IsSuccessDto::new(true)).await.unwrap_err();
    assert!(matches!(error, Error::Decode(_)));
}

#[test]
fn plain_serde_is_strict_about_types_and_open_to_new_properties() {
    let error = serde_json::from_str::<IsSuccessDto>(r#"{"success":1}"#).unwrap_err();
    assert_eq!(error.to_string(), "/success: expected boolean, found number at line 1 column 12");
    let error = serde_json::from_str::<Sample>("{}").unwrap_err();
    assert_eq!(error.to_string(), "/id: expected integer, found nothing at line 1 column 2");
    let read: IsSuccessDto = serde_json::from_str(r#"{"success":true,"new":{"a":[1]}}"#).unwrap();
    assert_eq!(read.extra["new"]["a"][0], 1);
    let read: IsSuccessRespDto =
        serde_json::from_value(serde_json::json!({"statusCode":200,"message":"","data":{"success":true}})).unwrap();
    assert!(read.data.success);
}
