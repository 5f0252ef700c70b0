//! What a log tells of a path. A file of its own, as the calls of other tests would decide what is logged.

#![allow(missing_docs, clippy::unwrap_used, reason = "a test")]

mod loopback;

use std::io::{self, Write};
use std::sync::{Arc, Mutex};

use genauth::ManagementClient;
use http::Method;
use loopback::Server;
use serde_json::Value;

#[tokio::test]
async fn a_query_in_the_path_is_sent_and_not_logged() {
    let server = Server::json(&["{}"]).await;
    let builder = ManagementClient::builder().access_token("TOKEN").host(server.address());
    let client = builder.build().unwrap();
    let log = Log::default();
    let writer = log.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_span_events(tracing_subscriber::fmt::format::FmtSpan::CLOSE)
        .with_writer(move || writer.clone())
        .finish();
    let _guard = tracing::subscriber::set_default(subscriber);
    client.request(Method::POST, "/x?token=hunter2").call::<Value>().await.unwrap();
    assert_eq!(server.requests()[0].line(), "POST /x?token=hunter2");
    let shown = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
    assert!(shown.contains("url.template=\"/x\"") && !shown.contains("hunter2"), "{shown}");
}

/// What a subscriber wrote.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
