//! Everything that a network and a broken service can do to a client: each is an error of its own, and none hangs.

mod support;

use std::io::Write;
use std::time::Duration;

use flate2::Compression;
use flate2::write::GzEncoder;
use genauth::{Client, Error, ReqwestTransport, Retry, TransportErrorKind};
use support::script::{Reply, Script};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

fn client(address: &str) -> Client {
    Client::builder().base_url(address).retry(Retry::off()).build().unwrap()
}

/// What a call ends in; ten seconds are more than any of these may take.
async fn failure(call: impl IntoFuture<Output = Result<genauth::models::IsSuccessDto, Error>>) -> Error {
    tokio::time::timeout(Duration::from_secs(10), call.into_future()).await.expect("it ends").unwrap_err()
}

fn kind(error: &Error) -> Option<TransportErrorKind> {
    match error {
        Error::Transport(error) => Some(error.kind()),
        _ => None,
    }
}

async fn answered(reply: Reply) -> Error {
    let script = Script::of([reply]).await;
    failure(client(script.address()).bare()).await
}

fn with_body(headers: &str, body: &[u8]) -> Reply {
    let mut reply =
        format!("HTTP/1.1 200 OK\r\n{headers}content-length: {}\r\nconnection: close\r\n\r\n", body.len()).into_bytes();
    reply.extend_from_slice(body);
    Reply::raw(reply)
}

#[tokio::test]
async fn an_unknown_host() {
    let error = failure(client("http://no-such-host.invalid").bare()).await;
    assert_eq!(kind(&error), Some(TransportErrorKind::Connect));
    assert!(error.is_connect() && error.is_retryable());
}

#[tokio::test]
async fn a_connection_that_is_torn_down() {
    assert_eq!(kind(&answered(Reply::Reset).await), Some(TransportErrorKind::Other));
}

#[tokio::test]
async fn a_service_that_never_answers() {
    let script = Script::of([Reply::Silence]).await;
    let error = failure(client(script.address()).bare().timeout(Duration::from_millis(100))).await;
    assert_eq!(kind(&error), Some(TransportErrorKind::Timeout));
}

