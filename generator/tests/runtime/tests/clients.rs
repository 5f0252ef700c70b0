//! Settings of the clients: what is required, how hosts are written, which headers they lead to.

mod support;

use std::sync::{Arc, Mutex};
use std::time::Duration;

use bytes::Bytes;
use genauth::{AuthenticationClient, Brand, Client, Error, ManagementClient, Transport, TransportFuture};
use support::Server;

fn configuration_error<T: std::fmt::Debug>(outcome: Result<T, Error>) -> String {
    match outcome {
        Err(error @ Error::Configuration(_)) => error.to_string(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn app_id_and_host_are_required_in_this_order() {
    let builder = AuthenticationClient::builder();
    assert_eq!(configuration_error(builder.clone().build()), "`app_id` is missing");
    assert_eq!(configuration_error(builder.app_id("A").build()), "`app_host` is missing");
    assert_eq!(configuration_error(Client::builder().build()), "`base_url` is missing");
    ManagementClient::builder().build().unwrap();
}

#[test]
fn hosts_that_cannot_be_used() {
    let problem = |host: &str| configuration_error(AuthenticationClient::builder().app_id("A").app_host(host).build());
    assert_eq!(problem("ftp://example.com"), "`app_host` must be an http or https URL");
    assert_eq!(problem("https://a b"), "`app_host` is not a URL");
    assert_eq!(problem("https://me:hunter2@example.com"), "`app_host` must not hold a user name or password");
    assert_eq!(problem("https://example.com/?a=b"), "`app_host` must not have a query or a fragment");
    assert_eq!(problem("https://example.com/#a"), "`app_host` must not have a query or a fragment");
    assert_eq!(problem("https://"), "`app_host` is not a URL");
}

#[test]
fn hosts_get_a_scheme_and_lose_their_last_slashes() {
    let cases = [
        ("https://example.com", "https://example.com"),
        ("https://example.com//", "https://example.com"),
        (" example.com/base/ ", "https://example.com/base"),
        ("http://example.com:8080", "http://example.com:8080"),
        ("localhost:3000", "http://localhost:3000"),
        ("http://localhost:3000/", "http://localhost:3000"),
    ];
    for (host, normal) in cases {
        let client = AuthenticationClient::builder().app_id("A").app_host(host).build().unwrap();
        assert!(format!("{client:?}").contains(&format!("app_host: {normal:?}")), "{host}: {client:?}");
    }
}

#[test]
fn a_setting_that_no_header_can_hold() {
    let builder = AuthenticationClient::builder().app_id("A").app_host("example.com");
    let problem = "has characters that HTTP does not allow in a header";
    assert_eq!(configuration_error(builder.clone().language("\n").build()), format!("`language` {problem}"));
    assert_eq!(configuration_error(builder.access_token("\n").build()), format!("`access_token` {problem}"));
}

#[tokio::test]
async fn headers_of_the_authentication_client() {
    let server = Server::answering("200 OK", "", "").await;
    server.client().empty().await.unwrap();
    assert_eq!(server.header("x-genauth-app-id").as_deref(), Some("APP"));
    assert_eq!(server.header("authorization"), None);
    assert_eq!(server.header("x-genauth-lang"), None);

    let server = Server::answering("200 OK", "", "").await;
    let builder = AuthenticationClient::builder().app_id("APP").app_host(server.address());
    let client = builder.brand(Brand::Authing).language("en-US").access_token("T").build().unwrap();
    client.empty().await.unwrap();
    assert_eq!(server.header("x-authing-app-id").as_deref(), Some("APP"));
    assert_eq!(server.header("x-authing-lang").as_deref(), Some("en-US"));
    assert_eq!(server.header("authorization").as_deref(), Some("Bearer T"));
    assert_eq!(server.header("x-genauth-app-id"), None);
}

#[tokio::test]
async fn another_token_leaves_the_first_client_alone() {
    let server = Server::answering("200 OK", "", "").await;
    let client = server.client();
    let user = client.with_access_token("T");
    client.empty().await.unwrap();
    assert_eq!(server.header("authorization"), None);
    drop(user);
    let server = Server::answering("200 OK", "", "").await;
    server.client().with_access_token("\n").with_access_token("T").empty().await.unwrap();
    assert_eq!(server.header("authorization").as_deref(), Some("Bearer T"));
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
    let builder = AuthenticationClient::builder().app_id("A").app_host("example.com/base").header_prefix("x-own-");
    let client = builder.transport(recorder.clone()).build().unwrap();
    client.empty().await.unwrap();
    client.empty().timeout(Duration::from_millis(5)).await.unwrap();
    let sent = recorder.0.lock().unwrap();
    assert_eq!(sent[0].0.uri(), "https://example.com/base/empty");
    assert_eq!(sent[0].0.headers()["x-own-app-id"], "A");
    assert_eq!(sent[0].1, Duration::from_secs(10));
    assert_eq!(sent[1].1, Duration::from_millis(5));
}

#[test]
fn calls_can_be_sent_to_another_thread() {
    fn is_send<T: Send>(_: T) {}
    let client = AuthenticationClient::builder().app_id("A").app_host("example.com").build().unwrap();
    is_send(client.search());
    is_send(client.bare().raw().into_future());
    is_send(client);
}
