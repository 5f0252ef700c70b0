//! Settings of the client: what is required, how addresses are written, which headers they lead to.

mod support;

use std::sync::{Arc, Mutex};
use std::time::Duration;

use bytes::Bytes;
use genauth::{Client, Error, Transport, TransportFuture};
use support::Server;

fn configuration_error<T: std::fmt::Debug>(outcome: Result<T, Error>) -> String {
    match outcome {
        Err(error @ Error::Configuration(_)) => error.to_string(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn addresses_that_cannot_be_used() {
    assert_eq!(configuration_error(Client::builder().build()), "`base_url` is missing");
    let problem = |url: &str| configuration_error(Client::builder().base_url(url).build());
    assert_eq!(problem("ftp://example.com"), "`base_url` must be an http or https URL");
    assert_eq!(problem("https://a b"), "`base_url` is not a URL");
    assert_eq!(problem("https://me:hunter2@example.com"), "`base_url` must not hold a user name or password");
    assert_eq!(problem("https://example.com/?a=b"), "`base_url` must not have a query or a fragment");
    assert_eq!(problem("https://example.com/#a"), "`base_url` must not have a query or a fragment");
    assert_eq!(problem("https://"), "`base_url` is not a URL");
}

#[test]
fn addresses_get_a_scheme_and_lose_their_last_slashes() {
    let cases = [
        ("https://example.com", "https://example.com"),
        ("https://example.com//", "https://example.com"),
        (" example.com/base/ ", "https://example.com/base"),
        ("http://example.com:8080", "http://example.com:8080"),
        ("localhost:3000", "http://localhost:3000"),
        ("http://localhost:3000/", "http://localhost:3000"),
    ];
    for (url, normal) in cases {
        let client = Client::builder().base_url(url).build().unwrap();
        assert!(format!("{client:?}").contains(&format!("base_url: {normal:?}")), "{url}: {client:?}");
    }
}

#[test]
fn a_setting_that_no_header_can_hold() {
    let builder = Client::builder().base_url("example.com");
    let problem = "has characters that HTTP does not allow in a header";
    assert_eq!(configuration_error(builder.clone().header("x", "\n").build()), format!("`header` {problem}"));
    assert_eq!(configuration_error(builder.bearer_token("\n").build()), format!("`bearer_token` {problem}"));
}

#[tokio::test]
async fn another_token_leaves_the_first_client_alone() {
    let server = Server::answering("200 OK", "", "").await;
    let client = server.client();
    let user = client.with_bearer_token("T");
    client.empty().await.unwrap();
    assert_eq!(server.header("authorization"), None);
    drop(user);
    let server = Server::answering("200 OK", "", "").await;
    server.client().with_bearer_token("\n").with_bearer_token("T").empty().await.unwrap();
    assert_eq!(server.header("authorization").as_deref(), Some("Bearer T"));
}

#[tokio::test]
async fn a_call_brings_its_own_token_and_headers() {
    let server = Server::answering("200 OK", "", "").await;
    let client = server.client().with_bearer_token("CLIENT");
    client.empty().access_token("CALL").header("accept", "x/y").await.unwrap();
    assert_eq!(server.header("authorization").as_deref(), Some("Bearer CALL"));
    assert_eq!(server.header("accept").as_deref(), Some("x/y"));
}

#[derive(Clone, Default)]
struct Recorder(Arc<Mutex<Vec<Sent>>>);

type Sent = (http::Request<Bytes>, Duration);

impl Transport for Recorder {
    fn send(&self, request: http::Request<Bytes>, timeout: Duration) -> TransportFuture<'_> {
        self.0.lock().unwrap().push((request, timeout));
        Box::pin(async { Ok(http::Response::new(Bytes::new())) })
    }
}

#[tokio::test]
async fn a_transport_of_ones_own() {
    let recorder = Recorder::default();
    let client = Client::builder().base_url("example.com/base").transport(recorder.clone()).build().unwrap();
    client.empty().await.unwrap();
    client.empty().timeout(Duration::from_millis(50)).await.unwrap();
    client.empty().attempt_timeout(Duration::from_millis(70)).await.unwrap();
    let sent = recorder.0.lock().unwrap();
    assert_eq!(sent[0].0.uri(), "https://example.com/base/empty");
    assert_eq!(sent[0].1, Duration::from_secs(10));
    assert!(sent[1].1 <= Duration::from_millis(50), "{:?}", sent[1].1);
    assert_eq!(sent[2].1, Duration::from_millis(70));
}

#[test]
fn calls_can_be_sent_to_another_thread() {
    fn is_send<T: Send>(_: T) {}
    fn is_shared<T: Clone + Send + Sync>(_: T) {}
    let client = Client::builder().base_url("example.com").build().unwrap();
    is_send(client.search());
    is_send(client.bare().raw().into_future());
    is_shared(client);
}

#[test]
fn outside_of_a_runtime_a_call_is_an_error_and_no_panic() {
    use std::future::Future;
    let client = Client::builder().base_url("example.com").build().unwrap();
    let mut call = Box::pin(client.empty().into_future());
    let waker = std::task::Waker::noop();
    match call.as_mut().poll(&mut std::task::Context::from_waker(waker)) {
        std::task::Poll::Ready(outcome) => {
            assert_eq!(configuration_error(outcome), "`runtime` is missing: calls have to be awaited inside of Tokio");
        }
        std::task::Poll::Pending => panic!("it waits for a runtime"),
    }
}
