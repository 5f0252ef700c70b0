//! From an answer to a result or an error: the envelope, HTTP statuses, and answers without an envelope.

mod support;

use genauth::models::IsSuccessDto;
use genauth::{ApiError, Client, Error};
use support::Server;
use support::script::{Reply, Script};

const DONE: &str = r#"{"statusCode":200,"message":"ok","apiCode":20001,"requestId":"R","data":{"success":true}}"#;

async fn api_error(status: &str, body: &str) -> ApiError {
    let server = Server::json(status, body).await;
    match server.client().delete_account(IsSuccessDto::new(true)).await {
        Err(Error::Api(error)) => *error,
        other => panic!("{body}: {other:?}"),
    }
}

#[tokio::test]
async fn a_success_is_the_whole_dto() {
    let server = Server::json("200 OK", DONE).await;
    let answer = server.client().delete_account(IsSuccessDto::new(true)).await.unwrap();
    assert_eq!((answer.status_code, answer.api_code), (200, Some(20001)));
    assert!(answer.data.success);
}

#[tokio::test]
async fn the_business_status_decides_whatever_http_says() {
    let body = r#"{"statusCode":403,"message":"no","apiCode":"2030","requestId":"R"}"#;
    for status in ["200 OK", "403 Forbidden", "500 Oops", "302 Found"] {
        let error = api_error(status, body).await;
        assert_eq!((error.status_code(), error.api_code()), (403, Some(2030)));
        assert_eq!((error.message(), error.request_id()), ("no", Some("R")));
        assert_eq!(error.response().status().to_string()[..3], status[..3]);
        assert_eq!(error.response().body_as::<serde_json::Value>().unwrap()["statusCode"], 403);
        assert_eq!(error.to_string(), "deleteAccount: status 403, code 2030: no (request R)");
    }
}

