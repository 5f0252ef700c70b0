//! The span of a call: what a program's own logs and traces are told about it.

#![allow(missing_docs, clippy::unwrap_used, reason = "a test")]

mod loopback;

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::sync::{Arc, Mutex};

use genauth::{AuthenticationClient, Retry};
use http::Method;
use loopback::Server;
use serde_json::Value;
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Instrument, Subscriber};
use tracing_subscriber::layer::{Context, Layer, SubscriberExt};
use tracing_subscriber::registry::LookupSpan;

const SUCCESS: &str = r#"{"statusCode":200,"message":"ok","requestId":"R-1","data":{}}"#;

/// A span as it was when it ended.
#[derive(Clone, Default)]
struct Seen {
    name: &'static str,
    parent: Option<&'static str>,
    fields: BTreeMap<&'static str, String>,
}

impl Seen {
    fn get(&self, field: &str) -> Option<&str> {
        self.fields.get(field).map(String::as_str)
    }
}

/// Keeps the spans of this crate.
#[derive(Clone, Default)]
struct Spans(Arc<Mutex<Vec<Seen>>>);

impl<S: Subscriber + for<'a> LookupSpan<'a>> Layer<S> for Spans {
    fn on_new_span(&self, attributes: &Attributes<'_>, id: &Id, context: Context<'_, S>) {
        let span = context.span(id).unwrap();
        let mut fields = Fields::default();
        attributes.record(&mut fields);
        let parent = span.parent().map(|parent| parent.name());
        span.extensions_mut().insert(Seen { name: span.name(), parent, fields: fields.0 });
    }

    fn on_record(&self, id: &Id, values: &Record<'_>, context: Context<'_, S>) {
        let mut fields = Fields::default();
        values.record(&mut fields);
        context.span(id).unwrap().extensions_mut().get_mut::<Seen>().unwrap().fields.extend(fields.0);
    }

    fn on_close(&self, id: Id, context: Context<'_, S>) {
        let span = context.span(&id).unwrap();
        if span.metadata().target().starts_with("genauth") {
            self.0.lock().unwrap().push(span.extensions().get::<Seen>().unwrap().clone());
        }
    }
}

#[derive(Default)]
struct Fields(BTreeMap<&'static str, String>);

impl Visit for Fields {
    fn record_str(&mut self, field: &Field, value: &str) {
        self.0.insert(field.name(), value.to_owned());
    }

    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        self.0.insert(field.name(), format!("{value:?}"));
    }
}

/// Calls an operation inside of a span of the caller's own, and tells the one span of the call.
async fn span_of(client: &AuthenticationClient) -> Seen {
    let spans = Spans::default();
    let _guard = tracing::subscriber::set_default(tracing_subscriber::registry().with(spans.clone()));
    let request = client.request(Method::GET, "/api/v3/things").query("token", "HIDDEN");
    let call = async { request.call::<Value>().await };
    let _ = call.instrument(tracing::info_span!(target: "program", "caller")).await;
    let spans = spans.0.lock().unwrap().clone();
    assert_eq!(spans.len(), 1, "one call is one span");
    let span = spans.into_iter().next().unwrap();
    assert!(span.fields.values().all(|value| !value.contains("HIDDEN")));
    span
}

fn client(host: &str) -> AuthenticationClient {
    let builder = AuthenticationClient::builder().app_id("APP").app_secret("SECRET").app_host(host);
    builder.retry(Retry::standard().base_delay(std::time::Duration::from_millis(1))).build().unwrap()
}

fn failure(status: u16, header: &str) -> String {
    format!("HTTP/1.1 {status} X\r\ncontent-length: 0\r\nconnection: close\r\n{header}\r\n")
}

#[tokio::test]
async fn a_call_is_one_span_inside_of_the_callers_own() {
    let server = Server::json(&[SUCCESS]).await;
    let span = span_of(&client(server.address())).await;
    let port = server.address().rsplit_once(':').unwrap().1;
    assert_eq!((span.name, span.parent), ("call", Some("caller")));
    let expected = [
        ("otel.name", "GET /api/v3/things"),
        ("otel.kind", "client"),
        ("operation", "custom request"),
        ("http.request.method", "GET"),
        ("url.template", "/api/v3/things"),
        ("server.address", "127.0.0.1"),
        ("server.port", port),
        ("http.response.status_code", "200"),
        ("status_code", "200"),
        ("request_id", "R-1"),
    ];
    for (field, value) in expected {
        assert_eq!(span.get(field), Some(value), "{field}");
    }
    assert!(span.get("elapsed_ms").is_some());
    assert_eq!((span.get("http.request.resend_count"), span.get("error.type")), (None, None));
}

#[tokio::test]
async fn sending_again_is_counted_and_stays_one_span() {
    let ok = format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{SUCCESS}", SUCCESS.len());
    let server = Server::raw(vec![failure(503, ""), failure(503, ""), ok]).await;
    let span = span_of(&client(server.address())).await;
    assert_eq!(span.get("http.request.resend_count"), Some("2"));
    assert_eq!((span.get("http.response.status_code"), span.get("error.type")), (Some("200"), None));
}

#[tokio::test]
async fn a_refusal_names_its_status_and_the_services_own_id() {
    let server = Server::json(&[r#"{"statusCode":403,"message":"no","requestId":"R-2"}"#]).await;
    let span = span_of(&client(server.address())).await;
    assert_eq!((span.get("http.response.status_code"), span.get("status_code")), (Some("200"), Some("403")));
    assert_eq!((span.get("error.type"), span.get("request_id")), (Some("403"), Some("R-2")));

    let server = Server::raw(vec![failure(404, "x-request-id: R-3\r\n")]).await;
    let span = span_of(&client(server.address())).await;
    assert_eq!((span.get("http.response.status_code"), span.get("error.type")), (Some("404"), Some("404")));
    assert_eq!(span.get("request_id"), Some("R-3"));
}

#[tokio::test]
async fn a_call_without_an_answer_names_the_kind_of_failure() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let host = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);
    let span = span_of(&client(&host)).await;
    assert_eq!((span.get("error.type"), span.get("http.response.status_code")), (Some("connect"), None));
    assert_eq!(span.get("http.request.resend_count"), Some("2"));
}
