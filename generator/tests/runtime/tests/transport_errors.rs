//! Exchanges that do not come to an end: who is to blame is told apart.

mod support;

use std::time::Duration;

use genauth::{Client, Error, TransportErrorKind};
use support::Server;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

fn kind(error: &Error) -> TransportErrorKind {
    match error {
        Error::Transport(error) => error.kind(),
        other => panic!("{other:?}"),
    }
}

fn client(host: &str) -> Client {
    Client::builder().base_url(host).build().unwrap()
}

#[tokio::test]
async fn nobody_listens() {
    let error = client("http://127.0.0.1:1").empty().await.unwrap_err();
    assert_eq!(kind(&error), TransportErrorKind::Connect);
    assert_eq!(error.to_string(), "empty: no connection to the service");
    assert_eq!(error.operation(), Some("empty"));
    assert!(std::error::Error::source(&error).is_some());
}

#[tokio::test]
async fn the_time_runs_out() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let client = client(&format!("http://{}", listener.local_addr().unwrap()));
    let error = client.empty().timeout(Duration::from_millis(50)).await.unwrap_err();
    assert_eq!(kind(&error), TransportErrorKind::Timeout);
    assert!(error.is_timeout());
}

#[tokio::test]
async fn the_time_runs_out_in_the_middle_of_a_body() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let client = client(&format!("http://{}", listener.local_addr().unwrap()));
    let server = tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        stream.read_u8().await.unwrap();
        stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\n{").await.unwrap();
        tokio::time::sleep(Duration::from_secs(60)).await;
    });
    let error = client.bare().timeout(Duration::from_millis(200)).await.unwrap_err();
    assert_eq!(kind(&error), TransportErrorKind::Timeout, "{error:?}");
    server.abort();
}

#[tokio::test]
async fn the_other_side_does_not_speak_tls() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let client = client(&format!("https://{}", listener.local_addr().unwrap()));
    let server = tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        stream.read_u8().await.unwrap();
        stream.write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n").await.unwrap();
        stream
    });
    let error = client.empty().await.unwrap_err();
    assert_eq!(kind(&error), TransportErrorKind::Tls, "{error:?}");
    server.await.unwrap();
}

#[tokio::test]
async fn the_connection_breaks_off() {
    let server = Server::raw("HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{\"success\":tr".to_owned()).await;
    let error = server.client().bare().await.unwrap_err();
    assert_eq!(kind(&error), TransportErrorKind::Other);
}