#[tokio::test]
async fn the_status_may_be_text_and_stand_after_a_strange_payload() {
    let error = api_error("200 OK", r#"{"data":{"success":[[]]},"statusCode":"499"}"#).await;
    assert_eq!((error.status_code(), error.message()), (499, ""));
}

#[tokio::test]
async fn the_last_of_two_statuses_counts() {
    let error =
        api_error("200 OK", r#"{"statusCode":200,"message":"no","data":{"success":true},"statusCode":500}"#).await;
    assert_eq!((error.status_code(), error.message()), (500, "no"));
    let server = Server::json("200 OK", r#"{"statusCode":500,"data":{"success":true},"statusCode":200}"#).await;
    let answer = server.client().delete_account(IsSuccessDto::new(true)).await.unwrap();
    assert_eq!((answer.status_code, answer.data.success), (200, true));
}

#[tokio::test]
async fn a_status_inside_of_the_result_does_not_count() {
    let body = r#"{"data":{"statusCode":500,"success":true},"message":"{\"statusCode\":500}","statusCode":200}"#;
    let server = Server::json("200 OK", body).await;
    assert!(server.client().delete_account(IsSuccessDto::new(true)).await.unwrap().data.success);
}

#[tokio::test]
async fn an_answer_that_breaks_off_is_no_success_whatever_status_came_before() {
    for status in [200, 500] {
        let server = Server::json("200 OK", &format!(r#"{{"statusCode":{status},"data":{{"success":tr"#)).await;
        let error = server.client().delete_account(IsSuccessDto::new(true)).await.unwrap_err();
        assert!(matches!(error, Error::Decode(_)), "{error:?}");
    }
}

#[tokio::test]
async fn a_text_that_is_not_utf8_is_told_with_its_place() {
    const START: &[u8] = br#"{"statusCode":200,"data":{"success":true}"#;
    for (end, pointer, message) in [
        (&b",\"message\":\"\xff\"}"[..], "/message", "invalid UTF-8 at line 1 column 53"),
        (b",\"\xff\":1}", "", "invalid UTF-8 at line 1 column 43"),
        (b",\"message\":\"\"}\xff", "", "invalid UTF-8 after the value"),
        (b",\"message\":[],\"\xff\":1", "/message", "expected string, found array"),
    ] {
        let body = [START, end].concat();
        let head =
            format!("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n", body.len());
        let script = Script::of([Reply::raw([head.as_bytes(), &body].concat())]).await;
        let client = Client::builder().base_url(script.address()).build().unwrap();
        let error = client.delete_account(IsSuccessDto::new(true)).strict().await.unwrap_err();
        let Error::Decode(error) = &error else { panic!("{error:?}") };
        assert_eq!(error.pointer(), pointer);
        assert!(error.to_string().contains(message), "{error}");
    }
}

#[tokio::test]
async fn an_envelope_of_success_under_an_http_error_is_an_error() {
    assert_eq!(api_error("500 Oops", DONE).await.status_code(), 200);
}

#[tokio::test]
async fn an_http_error_without_an_envelope() {
    for body in ["", "<html>", r#"{"error":"x"}"#, "[1]", r#"{"statusCode":null}"#] {
        let server = Server::json("502 Bad Gateway", body).await;
        let error = server.client().delete_account(IsSuccessDto::new(true)).await.unwrap_err();
        assert!(matches!(error, Error::Status(_)), "{body}: {error:?}");
        let message = if body.contains("error") { ": x" } else { "" };
        assert_eq!(error.to_string(), format!("deleteAccount: HTTP status 502 Bad Gateway{message}"));
        assert_eq!(error.response().unwrap().body(), body);
    }
}

#[tokio::test]
async fn a_result_that_lost_its_envelope_gets_one() {
    let server = Server::json("200 OK", r#"{"success":true,"new":1}"#).await;
    let answer = server.client().delete_account(IsSuccessDto::new(true)).strict().await.unwrap();
    assert_eq!((answer.status_code, answer.message.as_str()), (200, ""));
    assert!(answer.data.success);
    assert_eq!(answer.data.extra["new"], 1);
}

#[tokio::test]
async fn a_bare_result() {
    let server = Server::json("200 OK", r#"{"success":true}"#).await;
    assert!(server.client().bare().await.unwrap().success);
    let server = Server::json("200 OK", r#"[{"success":true},{"success":false}]"#).await;
    assert_eq!(server.client().bare_list().await.unwrap().len(), 2);
}

#[tokio::test]
async fn a_bare_result_that_comes_in_an_envelope_is_taken_out() {
    let server = Server::json("200 OK", DONE).await;
    assert_eq!(server.client().bare().strict().await.unwrap(), IsSuccessDto::new(true));
    let server = Server::json("200 OK", r#"{"statusCode":200,"data":[{"success":1}]}"#).await;
    let error = server.client().bare_list().strict().await.unwrap_err();
    assert!(error.to_string().contains("/data/0/success: expected boolean, found number"), "{error}");
    let server = Server::json("200 OK", r#"{"statusCode":404,"message":"none"}"#).await;
    assert!(matches!(server.client().bare().await, Err(Error::Api(_))));
}

#[tokio::test]
async fn empty_answers() {
    for (status, body) in
        [("200 OK", ""), ("204 No Content", ""), ("200 OK", "{}"), ("200 OK", "OK"), ("302 Found", "")]
    {
        let server = Server::answering(status, "location: https://example.com/\r\n", body).await;
        server.client().empty().await.unwrap();
        assert_eq!(server.request_count(), 1, "redirects are not followed");
    }
    let server = Server::json("200 OK", r#"{"statusCode":500,"message":"x"}"#).await;
    assert!(matches!(server.client().empty().await, Err(Error::Api(_))));
    let server = Server::json("404 Not Found", "").await;
    assert!(matches!(server.client().empty().await, Err(Error::Status(_))));
}

#[tokio::test]
async fn text_that_is_an_error_after_all() {
    let server = Server::json("200 OK", r#"{"statusCode":401,"message":"x"}"#).await;
    let error = server.client().text(String::new()).await.unwrap_err();
    assert!(error.is_unauthenticated());
    assert!(matches!(server.client().bytes(Vec::new()).await, Err(Error::Api(_))));
    let server = Server::answering("302 Found", "", "").await;
    assert!(matches!(server.client().text(String::new()).await, Err(Error::Status(_))));
}

#[tokio::test]
async fn what_kind_of_error_it_is() {
    let error = |status, body| async move {
        Server::json(status, body).await.client().delete_account(IsSuccessDto::new(true)).await.unwrap_err()
    };
    assert!(error("401 Unauthorized", "").await.is_unauthenticated());
    assert!(error("200 OK", r#"{"statusCode":401}"#).await.is_unauthenticated());
    assert!(error("429 Too Many Requests", "slow down").await.is_throttled());
    assert!(error("200 OK", r#"{"statusCode":429}"#).await.is_throttled());
    let error = error("200 OK", r#"{"statusCode":500}"#).await;
    assert!(!error.is_throttled() && !error.is_unauthenticated() && !error.is_timeout());
}

#[tokio::test]
async fn the_whole_answer_on_request() {
    let server = Server::answering("201 Created", "x-request-id: R-2\r\n", DONE).await;
    let answer = server.client().delete_account(IsSuccessDto::new(true)).raw().await.unwrap();
    assert_eq!(answer.status(), 201);
    assert_eq!(answer.headers()["x-request-id"], "R-2");
    assert_eq!(answer.body(), DONE);
    assert_eq!(answer.as_raw().request_id(), Some("R-2"));
    assert!(answer.into_value().data.success);
}
