//! Requests to operations that the crate has no method for.

mod support;

use genauth::{Client, Error};
use http::Method;
use serde_json::{Value, json};
use support::Server;

#[tokio::test]
async fn any_path_any_body_any_answer() {
    let server = Server::json("200 OK", r#"{"statusCode":200,"data":[1]}"#).await;
    let client: Client = server.client().with_bearer_token("TOKEN");
    let request = client.request(Method::POST, "/api/v4/new").query("a b", "c&d").json(&json!({"x": 1})).unwrap();
    let answer: Value = request.call().await.unwrap();
    assert_eq!(answer["data"], json!([1]));
    assert_eq!(server.request_line(), "POST /api/v4/new?a%20b=c%26d");
    assert_eq!(server.header("authorization").as_deref(), Some("Bearer TOKEN"));
    assert_eq!(server.body(), r#"{"x":1}"#);
}

#[tokio::test]
async fn its_failures_are_the_usual_ones() {
    let server = Server::json("200 OK", r#"{"statusCode":404,"message":"no","apiCode":7}"#).await;
    let call = server.client().request(Method::GET, "/x").call::<Value>();
    let Err(Error::Api(error)) = call.await else { panic!("no error") };
    assert_eq!((error.status_code(), error.api_code(), error.message()), (404, Some(7), "no"));
    let server = Server::json("200 OK", r#"[1]"#).await;
    let call = server.client().request(Method::GET, "/x").call::<String>();
    assert!(matches!(call.await, Err(Error::Decode(_))));
}

#[tokio::test]
async fn a_query_in_the_path_and_one_beside_it_are_one() {
    let server = Server::json("200 OK", "{}").await;
    let request = server.client().request(Method::GET, "/x?a=1").query("b", "2");
    request.call::<Value>().await.unwrap();
    assert_eq!(server.request_line(), "GET /x?a=1&b=2");
}
