//! Where redirects lead.

use crate::server::{Reply, Server, answer};
use crate::{failure, fetch_from, text};

fn to(place: &str) -> Reply {
    Reply::Bytes(answer(&format!("302 Found\r\nlocation: {place}"), b""))
}

#[tokio::test]
async fn a_redirect_is_followed() {
    let server = Server::new(vec![to("/elsewhere.json"), Reply::Bytes(answer("200 OK", b"{}"))]).await;
    assert_eq!(fetch_from(&server).await.unwrap(), text("{}"));
    assert!(server.requests()[1].starts_with("get /elsewhere.json "));
}

#[tokio::test]
async fn a_circle_is_left() {
    let server = Server::new(vec![to("/api.json")]).await;
    let circle = "a redirect of http://127.0.0.1:PORT/api.json is not followed: it leads in a circle";
    assert_eq!(failure(&server).await, circle);
}

#[tokio::test]
async fn a_long_way_is_left() {
    let server = Server::new((0..9).map(|place| to(&format!("/{place}"))).collect()).await;
    let long = "a redirect of http://127.0.0.1:PORT/api.json is not followed: it leads through more than 5 places";
    assert_eq!(failure(&server).await, long);
    assert_eq!(server.requests().len(), 6);
}

#[tokio::test]
async fn a_redirect_to_nowhere_is_an_answer_without_a_text() {
    let server = Server::answering("302 Found", b"").await;
    assert_eq!(failure(&server).await, "http://127.0.0.1:PORT/api.json answers with status 302");
}
