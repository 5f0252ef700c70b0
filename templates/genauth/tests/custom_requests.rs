//! Requests to any path: where they may go, and what they must not show.

#![allow(missing_docs, clippy::unwrap_used, reason = "a test")]

mod loopback;

use std::future::{Future, IntoFuture, poll_fn};
use std::pin::pin;
use std::task::Poll;

use genauth::{Error, ManagementClient, ReqwestTransport};
use http::Method;
use loopback::Server;
use serde_json::Value;

fn client(server: &Server) -> ManagementClient {
    ManagementClient::builder().access_token("TOKEN").host(server.address()).build().unwrap()
}

#[tokio::test]
async fn a_path_cannot_lead_to_another_host() {
    let builder = ManagementClient::builder().access_token("TOKEN").host("https://api.example");
    // Whoever is behind this would get the token. If the path were taken, there would be no connection.
    let client = builder.build().unwrap();
    for path in ["", "x", ".evil.example/x", "@127.0.0.1:1/x", ":1/x", "?x", "\\x"] {
        let error = client.request(Method::GET, path).call::<Value>().await.unwrap_err();
        assert!(matches!(error, Error::Request(_)), "{path}: {error:?}");
    }
}

#[tokio::test]
async fn an_answer_of_another_type_is_not_quoted_in_the_error() {
    let server = Server::json(&[r#"{"statusCode":200,"data":"hunter2"}"#]).await;
    let call = client(&server).request(Method::POST, "/x").call::<std::collections::HashMap<String, u32>>();
    let error = call.await.unwrap_err();
    assert!(matches!(error, Error::Decode(_)), "{error:?}");
    assert!(!format!("{error} {error:?}").contains("hunter2"), "{error}");
}

#[test]
fn the_password_of_a_proxy_is_not_shown() {
    let builder = ReqwestTransport::builder().proxy("http://me:hunter2@proxy.example:3128");
    let shown = format!("{builder:?}");
    let shown = format!("{shown} {:?}", builder.build().unwrap());
    assert!(!shown.contains("hunter2"), "{shown}");
}

#[tokio::test]
async fn a_call_that_is_over_does_not_panic_when_it_is_polled_again() {
    for body in [r#"{"statusCode":200}"#, "no JSON"] {
        let server = Server::json(&[body]).await;
        let mut call = pin!(client(&server).request(Method::POST, "/x").call::<Value>().into_future());
        let first = call.as_mut().await;
        assert_eq!(first.is_ok(), body.starts_with('{'));
        assert!(poll_fn(|context| Poll::Ready(call.as_mut().poll(context).is_pending())).await);
    }
    // Without an answer too.
    let nowhere = ManagementClient::builder().access_token("TOKEN").host("http://127.0.0.1:1").build().unwrap();
    let mut call = pin!(nowhere.request(Method::POST, "/x").call::<Value>().no_retry().into_future());
    assert!(call.as_mut().await.is_err());
    assert!(poll_fn(|context| Poll::Ready(call.as_mut().poll(context).is_pending())).await);
}