#[tokio::test]
async fn json_that_ends_too_soon() {
    let error = answered(with_body("", br#"{"success": tr"#)).await;
    let Error::Decode(error) = error else { panic!("{error:?}") };
    assert_eq!(error.pointer(), "/success");
    assert_eq!(error.response().body().len(), 14);
}

#[tokio::test]
async fn a_page_of_html_in_the_place_of_json() {
    let error = answered(with_body("content-type: text/html\r\n", b"<html>Welcome</html>")).await;
    assert!(matches!(error, Error::Decode(_)), "{error:?}");
    let gateway = Reply::raw("HTTP/1.1 502 Bad Gateway\r\ncontent-type: text/html\r\ncontent-length: 6\r\n\r\n<html>");
    let error = answered(gateway).await;
    assert_eq!(error.to_string(), "bare: HTTP status 502 Bad Gateway");
    assert!(error.is_retryable());
}

#[tokio::test]
async fn an_empty_body() {
    assert!(matches!(answered(with_body("", b"")).await, Error::Decode(_)));
}

#[tokio::test]
async fn bytes_that_are_no_text() {
    let error = answered(with_body("", b"{\"success\": \"\xff\xfe\"}")).await;
    assert!(matches!(error, Error::Decode(_)), "{error:?}");
}

#[tokio::test]
async fn ten_megabytes_of_brackets() {
    for open in [b'[', b'{'] {
        let body: Vec<u8> = if open == b'[' { vec![open; 10_000_000] } else { br#"{"a":"#.repeat(2_000_000) };
        let error = answered(with_body("", &body)).await;
        assert!(matches!(error, Error::Decode(_)));
    }
    let mut inside = br#"{"success":true,"more":"#.to_vec();
    inside.extend(vec![b'['; 10_000_000]);
    assert!(matches!(answered(with_body("", &inside)).await, Error::Decode(_)));
}

#[tokio::test]
async fn an_answer_without_end_stops_at_the_limit() {
    let transport = ReqwestTransport::builder().max_response_size(1000).build().unwrap();
    let script = Script::of([with_body("", &[b' '; 1001]), with_body("", br#"{"success":true}"#)]).await;
    let client = Client::builder().base_url(script.address()).retry(Retry::off()).transport(transport).build().unwrap();
    let error = failure(client.bare()).await;
    assert_eq!(kind(&error), Some(TransportErrorKind::TooLarge));
    assert_eq!(error.to_string(), "bare: the answer is larger than allowed");
    client.bare().await.unwrap();
}

#[tokio::test]
async fn a_bomb_of_gzip_stops_at_the_limit_and_ordinary_gzip_is_read() {
    let gzip = |bytes: &[u8]| {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    };
    let bomb = gzip(&vec![b' '; 70 * 1024 * 1024]);
    assert!(bomb.len() < 100_000);
    let error = answered(with_body("content-encoding: gzip\r\n", &bomb)).await;
    assert_eq!(kind(&error), Some(TransportErrorKind::TooLarge));

    let script = Script::of([with_body("content-encoding: gzip\r\n", &gzip(br#"{"success":true}"#))]).await;
    client(script.address()).bare().await.unwrap();
    assert!(script.requests()[0].contains("accept-encoding: gzip"));
}

#[tokio::test]
async fn credentials_do_not_follow_a_redirect() {
    let other = Script::repeating(Reply::json("200 OK", r#"{"success":true}"#)).await;
    let redirect = format!("HTTP/1.1 307 Go\r\nlocation: {}/x\r\ncontent-length: 0\r\n\r\n", other.address());
    let script = Script::of([Reply::raw(redirect.clone())]).await;
    let error = failure(client(script.address()).with_bearer_token("TOKEN").bare()).await;
    assert!(matches!(error, Error::Status(_)), "{error:?}");
    assert_eq!(other.count(), 0);

    // A client of one's own that follows redirects is found out. `reqwest` itself keeps the token back.
    let script = Script::of([Reply::raw(redirect)]).await;
    let own = Client::builder().base_url(script.address()).retry(Retry::off()).http_client(reqwest::Client::new());
    let error = failure(own.build().unwrap().with_bearer_token("TOKEN").bare()).await;
    assert_eq!(kind(&error), Some(TransportErrorKind::Other));
    assert!(!other.requests()[0].contains("TOKEN"));
}

#[tokio::test]
async fn a_body_that_drips_is_cut_off() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    let server = tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        stream.read_u8().await.unwrap();
        stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 100000\r\n\r\n").await.unwrap();
        while stream.write_all(b" ").await.is_ok() {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    });
    let error = failure(client(&address).bare().timeout(Duration::from_millis(200))).await;
    assert_eq!(kind(&error), Some(TransportErrorKind::Timeout));
    tokio::time::timeout(Duration::from_secs(10), server).await.expect("the connection was closed").unwrap();
}

#[tokio::test]
async fn silence_in_the_middle_of_a_body_is_noticed_before_the_timeout() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    let _server = tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        stream.read_u8().await.unwrap();
        stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 100000\r\n\r\n{").await.unwrap();
        tokio::time::sleep(Duration::from_secs(60)).await;
    });
    let transport = ReqwestTransport::builder().read_timeout(Duration::from_millis(100)).build().unwrap();
    let client = Client::builder().base_url(address).retry(Retry::off()).transport(transport).build().unwrap();
    assert!(failure(client.bare()).await.is_timeout());
}

#[tokio::test]
async fn shapes_of_gateways() {
    let cases = [
        (
            r#"{"error":{"code":"rate","message":"slow down","request_id":"R1"}}"#,
            Some("rate"),
            Some("slow down"),
            Some("R1"),
        ),
        (r#"{"code":42,"message":"no"}"#, Some("42"), Some("no"), None),
        (r#"{"error":"invalid_grant","error_description":"used"}"#, Some("invalid_grant"), Some("used"), None),
        ("[]", None, None, None),
        ("", None, None, None),
    ];
    for (body, code, message, request_id) in cases {
        let error = answered(Reply::Json("400 Bad Request", body)).await;
        let Error::Status(status) = &error else { panic!("{error:?}") };
        assert_eq!((status.code(), status.message(), error.request_id()), (code, message, request_id), "{body}");
    }
}
